package ru.targetsms.simulator.model;

/**
 * Counts what became of one client id, or of one phone with one text.
 *
 * @param accepted how often it was really accepted: above 1 somebody got it twice
 * @param refusedAsDuplicate how often a repeat was refused (R20)
 */
public record Tally(int accepted, int refusedAsDuplicate) {

    public Tally plus(Tally other) {
        return new Tally(accepted + other.accepted, refusedAsDuplicate + other.refusedAsDuplicate);
    }
}
