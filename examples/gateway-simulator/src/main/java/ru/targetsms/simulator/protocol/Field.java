package ru.targetsms.simulator.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists the fields of a {@code <message>} in the order of the manual's sample. */
public enum Field {
    SEND_VIBER,
    SEND_SMS,
    NAME_DELIVERY,
    TIME_SEND,
    SENDER_VIBER,
    TEXT_VIBER,
    BUTTON_TEXT,
    BUTTON_URL,
    IMAGE_URL,
    VALIDITY_PERIOD_VIBER,
    FINALE_VIBER_READ,
    SENDER_SMS,
    TEXT_SMS;

    private static final Map<String, Field> BY_ELEMENT =
            Arrays.stream(values()).collect(Collectors.toMap(Field::element, Function.identity()));

    /** Returns the element's name, for instance {@code text_sms}. */
    public String element() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Field named(String element) throws DocumentRefused {
        Field field = BY_ELEMENT.get(element);
        if (field == null) {
            throw DocumentRefused.malformed();
        }
        return field;
    }
}
