package ru.targetsms.simulator.model;

import java.util.Locale;

/** Lists the words the gateway has for a state (R29, R30, R33). */
public enum State {
    /** In progress, for the message as a whole; "was not sent", for one channel (R30). */
    SEND,
    NOT_DELIVER,
    EXPIRED,
    DELIVER,
    PARTLY_DELIVER,
    /** Viber only, as the two below. */
    READ,
    LINK,
    UNSUBSCRIBE;

    /** Returns the word on the wire, for instance {@code not_deliver}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether only Viber knows this state (R33). */
    public boolean viberOnly() {
        return compareTo(READ) >= 0;
    }

    /** Tells whether the message reached the phone. */
    public boolean reached() {
        return this == DELIVER || viberOnly();
    }

    /**
     * Returns the state a word names, without regard to case.
     *
     * @throws IllegalArgumentException when there is no such state
     */
    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
