package ru.targetsms.simulator.fault;

/** Refuses a rule that makes no sense. */
final class Rule {

    private Rule() {}

    static void require(boolean rule, String message, Object... values) {
        if (!rule) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}
