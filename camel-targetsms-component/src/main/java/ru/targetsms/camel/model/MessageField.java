package ru.targetsms.camel.model;

import java.util.Locale;

/**
 * Names every field of a message, in the order in which the gateway's manual writes them.
 *
 * <p>The one table behind headers, endpoint options, map keys and wire elements: each of these names is derived from
 * the protocol's own.
 */
public enum MessageField {
    /** Order of Viber among the channels, 0-9; 0 is off (R6). */
    SEND_VIBER("R6"),
    /** Order of SMS among the channels, 0-9; 0 is off (R7). */
    SEND_SMS("R7"),
    /** Name of the mailing (R9). */
    NAME_DELIVERY("R9"),
    /** Wanted time of sending (R10). */
    TIME_SEND("R10"),
    /** Sender shown by Viber (R11). */
    SENDER_VIBER("R11"),
    /** Text of the Viber message, at most 1000 characters (R12). */
    TEXT_VIBER("R12"),
    /** Text of the button, at most 19 characters (R14). */
    BUTTON_TEXT("R14"),
    /** Link of the button (R15). */
    BUTTON_URL("R15"),
    /** Link of the picture (R16). */
    IMAGE_URL("R16"),
    /** Minutes the gateway tries Viber (R17). */
    VALIDITY_PERIOD_VIBER("R17"),
    /** 1: only "read" counts as delivered by Viber (R18). */
    FINALE_VIBER_READ("R18"),
    /** Sender shown by the SMS (R11). */
    SENDER_SMS("R11"),
    /** Text of the SMS (R13). */
    TEXT_SMS("R13");

    private final String rule;
    private final String protocolName;
    private final String optionName;

    MessageField(String rule) {
        this.rule = rule;
        this.protocolName = name().toLowerCase(Locale.ROOT);
        this.optionName = camelCase(name());
    }

    /** Returns the element's name on the wire, for instance {@code text_sms}. */
    public String protocolName() {
        return protocolName;
    }

    /** Returns the name of the endpoint option, for instance {@code textSms}. */
    public String optionName() {
        return optionName;
    }

    /** Returns the rule of the protocol that describes the field, for instance {@code R13}. */
    public String rule() {
        return rule;
    }

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.replace(0, 1, name.substring(0, 1).toLowerCase(Locale.ROOT)).toString();
    }
}
