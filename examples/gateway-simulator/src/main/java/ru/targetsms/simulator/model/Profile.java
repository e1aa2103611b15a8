package ru.targetsms.simulator.model;

/** Chooses what moves a message through its states. */
public enum Profile {
    /** Every message reaches its last state at once; only {@code time_send} is waited for. */
    INSTANT,
    /** Seconds for a delivery, the whole validity for a failure; see the option {@code speed}. */
    REALISTIC,
    /** Nothing moves but by hand. */
    MANUAL
}
