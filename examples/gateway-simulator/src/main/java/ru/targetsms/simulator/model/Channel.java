package ru.targetsms.simulator.model;

import java.util.Locale;

/** Names the two ways a message can travel. */
public enum Channel {
    VIBER,
    SMS;

    /** Returns the name as the protocol spells it, for instance {@code viber}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the channel a word names, without regard to case.
     *
     * @throws IllegalArgumentException when there is no such channel
     */
    public static Channel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
