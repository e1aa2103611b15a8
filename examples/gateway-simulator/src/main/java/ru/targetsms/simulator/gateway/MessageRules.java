package ru.targetsms.simulator.gateway;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.protocol.Field;
import ru.targetsms.simulator.protocol.MessageElement;
import ru.targetsms.simulator.protocol.Words;

/** Checks the limits of a message's fields (R6-R18). */
final class MessageRules {

    private static final Pattern ORDER = Pattern.compile("[0-9]");
    private static final Pattern MINUTES = Pattern.compile("0*[1-9][0-9]{0,6}");

    /** In this order, since each may rely on those before it. */
    private static final List<Rule> RULES = List.of(
            new Rule(Words.BAD_ORDER, m -> order(m, Field.SEND_VIBER) && order(m, Field.SEND_SMS)), // R6, R7
            new Rule(Words.NO_CHANNEL, m -> !Content.channels(m).isEmpty()),
            new Rule(Words.NO_PHONE, m -> !m.abonents().isEmpty()),
            new Rule(Words.BAD_TIME, MessageRules::time), // R10
            new Rule(Words.NO_TEXT, m -> text(m, Channel.VIBER, Field.TEXT_VIBER)), // R12
            new Rule(Words.NO_TEXT, m -> text(m, Channel.SMS, Field.TEXT_SMS)), // R13
            new Rule(Words.VIBER_TEXT_TOO_LONG, m -> atMost(1000, m, Field.TEXT_VIBER)), // R12
            new Rule(Words.BUTTON_TEXT_TOO_LONG, m -> atMost(19, m, Field.BUTTON_TEXT)), // R14
            new Rule(Words.IMAGE_NEEDS_BUTTON, m -> needs(m, Field.IMAGE_URL, Field.BUTTON_TEXT)), // R16
            new Rule(Words.IMAGE_NEEDS_BUTTON, m -> needs(m, Field.IMAGE_URL, Field.BUTTON_URL)),
            new Rule(Words.NO_LINK, m -> needs(m, Field.BUTTON_TEXT, Field.BUTTON_URL)), // R14
            new Rule(Words.NO_BUTTON_TEXT, m -> needs(m, Field.BUTTON_URL, Field.BUTTON_TEXT)), // R15
            new Rule(Words.BAD_VALIDITY, m -> fits(m, Field.VALIDITY_PERIOD_VIBER, MINUTES)), // R17
            new Rule(Words.BAD_FINALE, m -> fits(m, Field.FINALE_VIBER_READ, Pattern.compile("[01]")))); // R18

    private MessageRules() {}

    /** Returns what is wrong with a message, null when nothing is. */
    static String fault(MessageElement message) {
        for (Rule rule : RULES) {
            if (!rule.holds().test(message)) {
                return rule.words();
            }
        }
        return null;
    }

    private static boolean order(MessageElement message, Field field) {
        String order = message.fields().get(field);
        return order == null || ORDER.matcher(order).matches();
    }

    private static boolean time(MessageElement message) {
        try {
            return !message.has(Field.TIME_SEND)
                    || LocalDateTime.parse(message.value(Field.TIME_SEND), Content.TIME_SEND) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean text(MessageElement message, Channel channel, Field text) {
        return !Content.channels(message).contains(channel) || message.has(text);
    }

    /** Counts code points of the value as it stands: the two characters {@code \n} are two. */
    private static boolean atMost(int limit, MessageElement message, Field field) {
        String value = message.value(field);
        return value.codePointCount(0, value.length()) <= limit;
    }

    private static boolean needs(MessageElement message, Field field, Field other) {
        return !message.has(field) || message.has(other);
    }

    private static boolean fits(MessageElement message, Field field, Pattern pattern) {
        return !message.has(field) || pattern.matcher(message.value(field)).matches();
    }

    private record Rule(String words, Predicate<MessageElement> holds) {}
}
