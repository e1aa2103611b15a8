package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.Inbox;
import ru.targetsms.simulator.model.Change;
import ru.targetsms.simulator.model.Encoding;
import ru.targetsms.simulator.model.HttpExchange;
import ru.targetsms.simulator.model.InboxPage;
import ru.targetsms.simulator.model.MessageDetail;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.Refusal;
import ru.targetsms.simulator.model.SmsMeter;

class InboxTest {

    private static final GatewaySimulator gateway = GatewaySimulator.start();

    private final Client client = new Client(gateway.baseUrl());
    private final Inbox inbox = gateway.inbox();

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void a_page_is_a_part_of_what_fits_newest_first() {
        for (int i = 1; i <= 5; i++) {
            client.send(Client.sms("7900123456" + i, i == 3 ? "other" : "text " + i));
        }

        InboxPage page = inbox.page("text", 1, 2);

        assertThat(page.messages()).extracting(ReceivedMessage::textSms).containsExactly("text 4", "text 2");
        assertThat(page).extracting("offset", "total", "kept", "unread").containsExactly(1, 4, 5, 5);
        assertThat(inbox.page(null, 4, 10).messages())
                .extracting(ReceivedMessage::textSms)
                .containsExactly("text 1");
        assertThat(inbox.page(" ", 9, 10).messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "заказ, true",
        "ЗАКАЗ № 15, true",
        "15 готов, true",
        "'\"№ 15 готов\"', true",
        "'\"готов 15\"', false",
        "зака, true",
        "заказы, false",
        "елка, false",
        "ЁЛКА, true",
        "магазин, true",
        "Осень, true",
        "4815162342, true",
        "48151623, true",
        "+7 (900) 123-45-67, true",
        "79001234567, true",
        "79001234568, false",
        ".*, false",
        "\\n, false",
        "готов. Приходите, true",
        "100%, true"
    })
    void a_search_is_exact_in_every_alphabet_and_careless_about_case(String query, boolean found) {
        client.send("<message><send_sms>1</send_sms><name_delivery>Осень</name_delivery>"
                + "<sender_sms>Магазин</sender_sms><text_sms>Ваш заказ № 15 готов.\\nПриходите, ёлка за 100%</text_sms>"
                + "<abonent phone=\"79001234567\" client_id_message=\"4815162342\"/></message>");

        assertThat(inbox.page(query, 0, 10).total()).isEqualTo(found ? 1 : 0);
    }

    @Test
    void a_letter_is_found_whether_it_was_composed_or_not() {
        client.send(Client.sms("79001234567", "Новый и\u0306од"));

        assertThat(inbox.page("йод", 0, 10).total()).isOne();
        assertThat(inbox.page("новыи\u0306", 0, 10).total()).isOne();
    }

    @Test
    void a_message_is_unread_until_it_is_opened() {
        long first = send("one");
        send("two");
        send("three");

        assertThat(inbox.open(first)).isTrue();

        assertThat(inbox.unread()).isEqualTo(2);
        assertThat(gateway.message(first).orElseThrow().unread()).isFalse();
        inbox.openAll();
        assertThat(inbox.unread()).isZero();
        assertThat(inbox.open(1)).isFalse();
    }

    @Test
    void what_is_deleted_is_unknown_and_its_client_id_stays_used() {
        client.send(Client.sms("79001234567", "text", 1));
        long id = gateway.latest().orElseThrow().idMessage();

        assertThat(inbox.delete(id)).isTrue();

        assertThat(inbox.page(null, 0, 10))
                .extracting("total", "kept", "unread")
                .containsExactly(0, 0, 0);
        assertThat(client.state(id)).contains("Сообщение с таким ID не принималось");
        assertThat(client.send(Client.sms("79001234567", "text", 1))).contains("уже было отправлено");
        assertThat(inbox.delete(id)).isFalse();
    }

