package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.model.ReceivedMessage;

class SendAnswerTest {

    private final TestClock clock = new TestClock("2026-11-23T10:00:00Z");

    @RegisterExtension
    private final GatewaySimulator gateway =
            GatewaySimulator.builder().clock(clock).start();

    private final Client client = new Client(gateway.baseUrl());

    @Test
    void r21_of_a_malformed_document_nothing_is_accepted() {
        String answer = client.send(Client.sms("79001234567", "text") + "<massage/>");

        assertThat(answer).isEqualTo("<error>Неправильный формат XML документа</error>");
        assertThat(gateway.messages()).isEmpty();
        assertThat(gateway.ledger().totals().documents()).isZero();
    }

    @Test
    void r22_every_message_has_its_answer_in_its_place() {
        String answer = client.send(Client.sms("79001234567", "one")
                + "<message><send_sms>1</send_sms><abonent phone=\"79001234567\"/></message>"
                + Client.sms("79001234568", "three"));

        assertThat(answer)
                .matches("<message><information [^>]+\"79001234567\"[^>]+>send</information></message>"
                        + "<message><error>Нет текста сообщения.</error></message>"
                        + "<message><information [^>]+\"79001234568\"[^>]+>send</information></message>");
    }

    @Test
    void r22_every_recipient_has_its_entry_in_its_place() {
        String answer = client.send("<message><text_sms>text</text_sms><abonent phone=\"79001234567\"/>"
                + "<abonent phone=\"wrong\"/><abonent phone=\"79001234568\"/></message>");

        assertThat(answer)
                .matches("<message><information [^>]+>send</information>"
                        + "<information client_id_message=\"\" phone=\"wrong\">Неверный номер телефона.</information>"
                        + "<information [^>]+>send</information></message>");
        assertThat(gateway.messages()).extracting(ReceivedMessage::phone).containsExactly("79001234567", "79001234568");
    }

    @Test
    void r23_an_accepted_sms_is_answered_with_its_ids_and_parts() {
        String answer = client.send(Client.sms("79001234567", "я".repeat(71), 111));

        assertThat(answer)
                .isEqualTo("<message><information id_message=\"%d\" client_id_message=\"111\" id_sms=\"2731000002\""
                                .formatted(gateway.latest().orElseThrow().idMessage())
                        + " id_viber=\"0\" phone=\"79001234567\" count_message=\"2\">send</information></message>");
    }

    @Test
    void r23_ids_are_unique_and_above_32_bits() {
        client.send(Client.sms("79001234567", "one") + Client.sms("79001234567", "two"));

        List<ReceivedMessage> messages = gateway.messages();
        assertThat(messages)
                .extracting(ReceivedMessage::idMessage)
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0xFFFF_FFFFL);
    }

    @Test
    void r23_parts_and_id_are_those_of_the_first_channel() {
        String answer =
                client.send("<message><send_viber>1</send_viber><send_sms>2</send_sms><text_viber>v</text_viber>"
                        + "<text_sms>" + "я".repeat(200) + "</text_sms><abonent phone=\"79001234567\"/></message>");

        assertThat(answer).contains("id_sms=\"0\"", "id_viber=\"2731000003\"", "count_message=\"1\"");
    }

    @Test
    void r23_a_message_for_later_has_used_no_channel_yet() {
        String answer = client.send("<message><time_send>2026-11-23 13:01</time_send><text_sms>text</text_sms>"
                + "<abonent phone=\"79001234567\"/></message>");

        assertThat(answer).contains("id_sms=\"0\"", "id_viber=\"0\"", ">send<");
    }

    @Test
    void r23_the_text_of_an_accepted_entry_can_say_more_than_send() {
        assertThat(client.send(Client.sms("70000000010", "text")))
                .contains("id_message=\"", ">Недостаточно средств для отправки SMS. SMS будет отправлена");
        assertThat(client.send(Client.sms("70000000008", "text")))
                .contains("id_message=\"", ">Данное сообщение уже было отправлено.<");
        assertThat(gateway.messages()).hasSize(2);
    }

    @Test
    void r24_a_refused_recipient_has_no_id() {
        assertThat(client.send(Client.sms("70000000005", "text", 7) + Client.sms("70000000009", "text")))
                .isEqualTo("<message><information client_id_message=\"7\" phone=\"70000000005\">"
                        + "Данное направление закрыто.</information></message>"
                        + "<message><information client_id_message=\"\" phone=\"70000000009\">"
                        + "Номер телефона присутствует в стоп-листе.</information></message>");
        assertThat(gateway.messages()).isEmpty();
    }

    @Test
    void what_a_client_wrote_is_echoed_escaped() {
        assertThat(client.send("<message><text_sms>t</text_sms><abonent phone=\"&lt;&quot;&amp;😀\"/></message>"))
                .contains("phone=\"&lt;&quot;&amp;😀\"");
    }
}
