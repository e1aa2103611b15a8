package ru.targetsms.simulator.model;

import java.time.Instant;
import java.util.List;

/**
 * Sums up a run: what happened since the start or the last reset.
 *
 * @param since when the run began
 * @param received recipients in documents that were understood: accepted, refused and duplicates refused
 * @param accepted recipients accepted
 * @param refused recipients refused
 * @param duplicatesRefused recipients not sent again because of their client id (R20)
 * @param doubled acceptances beyond the first of the same phone and text
 * @param unknown recipients accepted whose answer a fault kept back or spoilt, and no repeat of which was answered since
 * @param faults every fault of the run, those removed too
 */
public record RunReport(
        Instant since,
        long received,
        long accepted,
        long refused,
        long duplicatesRefused,
        long doubled,
        long unknown,
        List<FaultCount> faults) {

    /** Returns the judgement. */
    public Verdict verdict() {
        if (received == 0) {
            return Verdict.NOTHING_RECEIVED;
        }
        if (doubled > 0) {
            return Verdict.DOUBLED;
        }
        if (unknown > 0) {
            return Verdict.UNKNOWN_LEFT;
        }
        return faults.stream().anyMatch(fault -> fault.fired() == 0) ? Verdict.FAULT_NEVER_FIRED : Verdict.CLEAN;
    }
}
