package ru.targetsms.camel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.camel.model.Outcome.ACCEPTED;
import static ru.targetsms.camel.model.Outcome.DUPLICATE;
import static ru.targetsms.camel.model.Outcome.HELD;
import static ru.targetsms.camel.model.Outcome.REJECTED;
import static ru.targetsms.camel.model.Outcome.UNKNOWN;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/** What a send answer says of each recipient (R22-R24, R20, F15-F22). */
class AnswerMatcherTest {

    private static final String OLD_ID_TEXT = "Данное сообщение уже было отправлено.";
    private static final String HELD_TEXT = "Недостаточно средств для отправки SMS. "
            + "SMS будет отправлена как только вы пополните счет по данному направлению.";

    private static final Submission ANNA = Wire.to(0, "А", "79000000001", 111L);
    private static final Submission BORIS = Wire.to(1, "А", "79000000002", 112L);
    private static final Submission VERA = Wire.to(2, "А", "79000000003", null);
    private static final Submission GLEB = Wire.to(3, "А", "79000000004", null);
    private static final Submission DARIA = Wire.to(4, "Б", "79000000005", null);

    @Test
    void r22_recipients_with_equal_content_share_a_message_in_order_of_first_appearance() {
        assertThat(WireMessages.group(List.of(ANNA, DARIA, BORIS)))
                .containsExactly(List.of(ANNA, BORIS), List.of(DARIA));
    }

    @Test
    void r22_results_stand_in_the_order_of_the_input_not_of_the_request() {
        List<SendResult> results = match(
                List.of(VERA, DARIA, GLEB),
                message(accepted("1", null, "79000000003") + accepted("2", null, "79000000004"))
                        + message(accepted("3", null, "79000000005")));

        assertThat(results).extracting(SendResult::index).containsExactly(2, 4, 3);
        assertThat(results).extracting(SendResult::idMessage).containsExactly("1", "3", "2");
    }

    @Test
    void r23_reordered_entries_are_found_by_client_id() {
        List<SendResult> results = match(
                List.of(ANNA, BORIS), message(accepted("2", 112L, "79000000002") + accepted("1", 111L, "79000000001")));

        assertThat(results).extracting(SendResult::idMessage).containsExactly("1", "2");
    }

    @Test
    void r22_entries_in_the_wrong_message_or_in_too_few_messages_are_found_by_client_id() {
        Submission zoya = Wire.to(5, "Б", "79000000006", 116L);
        String entries =
                accepted("6", 116L, "79000000006") + accepted("2", 112L, "79000000002") + accepted("1", 111L, null);

        assertThat(match(List.of(ANNA, BORIS, zoya), message(entries)))
                .extracting(SendResult::idMessage)
                .containsExactly("1", "2", "6");
        assertThat(match(List.of(ANNA, BORIS, zoya), message("") + message(entries)))
                .extracting(SendResult::idMessage)
                .containsExactly("1", "2", "6");
    }

    @Test
    void r22_entries_without_client_id_are_found_by_position_when_the_phone_agrees() {
        assertThat(match(
                        List.of(VERA, GLEB),
                        message(accepted("3", null, "79000000003") + accepted("4", null, "+7 900 000-00-04"))))
                .extracting(SendResult::idMessage)
                .containsExactly("3", "4");
    }

    @Test
    void r22_reordered_entries_without_client_id_are_unknown() {
        assertThat(match(
                        List.of(VERA, GLEB),
                        message(accepted("4", null, "79000000004") + accepted("3", null, "79000000003"))))
                .extracting(SendResult::outcome)
                .containsExactly(UNKNOWN, UNKNOWN);
    }

    @Test
    void r22_a_missing_entry_leaves_its_recipient_unknown_and_harms_no_other() {
        assertThat(match(List.of(ANNA, BORIS), message(accepted("2", 112L, "79000000002"))))
                .extracting(SendResult::outcome)
                .containsExactly(UNKNOWN, ACCEPTED);
        assertThat(match(List.of(VERA, GLEB), message(accepted("3", null, "79000000003"))))
                .extracting(SendResult::outcome)
                .containsExactly(ACCEPTED, UNKNOWN);
        assertThat(match(List.of(VERA, GLEB), message(accepted("4", null, "79000000004"))))
                .extracting(SendResult::outcome)
                .containsExactly(UNKNOWN, UNKNOWN);
    }

    @Test
    void r22_an_entry_for_a_stranger_is_ignored() {
        assertThat(match(
                        List.of(ANNA, VERA),
                        message(accepted("1", 111L, "79000000001")
                                + accepted("3", null, "79000000003")
                                + accepted("9", 999L, "79000000009"))))
                .extracting(SendResult::idMessage)
                .containsExactly("1", "3");
    }

