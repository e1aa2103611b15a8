package ru.targetsms.camel.model;

/** Chooses which states of a tracked message are reported. */
public enum Emit {
    /** The final state, or that none came. */
    FINAL,
    /** Every state that is new, and of Viber what follows on the delivery (R33). */
    CHANGES
}
