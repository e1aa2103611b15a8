package ru.targetsms.simulator.model;

/**
 * Chooses the answer to a client id this account has used before (R20). The vendor's documents contradict each other,
 * so a client has to live with all three. None of them sends anything again.
 */
public enum DuplicateAnswer {
    /** {@code send} and the id of the first message: cannot be told from an acceptance. */
    OLD_ID,
    /** "Already sent" and no id. */
    ERROR_TEXT,
    /** "Already sent" and the id of the first message. */
    BOTH
}
