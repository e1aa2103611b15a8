package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.camel.model.MessageRules.Checked;

/** The contract's section "Which channel" (R6-R8, R12, R13). */
class ChannelChoiceTest {

    @ParameterizedTest(name = "{0} with body {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "text_sms=S                               | none | send_sms=1 text_sms=S",
                "text_viber=V                             | none | send_viber=1 text_viber=V",
                "text_viber=V text_sms=S                  | none | send_viber=1 send_sms=2 text_viber=V text_sms=S",
                "''                                       | B    | send_sms=1 text_sms=B",
                "text_viber=V                             | B    | send_viber=1 send_sms=2 text_viber=V text_sms=B",
                "text_sms=S                               | B    | send_sms=1 text_sms=S",
                "text_viber=V text_sms=S                  | B    | send_viber=1 send_sms=2 text_viber=V text_sms=S"
            })
    void r6_r7_without_a_switch_the_texts_decide(String fields, String body, String wire) {
        assertThat(wire(fields, body)).isEqualTo(wire);
    }

    @ParameterizedTest(name = "{0} with body {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "send_sms=1                               | B    | send_sms=1 text_sms=B",
                "send_viber=3                             | B    | send_viber=3 text_viber=B",
                "send_viber=1 send_sms=2                  | B    | send_viber=1 send_sms=2 text_viber=B text_sms=B",
                "send_viber=1 send_sms=2 text_sms=S       | B    | send_viber=1 send_sms=2 text_viber=B text_sms=S",
                "send_viber=2 send_sms=1 text_viber=V     | B    | send_viber=2 send_sms=1 text_viber=V text_sms=B",
                "send_viber=0 send_sms=1                  | B    | send_viber=0 send_sms=1 text_sms=B",
                "send_sms=1 text_sms=S text_viber=V       | B    | send_sms=1 text_viber=V text_sms=S",
                "send_viber=5 text_viber=V                | none | send_viber=5 text_viber=V"
            })
    void r8_a_plain_body_fills_the_gaps_of_the_channels_that_are_on(String fields, String body, String wire) {
        assertThat(wire(fields, body)).isEqualTo(wire);
    }

    @ParameterizedTest
    @CsvSource({
        "send_sms=0, text_viber=V, send_sms (R7)",
        "send_viber=0, text_sms=S, send_viber (R6)",
    })
    void a_named_switch_keeps_the_texts_from_deciding(String off, String text, String start) {
        assertThat(check(off + " " + text, "B").violations())
                .singleElement()
                .hasToString(start + " switches the channel off and no other is on");
    }

    @Test
    void a_blank_body_fills_nothing() {
        assertThat(check("send_sms=1", " \n ").violations())
                .singleElement()
                .hasToString("text_sms (R13) is missing, and the message goes by SMS");
    }

    @Test
    void a_plain_body_obeys_the_rules_of_the_field_it_fills() {
        List<Violation> violations =
                check("send_viber=1 send_sms=2", "я".repeat(1000) + "\u0007").violations();

        assertThat(violations)
                .extracting(Violation::toString)
                .containsExactlyInAnyOrder(
                        "text_viber (R12) holds U+0007 at position 1001, which XML 1.0 cannot carry",
                        "text_viber (R12) has 1001 characters, at most 1000 are allowed",
                        "text_sms (R13) holds U+0007 at position 1001, which XML 1.0 cannot carry");
    }

    private static String wire(String fields, String body) {
        Checked checked = check(fields, body);

        assertThat(checked.violations()).isEmpty();
        return checked.content().fields().entrySet().stream()
                .map(field -> field.getKey().protocolName() + "=" + field.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Checked check(String fields, String body) {
        Map<MessageField, Object> given = new EnumMap<>(MessageField.class);
        Arrays.stream(fields.split(" ")).filter(field -> !field.isBlank()).forEach(field -> {
            String[] pair = field.split("=");
            given.put(MessageField.valueOf(pair[0].toUpperCase(Locale.ROOT)), pair[1]);
        });
        return MessageRules.check(given, body, ZoneId.of("Europe/Moscow"));
    }
}