    @Test
    void r23_a_client_id_answered_twice_names_nobody_for_certain() {
        List<SendResult> results = match(
                List.of(ANNA, BORIS),
                message(accepted("8", 111L, "79000000008")
                        + accepted("1", 111L, "79000000001")
                        + accepted("2", 112L, "79000000002")));

        assertThat(results).extracting(SendResult::outcome).containsExactly(UNKNOWN, ACCEPTED);
    }

    @Test
    void r22_a_phone_that_the_gateway_writes_its_own_way_still_agrees() {
        Submission local = Wire.to(6, "А", "89000000007", null);

        assertThat(match(List.of(local), message(accepted("7", null, "79000000007"))))
                .extracting(SendResult::idMessage)
                .containsExactly("7");
    }

    @Test
    void r22_equal_phones_are_told_apart_by_position() {
        Submission again = Wire.to(1, "А", "79000000003", null);

        assertThat(match(
                        List.of(VERA, again),
                        message(accepted("3", null, "79000000003") + refused(null, "79000000003", "Закончились SMS."))))
                .extracting(SendResult::outcome)
                .containsExactly(ACCEPTED, REJECTED);
    }

    @Test
    void r22_one_entry_is_never_counted_for_two_recipients() {
        Submission again = Wire.to(1, "А", "79000000001", null);

        assertThat(match(List.of(again, ANNA), message(accepted("1", 111L, "79000000001"))))
                .extracting(SendResult::outcome)
                .containsExactly(UNKNOWN, ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "112"})
    void r23_a_client_id_that_is_not_echoed_leaves_position_and_phone(String echoed) {
        List<SendResult> results = match(
                List.of(BORIS),
                message("<information id_message=\"2\" client_id_message=\"" + echoed
                        + "\" phone=\"79000000002\">send</information>"));

        assertThat(results).extracting(SendResult::idMessage).containsExactly("2");
        assertThat(results).extracting(SendResult::clientIdMessage).containsExactly(112L);
    }

