package ru.targetsms.camel.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The states of a message or of one of its channels (R29, R30, R33). */
public enum DeliveryState {
    /** In progress. */
    SEND(false),
    /** Delivered. */
    DELIVER(true),
    /** Not delivered. */
    NOT_DELIVER(true),
    /** The phone was off line at every attempt. */
    EXPIRED(true),
    /** Sent, but no status ever came: ask the gateway's support. */
    PARTLY_DELIVER(true),
    /** Read in Viber. */
    READ(true),
    /** The link of the Viber message was followed. */
    LINK(true),
    /** The recipient unsubscribed in Viber. */
    UNSUBSCRIBE(true),
    /** The gateway does not know the id, or says something else: see the text. */
    UNKNOWN(false);

    private final boolean isFinal;

    DeliveryState(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /** Tells whether the state ends the life of the message. */
    public boolean isFinal() {
        return isFinal;
    }

    /** Returns the state that the protocol's word names, empty for any other text. */
    public static Optional<DeliveryState> ofWord(@Nullable String word) {
        String name = word == null ? "" : word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(state -> state != UNKNOWN && state.name().equals(name))
                .findFirst();
    }

    /** Returns the protocol's word for the state. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
