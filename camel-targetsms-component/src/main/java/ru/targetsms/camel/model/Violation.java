package ru.targetsms.camel.model;

/**
 * Says which field of a message breaks which rule. Holds no value of the message.
 *
 * @param field   the protocol's name of the field, for instance {@code text_viber}
 * @param rule    the rule broken, for instance {@code R12}
 * @param problem what is wrong, for a person to read
 */
public record Violation(String field, String rule, String problem) {

    static Violation of(MessageField field, String problem) {
        return new Violation(field.protocolName(), field.rule(), problem);
    }

    /** Returns one line such as {@code text_viber (R12) has 1001 characters, at most 1000 are allowed}. */
    @Override
    public String toString() {
        return field + " (" + rule + ") " + problem;
    }
}