    @Test
    void r23_another_client_id_at_the_right_position_is_not_ours() {
        assertThat(match(List.of(BORIS), message(accepted("2", 999L, "79000000002"))))
                .extracting(SendResult::outcome)
                .containsExactly(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "SEND", "", "ok", "Принято", "Текст SMS отклонен модератором."})
    void r23_an_entry_with_an_id_is_accepted_whatever_its_text(String text) {
        SendResult result = entry("id_message=\"8500000001\" phone=\"79000000001\"", text);

        assertThat(result.outcome()).isEqualTo(ACCEPTED);
        assertThat(result.idMessage()).isEqualTo("8500000001");
        assertThat(result.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'', send",
        "'id_message=\"\"', send",
        "'id_message=\" \"', Send",
        "'', ''",
        "'id_sms=\"17\" id_viber=\"18\"', send"
    })
    void r23_send_without_an_id_is_unknown(String id, String text) {
        assertThat(entry(id + " phone=\"79000000001\"", text).outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void r23_channel_ids_and_parts_are_optional_and_zero_means_none() {
        SendResult full = entry(
                "id_message=\"1\" id_sms=\"2856677675\" id_viber=\"0\" count_message=\"3\" phone=\"79000000001\"",
                "send");
        SendResult bare = entry("id_message=\"1\" count_message=\"many\" phone=\"79000000001\"", "send");

        assertThat(full.idSms()).isEqualTo("2856677675");
        assertThat(full.idViber()).isNull();
        assertThat(full.countMessage()).isEqualTo(3);
        assertThat(bare.idSms()).isNull();
        assertThat(bare.countMessage()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Номер телефона присутствует в стоп-листе.",
                "Нет отправителя",
                "  Такого отправителя Нет.  ",
                "Insufficient funds",
                "<b>&amp;</b> \"кавычки\"",
                "отправлено"
            })
    void r24_a_text_without_an_id_is_a_refusal_and_kept_untouched(String text) {
        SendResult result = entry("phone=\"79000000001\"", text);

        assertThat(result.outcome()).isEqualTo(REJECTED);
        assertThat(result.text()).isEqualTo(text);
        assertThat(result.idMessage()).isNull();
    }

    @Test
    void r24_a_very_long_text_is_kept_whole() {
        String text = "Отказ. ".repeat(1500);

        assertThat(entry("phone=\"79000000001\"", text).text()).isEqualTo(text);
    }

    @Test
    void r22_an_error_of_the_message_refuses_each_of_its_recipients_and_no_other() {
        List<SendResult> results = match(
                List.of(ANNA, DARIA, VERA),
                "<message><error>Нет отправителя.</error></message>" + message(accepted("5", null, "79000000005")));

        assertThat(results).extracting(SendResult::outcome).containsExactly(REJECTED, ACCEPTED, REJECTED);
        assertThat(results)
                .extracting(SendResult::text)
                .containsExactly("Нет отправителя.", "send", "Нет отправителя.");
    }

    @Test
    void r22_an_entry_beside_an_error_of_its_message_still_counts() {
        assertThat(match(
                        List.of(ANNA, BORIS),
                        "<message>" + accepted("1", 111L, "79000000001") + "<error>Нет отправителя.</error></message>"))
                .extracting(SendResult::outcome)
                .containsExactly(ACCEPTED, REJECTED);
    }

    @Test
    void r22_when_the_number_of_messages_differs_an_error_belongs_to_nobody() {
        String error = "<message><error>Нет отправителя.</error></message>";

        assertThat(match(List.of(ANNA, DARIA), error))
                .extracting(SendResult::outcome)
                .containsExactly(UNKNOWN, UNKNOWN);
        assertThat(match(List.of(ANNA), error + error))
                .extracting(SendResult::outcome)
                .containsExactly(UNKNOWN);
        assertThat(match(List.of(VERA, DARIA), message(accepted("3", null, "79000000003"))))
                .extracting(SendResult::outcome)
                .containsExactly(UNKNOWN, UNKNOWN);
    }

    @Test
    void r22_an_answer_that_says_nothing_leaves_everybody_unknown() {
        assertThat(match(List.of(ANNA, DARIA), ""))
                .extracting(SendResult::outcome)
                .containsExactly(UNKNOWN, UNKNOWN);
    }

    private static Stream<String> writings(String text) {
        String bare = text.substring(0, text.length() - 1);
        return Stream.of(text, bare, text.toUpperCase(Locale.ROOT), " " + bare + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id_message=\"8500000001\""})
    void r20_a_repeated_client_id_is_a_duplicate_with_and_without_the_old_id(String id) {
        assertThat(writings(OLD_ID_TEXT)).allSatisfy(text -> {
            SendResult result = entry(id + " client_id_message=\"111\" phone=\"79000000001\"", text);

            assertThat(result.outcome()).isEqualTo(DUPLICATE);
            assertThat(result.idMessage()).isEqualTo(id.isEmpty() ? null : "8500000001");
            assertThat(result.accepted()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id_message=\"8500000001\""})
    void f19_a_message_kept_until_the_account_is_topped_up_is_held_with_and_without_an_id(String id) {
        assertThat(writings(HELD_TEXT)).allSatisfy(text -> {
            SendResult result = entry(id + " client_id_message=\"111\" phone=\"79000000001\"", text);

            assertThat(result.outcome()).isEqualTo(HELD);
            assertThat(result.idMessage()).isEqualTo(id.isEmpty() ? null : "8500000001");
            assertThat(result.accepted()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id_message=\"8500000001\"|send",
                "id_message=\"8500000001\"|" + OLD_ID_TEXT,
                "''|" + OLD_ID_TEXT,
                "''|" + HELD_TEXT
            })
    void r20_an_answer_that_repeats_an_id_for_another_phone_is_a_refusal(String id, String text) {
        SendResult result = entry(id + " client_id_message=\"111\" phone=\"79000000099\"", text);

        assertThat(result.outcome()).isEqualTo(REJECTED);
        assertThat(result.idMessage()).isNull();
        assertThat(result.phone()).isEqualTo("79000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"89000000001", "+7 (900) 000-00-01", "9000000001", "7900***0001", ""})
    void r20_a_phone_written_the_gateways_way_is_no_other_phone(String phone) {
        SendResult result = entry("id_message=\"1\" client_id_message=\"111\" phone=\"" + phone + "\"", "send");

        assertThat(result.outcome()).isEqualTo(ACCEPTED);
    }

    @Test
    void aMillionResultsHoldTheUsualTextOnce() {
        List<SendResult> results = match(
                List.of(ANNA, BORIS), message(accepted("1", 111L, "79000000001") + accepted("2", 112L, "79000000002")));

        assertThat(results.get(0).text())
                .isEqualTo("send")
                .isSameAs(results.get(1).text());
    }

    private static SendResult entry(String attributes, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return match(List.of(ANNA), message("<information " + attributes + ">" + escaped + "</information>"))
                .get(0);
    }

    private static List<SendResult> match(List<Submission> document, String answer) {
        return AnswerMatcher.match(document, WireMessages.group(document), Wire.answer(answer));
    }

    private static String message(String entries) {
        return "<message>" + entries + "</message>";
    }

    private static String accepted(String id, Long clientId, String phone) {
        return "<information id_message=\"" + id + "\"" + attribute("client_id_message", clientId)
                + attribute("phone", phone) + ">send</information>";
    }

    private static String refused(Long clientId, String phone, String text) {
        return "<information" + attribute("client_id_message", clientId) + attribute("phone", phone) + ">" + text
                + "</information>";
    }

    private static String attribute(String name, Object value) {
        return value == null ? "" : " " + name + "=\"" + value + "\"";
    }
}
