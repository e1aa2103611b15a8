package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.MessageRules;

/** What a message weighs against the pace (R6-R8). */
class WeightTest {

    private static final String THREE_PARTS = "я".repeat(201);

    @Test
    void r7_an_sms_weighs_its_parts() {
        assertThat(weight(null, "1", null, "x")).isEqualTo(1);
        assertThat(weight(null, "1", null, THREE_PARTS)).isEqualTo(3);
        assertThat(weight("0", "9", "x", THREE_PARTS)).isEqualTo(3);
    }

    @Test
    void r6_a_viber_message_weighs_one_however_long() {
        assertThat(weight("1", null, "я".repeat(1000), null)).isEqualTo(1);
        assertThat(weight("9", "0", "x", THREE_PARTS)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 1", "2, 1, 3", "3, 9, 1", "9, 3, 3", "1, 1, 4", "9, 9, 4"})
    void r8_of_a_cascade_the_channel_tried_first_counts_and_equals_count_both(String viber, String sms, int weight) {
        assertThat(weight(viber, sms, "x", THREE_PARTS)).isEqualTo(weight);
    }

    @Test
    void r6_without_any_switch_the_texts_decide() {
        assertThat(weight(null, null, null, THREE_PARTS)).isEqualTo(3);
        assertThat(weight(null, null, "x", null)).isEqualTo(1);
        assertThat(weight(null, null, "x", THREE_PARTS)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'', SMS, 1", "Viber, '', 1", "Viber, SMS, 1", "'', SMS of two parts, 2"})
    void r6_a_message_whose_channels_the_rules_choose_weighs_what_it_would_weigh_without_switches(
            String viber, String sms, int weight) {
        String textSms = sms.replace("of two parts", "x".repeat(200));
        Map<MessageField, Object> fields =
                new EnumMap<>(content(null, null, empty(viber), empty(textSms)).fields());

        Content chosen = MessageRules.check(fields, null, ZoneOffset.UTC).content();

        assertThat(chosen.fields()).hasSizeGreaterThan(fields.size());
        assertThat(Weight.of(chosen)).isEqualTo(weight);
        assertThat(weight(null, null, empty(viber), empty(textSms))).isEqualTo(weight);
    }

    @Test
    void nothing_weighs_less_than_one() {
        assertThat(weight(null, null, null, null)).isEqualTo(1);
        assertThat(weight("0", "0", "x", THREE_PARTS)).isEqualTo(1);
        assertThat(weight(null, "1", null, null)).isEqualTo(1);
    }

    private static String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static int weight(String sendViber, String sendSms, String textViber, String textSms) {
        return Weight.of(content(sendViber, sendSms, textViber, textSms));
    }

    private static Content content(String sendViber, String sendSms, String textViber, String textSms) {
        Map<MessageField, String> fields = new EnumMap<>(MessageField.class);
        put(fields, MessageField.SEND_VIBER, sendViber);
        put(fields, MessageField.SEND_SMS, sendSms);
        put(fields, MessageField.TEXT_VIBER, textViber);
        put(fields, MessageField.TEXT_SMS, textSms);
        return new Content(fields);
    }

    private static void put(Map<MessageField, String> fields, MessageField field, String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }
}
