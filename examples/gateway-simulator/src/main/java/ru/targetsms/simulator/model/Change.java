package ru.targetsms.simulator.model;

/** Says what somebody who looks at the simulator has to look at again. */
public enum Change {
    /** Messages came, moved or went, or something was refused. */
    MESSAGES,
    /** Faults were set, switched or removed, or one fired. */
    FAULTS
}
