package ru.targetsms.camel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;

/** What a status answer says of each id (R27-R31, R33, R34). */
class StateReaderTest {

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void r29_each_word_is_a_state(DeliveryState state) {
        DeliveryStatus status = one("<state id_message=\"1\">" + state.word() + "</state>");

        assertThat(status.state()).isEqualTo(state);
        assertThat(status.isFinal()).isEqualTo(state != DeliveryState.SEND);
        assertThat(status.text()).isEqualTo(state.word());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Сообщение с таким ID не принималось", "moderation", "", " "})
    void r29_r34_any_other_text_is_kept_and_the_state_is_unknown(String text) {
        DeliveryStatus status = one("<state id_message=\"1\">" + text + "</state>");

        assertThat(status.state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(status.text()).isEqualTo(text);
        assertThat(status.isFinal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "send,",
        "SEND,",
        "'',",
        "deliver, DELIVER",
        "not_deliver, NOT_DELIVER",
        "expired, EXPIRED",
        "partly_deliver, PARTLY_DELIVER",
        "blocked, UNKNOWN"
    })
    void r30_for_a_channel_send_means_that_it_was_not_used(String word, DeliveryState state) {
        DeliveryStatus status =
                one("<state id_message=\"1\" state_sms=\"" + word + "\" state_viber=\"" + word + "\">deliver</state>");

        assertThat(status.stateSms()).isEqualTo(state);
        assertThat(status.stateViber()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "link", "unsubscribe"})
    void r33_viber_knows_three_words_more(String word) {
        assertThat(one("<state id_message=\"1\" state_viber=\"" + word + "\">deliver</state>")
                        .stateViber()
                        .word())
                .isEqualTo(word);
    }

    @Test
    void r28_the_time_is_wall_clock_time_of_the_zone() {
        String state = "<state id_message=\"1\" time_change_state=\"2026-07-01 13:15:25\">deliver</state>";

        assertThat(one(state).changedAt()).isEqualTo(Instant.parse("2026-07-01T10:15:25Z"));
        assertThat(new StateReader(ZoneId.of("Asia/Kamchatka"))
                        .read(List.of("1"), Wire.answer(state))
                        .get(0)
                        .changedAt())
                .isEqualTo(Instant.parse("2026-07-01T01:15:25Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "yesterday", "2026-13-01 00:00:00", "2026-07-01T13:15:25"})
    void r28_r34_a_time_that_says_nothing_is_none(String time) {
        assertThat(one("<state id_message=\"1\" time_change_state=\"" + time + "\">deliver</state>")
                        .changedAt())
                .isNull();
    }

    @Test
    void r31_parts_and_prices_are_read_as_they_stand() {
        DeliveryStatus status = one(
                "<state id_message=\"1\" num_parts_sms=\" 3 \" price_sms=\"9.820\" price_viber=\"0\">deliver</state>");

        assertThat(status.numPartsSms()).isEqualTo(3);
        assertThat(status.priceSms()).isEqualTo(new BigDecimal("9.820"));
        assertThat(status.priceViber()).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "free", "1,5", "99999999999999999999"})
    void r31_r34_a_number_that_says_nothing_is_none_and_no_error(String number) {
        DeliveryStatus status = one("<state id_message=\"1\" num_parts_sms=\"" + number + "\">deliver</state>");

        assertThat(status.numPartsSms()).isNull();
        assertThat(status.state()).isEqualTo(DeliveryState.DELIVER);
    }

    @Test
    void r27_statuses_stand_in_the_order_asked_and_missing_ids_are_unknown() {
        List<DeliveryStatus> statuses = read(
                List.of("3", "2", "1", "3"),
                "<state id_message=\"1\">read</state><state id_message=\"9\">deliver</state>"
                        + "<state id_message=\" 3 \">expired</state><state>deliver</state>");

        assertThat(statuses).extracting(DeliveryStatus::idMessage).containsExactly("3", "2", "1", "3");
        assertThat(statuses)
                .extracting(DeliveryStatus::state)
                .containsExactly(
                        DeliveryState.EXPIRED, DeliveryState.UNKNOWN, DeliveryState.READ, DeliveryState.EXPIRED);
        assertThat(statuses.get(1)).isEqualTo(DeliveryStatus.unknown("2"));
    }

    @Test
    void r27_of_an_id_answered_twice_the_first_counts() {
        assertThat(one("<state id_message=\"1\">deliver</state><state id_message=\"1\">send</state>")
                        .state())
                .isEqualTo(DeliveryState.DELIVER);
    }

    @Test
    void r27_an_empty_answer_leaves_every_id_unknown() {
        assertThat(read(List.of("1", "2"), ""))
                .containsExactly(DeliveryStatus.unknown("1"), DeliveryStatus.unknown("2"));
    }

    private static DeliveryStatus one(String answer) {
        return read(List.of("1"), answer).get(0);
    }

    private static List<DeliveryStatus> read(List<String> ids, String answer) {
        return new StateReader(Wire.MOSCOW).read(ids, Wire.answer(answer));
    }
}
