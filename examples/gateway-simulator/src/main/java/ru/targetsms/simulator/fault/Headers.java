package ru.targetsms.simulator.fault;

import java.util.Map;
import java.util.regex.Pattern;

/** Checks the headers a fault adds. */
final class Headers {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]{0,4000}");

    private Headers() {}

    /** @throws IllegalArgumentException when HTTP forbids one, or the action has no headers */
    static void check(Map<String, String> headers, FaultAction action) {
        headers.forEach((name, value) -> Rule.require(
                NAME.matcher(name).matches() && VALUE.matcher(value).matches(),
                "headers hold a name or value HTTP forbids"));
        Rule.require(
                headers.isEmpty() || !action.needsConnection(), "headers are nothing that %s takes", action.word());
    }
}
