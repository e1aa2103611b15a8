package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.simulator.model.DuplicateAnswer;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.Tally;

class RecipientsTest {

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.builder()
            .account("demo", "demo")
            .account("second", "second")
            .start();

    private final Client client = new Client(gateway.baseUrl());

    @ParameterizedTest
    @ValueSource(strings = {"79000000001", "380442589632", "1234567", "12345678901234"})
    void r19_a_phone_is_digits_in_international_form(String phone) {
        assertThat(client.send(Client.sms(phone, "text"))).contains("phone=\"" + phone + "\"", ">send<");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Укажите номер телефона.",
                "+79001234567|Неверный номер телефона.",
                "7 900 123 45 67|Неверный номер телефона.",
                "0079001234567|Неверный номер телефона.",
                "123456|Неверный номер телефона.",
                "٧٩٠٠١٢٣٤٥٦٧|Неверный номер телефона.",
                "123456789012345|Номер телефона должен быть меньше 15 символов."
            })
    void r19_any_other_phone_is_refused_alone(String phone, String words) {
        assertThat(client.send(Client.sms(phone, "text")))
                .isEqualTo("<message><information client_id_message=\"\" phone=\"" + phone + "\">" + words
                        + "</information></message>");
    }

    @Test
    void r19_a_message_without_a_recipient_is_refused() {
        assertThat(client.send("<message><text_sms>text</text_sms></message>"))
                .isEqualTo("<message><error>Укажите номер телефона.</error></message>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1.5", "9223372036854775808", "+1"})
    void r20_a_client_id_is_a_whole_number_of_63_bits(String id) {
        assertThat(client.send(withClientId(id)))
                .isEqualTo("<message><information client_id_message=\"" + id
                        + "\" phone=\"79001234567\">Неверное значение client_id_message.</information></message>");
        assertThat(client.send(withClientId("9223372036854775807"))).contains(">send<");
    }

    @Test
    void r20_a_client_id_that_is_empty_or_zero_counts_as_none() {
        assertThat(client.send(withClientId("0") + withClientId("0") + withClientId("")))
                .doesNotContain("уже было");
        assertThat(gateway.messages())
                .extracting(ReceivedMessage::clientIdMessage)
                .containsOnlyNulls();
    }

    @Test
    void r20_a_repeated_client_id_sends_nothing_again_whatever_phone_and_text_it_brings() {
        client.send(Client.sms("79001234567", "first", 42));
        ReceivedMessage first = gateway.latest().orElseThrow();

        String answer = client.send(Client.sms("79007654321", "second", 42));

        assertThat(answer)
                .contains("id_message=\"" + first.idMessage() + "\"", ">Данное сообщение уже было отправлено.<");
        assertThat(gateway.messages()).containsExactly(first);
        assertThat(gateway.ledger().clientId(42)).isEqualTo(new Tally(1, 1));
    }

    @Test
    void r20_a_client_id_repeated_within_one_document_is_refused_too() {
        assertThat(client.send(Client.sms("79001234567", "text", 1) + Client.sms("79001234567", "text", 1)))
                .contains(">send<", "уже было отправлено");
        assertThat(gateway.messages()).hasSize(1);
    }

    @Test
    void r20_client_ids_belong_to_their_account() {
        String document = Client.request(Client.sms("79001234567", "text", 1));
        client.post("/xml/message.php", document);

        String answer = client.post("/xml/message.php", document.replace("\"demo\"", "\"second\""));

        assertThat(answer).contains(">send<");
        assertThat(gateway.ledger().clientId("demo", 1)).isEqualTo(new Tally(1, 0));
        assertThat(gateway.ledger().clientId("second", 1)).isEqualTo(new Tally(1, 0));
        assertThat(gateway.ledger().clientId(1)).isEqualTo(new Tally(2, 0));
    }

    @Test
    void r20_a_refused_recipient_does_not_use_up_its_client_id() {
        client.send(Client.sms("70000000005", "text", 1));
        client.send(Client.sms("+7", "text", 1));
        client.send("<message><send_sms>x</send_sms><text_sms>t</text_sms><abonent phone='7' client_id_message='1'/>"
                + "</message>");

        assertThat(client.send(Client.sms("79001234567", "text", 1))).contains(">send<");
    }

    @Test
    void r20_the_answer_to_a_repeat_can_be_the_old_id() {
        try (GatewaySimulator other = GatewaySimulator.builder()
                .duplicateAnswer(DuplicateAnswer.OLD_ID)
                .start()) {
            Client client = new Client(other.baseUrl());
            client.send(Client.sms("79001234567", "text", 1));

            String answer = client.send(Client.sms("79001234567", "text", 1));

            assertThat(answer).contains(other.latest().orElseThrow().idMessage() + "\"", ">send<");
            assertThat(other.messages()).hasSize(1);
        }
    }

    @Test
    void r20_the_answer_to_a_repeat_can_be_a_text_without_id() {
        try (GatewaySimulator other = GatewaySimulator.builder()
                .duplicateAnswer(DuplicateAnswer.ERROR_TEXT)
                .start()) {
            Client client = new Client(other.baseUrl());
            client.send(Client.sms("79001234567", "text", 1));

            assertThat(client.send(Client.sms("79001234567", "text", 1)))
                    .isEqualTo("<message><information client_id_message=\"1\" phone=\"79001234567\">"
                            + "Данное сообщение уже было отправлено.</information></message>");
        }
    }

    private static String withClientId(String id) {
        return "<message><text_sms>text</text_sms><abonent phone=\"79001234567\" client_id_message=\"" + id
                + "\"/></message>";
    }
}