    @Test
    void all_messages_are_deleted_and_the_books_go_on() {
        send("one");
        long two = send("two");

        inbox.deleteAll();

        assertThat(inbox.page(null, 0, 10))
                .extracting("total", "kept", "unread")
                .containsExactly(0, 0, 0);
        assertThat(gateway.message(two)).isEmpty();
        assertThat(gateway.ledger().totals().accepted()).isEqualTo(2);
        send("three");
        assertThat(gateway.messages()).extracting(ReceivedMessage::textSms).containsExactly("three");
    }

    @Test
    void a_forgotten_id_is_unknown_and_the_message_still_here() {
        long id = send("text");

        gateway.forget(id);

        assertThat(client.state(id)).contains("Сообщение с таким ID не принималось");
        assertThat(gateway.message(id).orElseThrow().forgotten()).isTrue();
        assertThat(inbox.page("text", 0, 10).total()).isOne();
    }

    @Test
    void a_message_knows_what_brought_it_and_who_asked_for_it() {
        client.send(Client.sms("79001234567", "before"));
        client.send(Client.sms("79001234567", "Ваш заказ готов", 7));
        long id = gateway.latest().orElseThrow().idMessage();
        client.send(Client.sms("79001234567", "Ваш заказ готов", 7));
        client.state(id, id + 1);
        client.state(id + 1);

        MessageDetail detail = inbox.detail(id).orElseThrow();

        assertThat(detail.sending().requestText()).contains("client_id_message=\"7\"");
        assertThat(detail.sending().answerText()).contains(">send<");
        assertThat(detail.questions())
                .singleElement()
                .extracting(HttpExchange::requestText)
                .asString()
                .contains("<id_message>" + id + "</id_message>");
        assertThat(detail.asked()).isOne();
        assertThat(detail.tally()).extracting("accepted", "refusedAsDuplicate").containsExactly(1, 1);
        assertThat(detail.sms()).isEqualTo(new SmsMeter(Encoding.UCS_2, 15, 15, 1, 55));
        assertThat(detail).hasToString("MessageDetail[" + id + "]");
        assertThat(inbox.detail(1)).isEmpty();
    }

    @Test
    void what_was_refused_last_can_be_looked_up() {
        client.send(Client.sms("70000000009", "text", 3));
        client.send("<message><send_sms>1</send_sms><abonent phone=\"79001234567\"/></message>");
        client.post("/xml/message.php", "<request/>");

        assertThat(gateway.refusals())
                .extracting(Refusal::phone, Refusal::clientIdMessage, Refusal::words)
                .containsExactly(
                        tuple(null, null, "Неправильный формат XML документа"),
                        tuple("79001234567", "", "Нет текста сообщения."),
                        tuple("70000000009", "3", "Номер телефона присутствует в стоп-листе."));
    }

    @Test
    void of_refusals_the_last_hundred_are_kept_and_of_what_was_wrong_its_start() {
        client.send(Client.sms("x".repeat(1000), "text").repeat(101));

        assertThat(gateway.refusals())
                .hasSize(100)
                .allSatisfy(refusal -> assertThat(refusal.phone()).hasSize(51).endsWith("…"));
    }

    @Test
    void whoever_listens_is_told_what_changes() {
        List<Change> told = new ArrayList<>();
        Runnable end = gateway.changes().listen(told::add);

        long id = send("text");
        assertThat(told).containsOnly(Change.MESSAGES).isNotEmpty();
        told.clear();
        inbox.open(id);
        inbox.open(id);
        assertThat(told).containsExactly(Change.MESSAGES);
        told.clear();
        inbox.openAll();
        inbox.delete(id);
        inbox.deleteAll();
        assertThat(told).containsExactly(Change.MESSAGES, Change.MESSAGES, Change.MESSAGES);
        told.clear();
        gateway.faults().add(Fault.empty());
        assertThat(told).containsExactly(Change.FAULTS);
        send("spoilt");
        assertThat(told).contains(Change.MESSAGES, Change.FAULTS);
        told.clear();
        end.run();
        send("unheard");

        assertThat(told).isEmpty();
    }

    private long send(String text) {
        client.post("/xml/message.php", Client.request(Client.sms("79001234567", text)));
        return gateway.latest().orElseThrow().idMessage();
    }
}
