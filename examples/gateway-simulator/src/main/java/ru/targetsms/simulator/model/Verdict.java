package ru.targetsms.simulator.model;

/** Judges a run; the first that fits. */
public enum Verdict {
    /** No recipient has come yet. */
    NOTHING_RECEIVED,
    /** Somebody got the same text twice. */
    DOUBLED,
    /** Of some recipients the sender cannot know that they were accepted. */
    UNKNOWN_LEFT,
    /** A fault was set that never acted: the run proves less than it seems to. */
    FAULT_NEVER_FIRED,
    /** Nothing is wrong. */
    CLEAN;

    /** Tells whether nothing is wrong. */
    public boolean met() {
        return this == CLEAN;
    }
}
