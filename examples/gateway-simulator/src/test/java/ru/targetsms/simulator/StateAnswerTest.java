package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.model.State;

class StateAnswerTest {

    private static final String UNKNOWN = "time_change_state=\"\">Сообщение с таким ID не принималось</state>";

    private final TestClock clock = new TestClock("2026-11-23T10:15:25Z");

    @RegisterExtension
    private final GatewaySimulator gateway = GatewaySimulator.builder()
            .clock(clock)
            .profile(Profile.MANUAL)
            .account("demo", "demo")
            .account("second", "second")
            .start();

    private final Client client = new Client(gateway.baseUrl());

    @Test
    void r25_many_ids_are_answered_in_the_order_asked() {
        long one = accepted(Client.sms("79001234567", "one"));
        long two = accepted(Client.sms("79001234567", "two"));

        assertThat(client.state(two, one, two))
                .matches("<state id_message=\"%1$d\".*<state id_message=\"%2$d\".*<state id_message=\"%1$d\".*"
                        .formatted(two, one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<state></state>",
                "<state><id>1</id></state>",
                "<state id=\"1\"><id_message>1</id_message></state>",
                "<state><id_message>1</id_message></state><state><id_message>1</id_message></state>",
                ""
            })
    void r26_a_document_that_is_no_question_is_refused(String inside) {
        assertThat(client.post("/xml/state_message.php", Client.request(inside)))
                .contains("<response><error>Неправильный формат XML документа</error></response>");
    }

    @Test
    void r27_r31_a_message_in_progress_has_cost_nothing_yet() {
        long id = accepted(Client.sms("79001234567", "text"));

        assertThat(client.state(id))
                .isEqualTo(
                        "<state id_message=\"%d\" time_change_state=\"2026-11-23 13:15:25\" state_sms=\"send\" state_viber=\"send\">send</state>"
                                .formatted(id));
    }

    @Test
    void r27_r31_a_delivered_sms_names_its_parts_and_its_price() {
        long id = accepted(Client.sms("79001234567", "я".repeat(71)));
        clock.pass(Duration.ofSeconds(5));
        gateway.setState(id, State.DELIVER);

        assertThat(client.state(id))
                .isEqualTo(
                        "<state id_message=\"%d\" time_change_state=\"2026-11-23 13:15:30\" state_sms=\"deliver\" state_viber=\"send\" num_parts_sms=\"2\" price_sms=\"2.90\">deliver</state>"
                                .formatted(id));
    }

    @Test
    void r28_an_unknown_id_has_no_time() {
        assertThat(client.state(5, "abc", "99999999999999999999"))
                .isEqualTo("<state id_message=\"5\" " + UNKNOWN + "<state id_message=\"abc\" " + UNKNOWN
                        + "<state id_message=\"99999999999999999999\" " + UNKNOWN);
    }

    @Test
    void r28_times_are_those_of_the_zone_set() {
        try (GatewaySimulator other = GatewaySimulator.builder()
                .clock(clock)
                .zone(ZoneId.of("Asia/Vladivostok"))
                .start()) {
            Client client = new Client(other.baseUrl());
            client.send(Client.sms("79001234567", "text"));

            assertThat(client.state(other.latest().orElseThrow().idMessage()))
                    .contains("time_change_state=\"2026-11-23 20:15:25\"");
        }
    }

    @Test
    void r29_an_id_of_another_account_is_unknown() {
        long id = accepted(Client.sms("79001234567", "text"));
        String ask = Client.request("<state><id_message>" + id + "</id_message></state>");

        assertThat(client.post("/xml/state_message.php", ask.replace("\"demo\"", "\"second\"")))
                .contains(UNKNOWN);
    }

    @Test
    void r29_a_forgotten_id_is_unknown() {
        long id = accepted(Client.sms("79001234567", "text"));
        gateway.forget(id);

        assertThat(client.state(id)).contains(UNKNOWN);
    }

    @Test
    void r30_r31_after_a_cascade_both_channels_have_a_word_and_a_price() {
        long id = accepted(cascade());
        gateway.setState(id, Channel.VIBER, State.EXPIRED);
        assertThat(client.state(id)).contains("state_viber=\"expired\"", "state_sms=\"send\"", ">send<");

        gateway.setState(id, Channel.SMS, State.DELIVER);
        assertThat(client.state(id))
                .contains("state_viber=\"expired\"", "state_sms=\"deliver\"", ">deliver<")
                .contains("num_parts_sms=\"1\"", "price_sms=\"1.45\"", "price_viber=\"1.10\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "link", "unsubscribe"})
    void r33_a_delivered_viber_message_can_still_become(String word) {
        long id = accepted(cascade());
        gateway.setState(id, Channel.VIBER, State.DELIVER);
        assertThat(client.state(id)).contains("state_viber=\"deliver\"", ">deliver<");

        gateway.setState(id, Channel.VIBER, State.of(word));
        assertThat(client.state(id)).contains("state_viber=\"" + word + "\"", "state_sms=\"send\"", ">deliver<");
    }

    @Test
    void a_hand_can_turn_a_state_back_and_a_last_state_into_another() {
        long id = accepted(Client.sms("79001234567", "text"));
        gateway.setState(id, State.DELIVER);

        gateway.setState(id, State.SEND);
        assertThat(client.state(id)).contains("state_sms=\"send\"", ">send<");

        gateway.setState(id, State.DELIVER);
        gateway.setState(id, State.EXPIRED);
        assertThat(client.state(id)).contains("state_sms=\"expired\"", ">expired<");
    }

    private long accepted(String message) {
        client.send(message);
        return gateway.latest().orElseThrow().idMessage();
    }

    private static String cascade() {
        return "<message><send_viber>1</send_viber><send_sms>2</send_sms><text_viber>v</text_viber>"
                + "<text_sms>s</text_sms><abonent phone=\"79001234567\"/></message>";
    }
}
