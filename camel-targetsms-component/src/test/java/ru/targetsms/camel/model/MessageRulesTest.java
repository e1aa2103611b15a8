package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static ru.targetsms.camel.model.MessageField.BUTTON_TEXT;
import static ru.targetsms.camel.model.MessageField.BUTTON_URL;
import static ru.targetsms.camel.model.MessageField.FINALE_VIBER_READ;
import static ru.targetsms.camel.model.MessageField.IMAGE_URL;
import static ru.targetsms.camel.model.MessageField.NAME_DELIVERY;
import static ru.targetsms.camel.model.MessageField.SENDER_SMS;
import static ru.targetsms.camel.model.MessageField.SENDER_VIBER;
import static ru.targetsms.camel.model.MessageField.SEND_SMS;
import static ru.targetsms.camel.model.MessageField.SEND_VIBER;
import static ru.targetsms.camel.model.MessageField.TEXT_SMS;
import static ru.targetsms.camel.model.MessageField.TEXT_VIBER;
import static ru.targetsms.camel.model.MessageField.TIME_SEND;
import static ru.targetsms.camel.model.MessageField.VALIDITY_PERIOD_VIBER;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ru.targetsms.camel.model.MessageRules.Checked;

class MessageRulesTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final String SMILE = "😀";

    /** A cascade that uses every field. */
    private static final Map<MessageField, Object> FULL = Map.ofEntries(
            Map.entry(SEND_VIBER, 1),
            Map.entry(SEND_SMS, 2),
            Map.entry(NAME_DELIVERY, "Осень"),
            Map.entry(TIME_SEND, "2026-11-23 13:00"),
            Map.entry(SENDER_VIBER, "Лавка"),
            Map.entry(TEXT_VIBER, "Заказ собран"),
            Map.entry(BUTTON_TEXT, "Где забрать"),
            Map.entry(BUTTON_URL, "https://example.com/map?a=1&b=2"),
            Map.entry(IMAGE_URL, "https://example.com/map.png"),
            Map.entry(VALIDITY_PERIOD_VIBER, 30),
            Map.entry(FINALE_VIBER_READ, 1),
            Map.entry(SENDER_SMS, "LAVKA"),
            Map.entry(TEXT_SMS, "Заказ 17 собран"));

    static Stream<Arguments> good() {
        return Stream.of(
                arguments("R6", SEND_VIBER, 0, "0"),
                arguments("R6", SEND_VIBER, 9, "9"),
                arguments("R6", SEND_VIBER, " 3 ", "3"),
                arguments("R6", SEND_VIBER, new BigDecimal("4.0"), "4"),
                arguments("R7", SEND_SMS, 0L, "0"),
                arguments("R7", SEND_SMS, "9", "9"),
                arguments("R7", SEND_SMS, 7.0, "7"),
                arguments("R9", NAME_DELIVERY, "Шлюз №2", "Шлюз №2"),
                arguments("R10", TIME_SEND, "2026-11-23T13:00:01", "2026-11-23 13:01"),
                arguments("R10", TIME_SEND, Instant.parse("2026-11-23T10:00:00Z"), "2026-11-23 13:00"),
                arguments("R11", SENDER_VIBER, "Лавка & сыновья", "Лавка & сыновья"),
                arguments("R11", SENDER_SMS, 79001234567L, "79001234567"),
                arguments("R12", TEXT_VIBER, "я".repeat(1000), "я".repeat(1000)),
                arguments("R12", TEXT_VIBER, SMILE.repeat(1000), SMILE.repeat(1000)),
                arguments("R13", TEXT_SMS, "я".repeat(5000), "я".repeat(5000)),
                arguments("R13", TEXT_SMS, " с полями ", " с полями "),
                arguments("R14", BUTTON_TEXT, "1234567890123456789", "1234567890123456789"),
                arguments("R14", BUTTON_TEXT, SMILE.repeat(19), SMILE.repeat(19)),
                arguments("R17", VALIDITY_PERIOD_VIBER, 1, "1"),
                arguments("R17", VALIDITY_PERIOD_VIBER, "60", "60"),
                arguments("R17", VALIDITY_PERIOD_VIBER, Integer.MAX_VALUE, "2147483647"),
                arguments("R18", FINALE_VIBER_READ, 0, "0"),
                arguments("R18", FINALE_VIBER_READ, "1", "1"),
                arguments("R18", FINALE_VIBER_READ, true, "1"),
                arguments("R18", FINALE_VIBER_READ, "FALSE", "0"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("good")
    void a_value_at_the_edge_of_its_rule_is_taken(String rule, MessageField field, Object value, String wire) {
        Checked checked = check(with(field, value));

        assertThat(checked.violations()).isEmpty();
        assertThat(checked.content().get(field)).isEqualTo(wire);
        assertThat(field.rule()).isEqualTo(rule);
    }

    static Stream<Arguments> bad() {
        String order = "is not a whole number from 0 to 9";
        String minutes = "is not a positive whole number of minutes";
        String flag = "is neither 0 nor 1";
        String time = "is no time: YYYY-MM-DD hh:mm or ISO 8601 is expected";
        return Stream.of(
                arguments(SEND_VIBER, 10, "send_viber (R6) " + order),
                arguments(SEND_VIBER, -1, "send_viber (R6) " + order),
                arguments(SEND_VIBER, "one", "send_viber (R6) " + order),
                arguments(SEND_VIBER, "٣", "send_viber (R6) " + order),
                arguments(SEND_VIBER, true, "send_viber (R6) " + order),
                arguments(SEND_SMS, 1.5, "send_sms (R7) " + order),
                arguments(SEND_SMS, "1 2", "send_sms (R7) " + order),
                arguments(SEND_SMS, BigInteger.TWO.pow(64).add(BigInteger.ONE), "send_sms (R7) " + order),
                arguments(SEND_SMS, List.of(1), "send_sms (R7) " + order),
                arguments(TIME_SEND, "tomorrow", "time_send (R10) " + time),
                arguments(
                        TEXT_VIBER, "я".repeat(1001), "text_viber (R12) has 1001 characters, at most 1000 are allowed"),
                arguments(
                        TEXT_VIBER,
                        SMILE.repeat(1001),
                        "text_viber (R12) has 1001 characters, at most 1000 are allowed"),
                arguments(BUTTON_TEXT, "x".repeat(20), "button_text (R14) has 20 characters, at most 19 are allowed"),
                arguments(BUTTON_TEXT, SMILE.repeat(20), "button_text (R14) has 20 characters, at most 19 are allowed"),
                arguments(VALIDITY_PERIOD_VIBER, 0, "validity_period_viber (R17) " + minutes),
                arguments(VALIDITY_PERIOD_VIBER, -5, "validity_period_viber (R17) " + minutes),
                arguments(VALIDITY_PERIOD_VIBER, "1h", "validity_period_viber (R17) " + minutes),
                arguments(VALIDITY_PERIOD_VIBER, 2147483648L, "validity_period_viber (R17) " + minutes),
                arguments(FINALE_VIBER_READ, 2, "finale_viber_read (R18) " + flag),
                arguments(FINALE_VIBER_READ, "yes", "finale_viber_read (R18) " + flag),
                arguments(
                        TEXT_SMS, "ab\u0000", "text_sms (R13) holds U+0000 at position 3, which XML 1.0 cannot carry"),
                arguments(
                        TEXT_SMS,
                        SMILE + "\uD83D",
                        "text_sms (R13) holds U+D83D at position 2, which XML 1.0 cannot carry"),
                arguments(
                        NAME_DELIVERY,
                        "\uDE00x",
                        "name_delivery (R9) holds U+DE00 at position 1, which XML 1.0 cannot carry"),
                arguments(
                        SENDER_SMS,
                        "x\uFFFE",
                        "sender_sms (R11) holds U+FFFE at position 2, which XML 1.0 cannot carry"),
                arguments(
                        BUTTON_URL,
                        "https://example.com/\u000B",
                        "button_url (R15) holds U+000B at position 21, which XML 1.0 cannot carry"),
                arguments(
                        IMAGE_URL, "\u001F", "image_url (R16) holds U+001F at position 1, which XML 1.0 cannot carry"),
                arguments(
                        SENDER_VIBER,
                        List.of("x"),
                        "sender_viber (R11) is a " + List.of("x").getClass().getName() + ", text is expected"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("bad")
    void a_value_that_breaks_its_rule_is_named_with_field_and_rule(MessageField field, Object value, String problem) {
        assertThat(problems(with(field, value))).containsExactly(problem);
    }

    @Test
    void r14_a_button_needs_its_link() {
        assertThat(problems(without(BUTTON_URL, IMAGE_URL))).containsExactly("button_text (R14) needs button_url");
    }

    @Test
    void r15_a_link_needs_its_button() {
        assertThat(problems(without(BUTTON_TEXT, IMAGE_URL))).containsExactly("button_url (R15) needs button_text");
    }

    @Test
    void r16_a_picture_needs_a_button_and_its_link() {
        String problem = "image_url (R16) needs button_text and button_url";

        assertThat(problems(without(BUTTON_TEXT, BUTTON_URL))).containsExactly(problem);
        assertThat(problems(without(BUTTON_URL))).containsExactly("button_text (R14) needs button_url", problem);
        assertThat(problems(without(BUTTON_TEXT))).containsExactly("button_url (R15) needs button_text", problem);
        assertThat(problems(without(IMAGE_URL))).isEmpty();
    }

    @Test
    void r12_a_message_by_viber_has_a_viber_text() {
        assertThat(problems(without(TEXT_VIBER)))
                .containsExactly("text_viber (R12) is missing, and the message goes by Viber");
    }

    @Test
    void r13_a_message_by_sms_has_an_sms_text() {
        assertThat(problems(without(TEXT_SMS)))
                .containsExactly("text_sms (R13) is missing, and the message goes by SMS");
    }

    @Test
    void r6_r7_a_message_goes_by_some_channel() {
        assertThat(problems(Map.of(SEND_SMS, 0, TEXT_SMS, "текст")))
                .containsExactly("send_sms (R7) switches the channel off and no other is on");
        assertThat(problems(Map.of(SEND_VIBER, 0, TEXT_SMS, "текст")))
                .containsExactly("send_viber (R6) switches the channel off and no other is on");
        assertThat(problems(Map.of(SEND_VIBER, 0, SEND_SMS, 0, TEXT_SMS, "текст")))
                .containsExactly("send_sms (R7) switches the channel off and no other is on");
    }

    @Test
    void r12_r13_a_message_without_any_text_is_refused_once() {
        assertThat(problems(Map.of(NAME_DELIVERY, "Осень")))
                .containsExactly("text_sms (R13) is missing: the message has no text at all");
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT_SMS", "TEXT_VIBER"})
    void a_text_of_a_wrong_type_is_not_called_missing_as_well(MessageField field) {
        assertThat(problems(Map.of(field, List.of())))
                .singleElement()
                .asString()
                .endsWith("text is expected");
    }

    @Test
    void a_channel_whose_order_is_wrong_is_not_called_off_as_well() {
        assertThat(problems(Map.of(SEND_VIBER, 12, SEND_SMS, 0, TEXT_VIBER, "текст")))
                .containsExactly("send_viber (R6) is not a whole number from 0 to 9");
    }

    @Test
    void all_problems_of_a_message_are_named_at_once() {
        Map<MessageField, Object> message = new EnumMap<>(MessageField.class);
        message.put(SEND_VIBER, 1);
        message.put(SEND_SMS, 10);
        message.put(NAME_DELIVERY, "\u0001");
        message.put(TIME_SEND, "2026-02-30 10:00");
        message.put(TEXT_VIBER, "я".repeat(1001));
        message.put(BUTTON_TEXT, "\u0002" + "x".repeat(19));
        message.put(IMAGE_URL, "https://example.com/1.png");
        message.put(VALIDITY_PERIOD_VIBER, 0);
        message.put(FINALE_VIBER_READ, 7);

        List<Violation> violations = MessageRules.check(message, null, MOSCOW).violations();

        assertThat(violations)
                .extracting(violation -> violation.field() + " " + violation.rule())
                .containsExactlyInAnyOrder(
                        "send_sms R7",
                        "name_delivery R9",
                        "time_send R10",
                        "text_viber R12",
                        "button_text R14",
                        "button_text R14",
                        "button_text R14",
                        "image_url R16",
                        "validity_period_viber R17",
                        "finale_viber_read R18");
    }

    @Test
    void no_violation_repeats_what_the_message_says() {
        Map<MessageField, Object> message = new EnumMap<>(MessageField.class);
        for (MessageField field : MessageField.values()) {
            message.put(field, "тайна \u0001");
        }

        List<String> problems = problems(message);

        assertThat(problems).isNotEmpty().noneMatch(problem -> problem.contains("тайна"));
    }

    @Test
    void every_field_of_a_full_cascade_goes_on_the_wire_in_the_manuals_order() {
        Checked checked = check(FULL);

        assertThat(checked.violations()).isEmpty();
        assertThat(checked.content().fields().keySet()).containsExactly(MessageField.values());
    }

    private static Map<MessageField, Object> with(MessageField field, Object value) {
        Map<MessageField, Object> fields = new EnumMap<>(FULL);
        fields.put(field, value);
        return fields;
    }

    private static Map<MessageField, Object> without(MessageField... absent) {
        Map<MessageField, Object> fields = new EnumMap<>(FULL);
        fields.keySet().removeAll(List.of(absent));
        return fields;
    }

    private static Checked check(Map<MessageField, Object> fields) {
        return MessageRules.check(new EnumMap<>(fields), null, MOSCOW);
    }

    private static List<String> problems(Map<MessageField, Object> fields) {
        return check(fields).violations().stream().map(Violation::toString).toList();
    }
}
