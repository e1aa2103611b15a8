package ru.targetsms.camel.model;

import static ru.targetsms.camel.model.MessageField.BUTTON_TEXT;
import static ru.targetsms.camel.model.MessageField.BUTTON_URL;
import static ru.targetsms.camel.model.MessageField.FINALE_VIBER_READ;
import static ru.targetsms.camel.model.MessageField.IMAGE_URL;
import static ru.targetsms.camel.model.MessageField.SEND_SMS;
import static ru.targetsms.camel.model.MessageField.SEND_VIBER;
import static ru.targetsms.camel.model.MessageField.TEXT_SMS;
import static ru.targetsms.camel.model.MessageField.TEXT_VIBER;
import static ru.targetsms.camel.model.MessageField.VALIDITY_PERIOD_VIBER;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of one message against the protocol (R6-R18) and turns them into wire text. Names every problem,
 * not just the first. One use per message.
 */
public final class MessageRules {

    private static final int LONGEST_VIBER_TEXT = 1000;
    private static final int LONGEST_BUTTON_TEXT = 19;

    private final Map<MessageField, String> wire = new EnumMap<>(MessageField.class);
    private final List<Violation> violations = new ArrayList<>();
    private final ZoneId zone;

    private MessageRules(ZoneId zone) {
        this.zone = zone;
    }

    /** The content, meaningful only when there are no violations, and the violations. */
    public record Checked(Content content, List<Violation> violations) {}

    /**
     * Checks a message.
     *
     * @param fields values as given, after body, header and options were looked at
     * @param text   plain text that fills the text of each channel that is on and has none; {@code null} for none
     * @param zone   zone of {@code time_send}
     */
    public static Checked check(Map<MessageField, Object> fields, @Nullable String text, ZoneId zone) {
        MessageRules rules = new MessageRules(zone);
        fields.forEach(rules::read);
        rules.chooseChannels(text);
        rules.checkChannels();
        rules.checkViberFields();
        return new Checked(new Content(rules.wire), List.copyOf(rules.violations));
    }

    private void read(MessageField field, Object value) {
        switch (field) {
            case SEND_VIBER, SEND_SMS -> readNumber(field, value, 0, 9, "is not a whole number from 0 to 9");
            case VALIDITY_PERIOD_VIBER ->
                readNumber(field, value, 1, Integer.MAX_VALUE, "is not a positive whole number of minutes");
            case FINALE_VIBER_READ -> readNumber(field, flag(value), 0, 1, "is neither 0 nor 1");
            case TIME_SEND ->
                TimeSend.wire(value, zone)
                        .ifPresentOrElse(
                                time -> wire.put(field, time),
                                () -> report(field, "is no time: YYYY-MM-DD hh:mm or ISO 8601 is expected"));
            case NAME_DELIVERY, SENDER_VIBER, TEXT_VIBER, BUTTON_TEXT, BUTTON_URL, IMAGE_URL, SENDER_SMS, TEXT_SMS ->
                readText(field, value);
        }
    }

    private void readNumber(MessageField field, Object value, long least, long most, String problem) {
        OptionalLong number = Values.whole(value);
        if (number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most) {
            wire.put(field, Long.toString(number.getAsLong()));
        } else {
            report(field, problem);
        }
    }

    private void readText(MessageField field, Object value) {
        Values.text(value)
                .ifPresentOrElse(
                        text -> putText(field, text),
                        () -> report(field, "is a " + value.getClass().getName() + ", text is expected"));
    }

    private void putText(MessageField field, String text) {
        WireText.illegalCharacter(text).ifPresent(problem -> report(field, problem));
        wire.put(field, WireText.oneLine(text));
    }

    private void chooseChannels(@Nullable String text) {
        if (isNamed(SEND_VIBER) || isNamed(SEND_SMS)) {
            fill(TEXT_VIBER, text, isOn(SEND_VIBER));
            fill(TEXT_SMS, text, isOn(SEND_SMS));
            return;
        }
        fill(TEXT_SMS, text, true);
        if (wire.containsKey(TEXT_VIBER)) {
            wire.put(SEND_VIBER, "1");
        }
        if (wire.containsKey(TEXT_SMS)) {
            wire.put(SEND_SMS, wire.containsKey(TEXT_VIBER) ? "2" : "1");
        }
    }

    private void fill(MessageField field, @Nullable String text, boolean wanted) {
        if (wanted && text != null && Values.isSet(text) && !isNamed(field)) {
            putText(field, text);
        }
    }

    private void checkChannels() {
        if (!isNamed(SEND_VIBER) && !isNamed(SEND_SMS)) {
            if (!isNamed(TEXT_VIBER) && !isNamed(TEXT_SMS)) {
                report(TEXT_SMS, "is missing: the message has no text at all");
            }
        } else if (!isOn(SEND_VIBER) && !isOn(SEND_SMS) && !isWrong(SEND_VIBER) && !isWrong(SEND_SMS)) {
            report(isNamed(SEND_SMS) ? SEND_SMS : SEND_VIBER, "switches the channel off and no other is on");
        }
        if (isOn(SEND_VIBER) && !isNamed(TEXT_VIBER)) {
            report(TEXT_VIBER, "is missing, and the message goes by Viber");
        }
        if (isOn(SEND_SMS) && !isNamed(TEXT_SMS)) {
            report(TEXT_SMS, "is missing, and the message goes by SMS");
        }
    }

    private void checkViberFields() {
        checkLength(TEXT_VIBER, LONGEST_VIBER_TEXT);
        checkLength(BUTTON_TEXT, LONGEST_BUTTON_TEXT);
        if (isNamed(BUTTON_TEXT) && !isNamed(BUTTON_URL)) {
            report(BUTTON_TEXT, "needs button_url");
        }
        if (isNamed(BUTTON_URL) && !isNamed(BUTTON_TEXT)) {
            report(BUTTON_URL, "needs button_text");
        }
        if (isNamed(IMAGE_URL) && !(isNamed(BUTTON_TEXT) && isNamed(BUTTON_URL))) {
            report(IMAGE_URL, "needs button_text and button_url");
        }
    }

    private void checkLength(MessageField field, int most) {
        int length = WireText.length(wire.getOrDefault(field, ""));
        if (length > most) {
            report(field, "has " + length + " characters, at most " + most + " are allowed");
        }
    }

    /** A field that was given, rightly or wrongly. */
    private boolean isNamed(MessageField field) {
        return wire.containsKey(field) || isWrong(field);
    }

    private boolean isWrong(MessageField field) {
        for (Violation violation : violations) {
            if (violation.field().equals(field.protocolName())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOn(MessageField channel) {
        return !wire.getOrDefault(channel, "0").equals("0");
    }

    private void report(MessageField field, String problem) {
        violations.add(Violation.of(field, problem));
    }

    private static Object flag(Object value) {
        String text = String.valueOf(value).strip();
        return text.equalsIgnoreCase("true") ? 1 : text.equalsIgnoreCase("false") ? 0 : value;
    }
}
