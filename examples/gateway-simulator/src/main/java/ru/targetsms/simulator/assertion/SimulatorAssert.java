package ru.targetsms.simulator.assertion;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.FaultCount;
import ru.targetsms.simulator.model.LedgerTotals;
import ru.targetsms.simulator.model.RunReport;

/**
 * Asserts what a simulator received since its start or last reset. What is counted comes from the ledger, and is exact
 * whatever the simulator no longer keeps. Not thread safe.
 */
public final class SimulatorAssert extends AbstractAssert<SimulatorAssert, Simulator> {

    private Duration patience = Duration.ZERO;

    SimulatorAssert(Simulator simulator) {
        super(simulator, SimulatorAssert.class);
        isNotNull();
    }

    /** Waits so long, at most, until what follows holds: for what comes on another thread. Default: not at all. */
    public SimulatorAssert within(Duration time) {
        patience = time;
        return this;
    }

    /**
     * Asserts that a message for a phone was accepted; what follows is about the messages for it.
     *
     * @param phone digits, as on the wire (R19)
     */
    public ReceivedAssert received(String phone) {
        return new ReceivedAssert(this, phone).exists();
    }

    /** Asserts that nothing was accepted. */
    public SimulatorAssert receivedNothing() {
        return hasReceived(0);
    }

    /**
     * Asserts that nothing was accepted for a phone. Fails as well when messages are gone, since one may have been for
     * it.
     */
    public SimulatorAssert receivedNothingAt(String phone) {
        return require(() -> {
            Received received = Received.of(actual);
            long count = received.at(phone).size();
            return count == 0
                    ? received.cannotTell()
                    : Optional.of("Expected nothing for %s, but %s"
                            .formatted(Mask.phone(phone), Received.count(count, "was accepted", "were accepted")));
        });
    }

    /** Asserts how many messages were accepted. */
    public SimulatorAssert hasReceived(long count) {
        return require(() -> differs("accepted", count, totals().accepted()));
    }

    /** Asserts how many recipients were refused; repeats of a client id are none of them. */
    public SimulatorAssert hasRefused(long count) {
        return require(() -> differs("refused", count, totals().refused()));
    }

    /** Asserts that no client id, and no text for the same phone, was accepted twice (R20). */
    public SimulatorAssert hasNoDuplicates() {
        return require(() -> {
            LedgerTotals totals = totals();
            boolean doubled = totals.doubledClientIds() + totals.doubledRecipients() > 0;
            return !doubled
                    ? Optional.empty()
                    : Optional.of(
                            "Expected nothing twice, but somebody got the same text again %d times, and a client id was accepted again %d times"
                                    .formatted(totals.doubledRecipients(), totals.doubledClientIds()));
        });
    }

    /** Asserts that faults were set, and that each acted: a test whose fault never struck proves nothing. */
    public SimulatorAssert everyFaultFired() {
        return require(() -> {
            RunReport report = actual.report();
            return report.faults().isEmpty()
                    ? Optional.of("Expected every fault to have fired, but there was none")
                    : report.faults().stream()
                            .filter(fault -> fault.fired() == 0)
                            .map(SimulatorAssert::neverFired)
                            .findFirst();
        });
    }

    /** Asserts that the report of the run has the verdict {@code CLEAN}. */
    public SimulatorAssert hasCleanReport() {
        return require(() -> {
            RunReport report = actual.report();
            return report.verdict().met()
                    ? Optional.empty()
                    : Optional.of(
                            "Expected a clean report, but the verdict is %s: received %d, accepted %d, refused %d, duplicates refused %d, doubled %d, unknown %d"
                                    .formatted(
                                            report.verdict(),
                                            report.received(),
                                            report.accepted(),
                                            report.refused(),
                                            report.duplicatesRefused(),
                                            report.doubled(),
                                            report.unknown()));
        });
    }

    /** Fails with the problem, unless it goes away in time. */
    SimulatorAssert require(Supplier<Optional<String>> problem) {
        Patience.outlast(problem, actual, patience).ifPresent(words -> failWithMessage("%s", words));
        return this;
    }

    Simulator simulator() {
        return actual;
    }

    private LedgerTotals totals() {
        return actual.ledger().totals();
    }

    private static Optional<String> differs(String word, long expected, long found) {
        return expected == found
                ? Optional.empty()
                : Optional.of("Expected %d %s, but there are %d".formatted(expected, word, found));
    }

    private static String neverFired(FaultCount fault) {
        return "Expected every fault to have fired, but fault %d (%s) never did; requests that matched: %d"
                .formatted(fault.id(), fault.action(), fault.matched());
    }
}
