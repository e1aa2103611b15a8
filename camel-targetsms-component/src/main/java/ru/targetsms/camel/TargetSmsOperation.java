package ru.targetsms.camel;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an endpoint does: decided once, by the URI. */
public enum TargetSmsOperation {
    /** Hands messages to the gateway. */
    SEND,
    /** Asks for the state of messages. */
    STATUS;

    /**
     * Returns the operation that a URI names.
     *
     * @throws IllegalArgumentException naming what is allowed
     */
    static TargetSmsOperation of(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown operation '" + name + "': allowed are "
                        + Arrays.stream(values())
                                .map(operation -> "targetsms:" + operation)
                                .collect(Collectors.joining(" and "))));
    }

    /** Returns the name as it stands in a URI. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
