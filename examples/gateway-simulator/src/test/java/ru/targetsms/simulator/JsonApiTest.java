package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.model.ReservedPhone;

class JsonApiTest {

    private static final GatewaySimulator gateway = GatewaySimulator.builder()
            .profile(Profile.MANUAL)
            .clock(new TestClock("2026-11-23T10:00:00Z"))
            .start();

    private final Client client = new Client(gateway.baseUrl());

    @BeforeEach
    void reset() {
        assertThat(client.json("POST", "/api/v1/reset", null).statusCode()).isEqualTo(204);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void health_is_up_and_names_the_settings() {
        assertThat(client.get("/api/v1/health").body())
                .isEqualTo("{\"status\":\"UP\",\"profile\":\"manual\",\"speed\":1,\"duplicate_answer\":\"both\"}");
    }

    @Test
    void a_message_is_shown_with_the_protocols_names_and_ids_as_text() {
        client.send(Client.sms("79001234567", "Привет", Long.MAX_VALUE));
        String id = Long.toString(gateway.latest().orElseThrow().idMessage());

        assertThat(client.get("/api/v1/messages/" + id).body())
                .isEqualTo("{\"id_message\":\"" + id + "\",\"login\":\"demo\","
                        + "\"client_id_message\":\"9223372036854775807\",\"phone\":\"79001234567\","
                        + "\"channels\":[\"sms\"],\"name_delivery\":\"Шлюз\",\"validity_period_viber\":60,"
                        + "\"finale_viber_read\":false,\"text_sms\":\"Привет\",\"count_message\":1,"
                        + "\"accepted_at\":\"2026-11-23T10:00:00Z\",\"state\":\"send\",\"state_sms\":\"send\","
                        + "\"state_viber\":\"send\",\"time_change_state\":\"2026-11-23T10:00:00Z\","
                        + "\"unread\":true,\"forgotten\":false}");
    }

    @Test
    void messages_come_newest_first_and_can_be_filtered() {
        client.send(Client.sms("79001234567", "one", 1)
                + Client.sms("79007654321", "two", 2)
                + Client.sms("79001234567", "three", 3));

        assertThat(texts("/api/v1/messages")).containsExactly("three", "two", "one");
        assertThat(texts("/api/v1/messages?limit=2")).containsExactly("three", "two");
        assertThat(texts("/api/v1/messages?phone=79001234567")).containsExactly("three", "one");
        assertThat(texts("/api/v1/messages?client_id_message=2")).containsExactly("two");
    }

    @Test
    void messages_are_searched_and_paged() {
        client.send(Client.sms("79001234567", "Ваш заказ готов", 1)
                + Client.sms("79007654321", "Код 1234", 2)
                + Client.sms("79001234567", "Заказ отменён", 3));

        assertThat(texts("/api/v1/messages?offset=1&limit=1")).containsExactly("Код 1234");
        assertThat(texts("/api/v1/messages?search=" + encoded("ЗАКАЗ")))
                .containsExactly("Заказ отменён", "Ваш заказ готов");
        JsonNode page = json(client.get("/api/v1/messages?limit=1&phone=79001234567&search=" + encoded("заказ")));
        assertThat(page.at("/messages").findValuesAsText("text_sms")).containsExactly("Заказ отменён");
        assertThat(page.at("/total").asInt()).isEqualTo(2);
        assertThat(json(client.get("/api/v1/messages?limit=0")).at("/total").asInt())
                .isEqualTo(3);
    }

    @Test
    void the_latest_message_has_an_address_of_its_own() {
        assertThat(client.get("/api/v1/messages/latest").statusCode()).isEqualTo(404);
        client.send(Client.sms("79001234567", "one") + Client.sms("79007654321", "two"));

        assertThat(json(client.get("/api/v1/messages/latest")).at("/text_sms").asText())
                .isEqualTo("two");
        assertThat(json(client.get("/api/v1/messages/latest?phone=79001234567"))
                        .at("/text_sms")
                        .asText())
                .isEqualTo("one");
    }

    @Test
    void waiting_says_whether_enough_came() {
        client.send(Client.sms("79001234567", "one") + Client.sms("79007654321", "two"));

        JsonNode enough = json(client.get("/api/v1/messages/wait?count=2&timeout=20s"));
        assertThat(enough.at("/complete").asBoolean()).isTrue();
        assertThat(enough.at("/messages")).hasSize(2);
        JsonNode missing = json(client.get("/api/v1/messages/wait?count=3&timeout=10ms"));
        assertThat(missing.at("/complete").asBoolean()).isFalse();
        assertThat(missing.at("/messages")).hasSize(2);
    }

    @Test
    void a_state_can_be_set_for_the_message_or_for_one_channel() {
        client.send("<message><send_viber>1</send_viber><send_sms>2</send_sms><text_viber>v</text_viber>"
                + "<text_sms>s</text_sms><abonent phone=\"79001234567\"/></message>");
        String path = "/api/v1/messages/" + gateway.latest().orElseThrow().idMessage();

        JsonNode expired = json(client.json("PUT", path + "/state", "{\"state\":\"expired\",\"channel\":\"viber\"}"));
        assertThat(expired.at("/state").asText()).isEqualTo("send");
        assertThat(expired.at("/state_viber").asText()).isEqualTo("expired");
        JsonNode delivered = json(client.json("PUT", path + "/state", "{\"state\":\"deliver\"}"));
        assertThat(delivered.at("/state").asText()).isEqualTo("deliver");
        assertThat(delivered.at("/state_sms").asText()).isEqualTo("deliver");
        assertThat(delivered.at("/price_sms").decimalValue()).isEqualByComparingTo("1.45");
    }

    @Test
    void a_deleted_message_is_gone() {
        client.send(Client.sms("79001234567", "one"));
        String path = "/api/v1/messages/" + gateway.latest().orElseThrow().idMessage();

        assertThat(client.json("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(client.json("DELETE", path, null).statusCode()).isEqualTo(404);
    }

    @Test
    void a_forgotten_message_is_unknown_to_clients_and_still_shown() {
        client.send(Client.sms("79001234567", "one"));
        long id = gateway.latest().orElseThrow().idMessage();

        assertThat(client.json("POST", "/api/v1/messages/" + id + "/forget", null)
                        .statusCode())
                .isEqualTo(204);

        assertThat(client.state(id)).contains("не принималось");
        assertThat(json(client.get("/api/v1/messages/" + id)).at("/forgotten").asBoolean())
                .isTrue();
        assertThat(client.json("POST", "/api/v1/messages/5/forget", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_report_sums_up_the_run_and_judges_it() {
        assertThat(client.get("/api/v1/report").body())
                .isEqualTo("{\"since\":\"2026-11-23T10:00:00Z\",\"received\":0,\"accepted\":0,\"refused\":0,"
                        + "\"duplicates_refused\":0,\"doubled\":0,\"unknown\":0,\"faults\":[],"
                        + "\"verdict\":\"nothing_received\",\"met\":false}");
        client.send(Client.sms("79001234567", "one", 1)
                + Client.sms("79001234567", "one", 1)
                + Client.sms(ReservedPhone.REFUSED, "one"));

        JsonNode clean = json(client.get("/api/v1/report"));
        assertThat(clean.at("/received").asInt()).isEqualTo(3);
        assertThat(clean.at("/accepted").asInt()).isOne();
        assertThat(clean.at("/refused").asInt()).isOne();
        assertThat(clean.at("/duplicates_refused").asInt()).isOne();
        assertThat(clean.at("/verdict").asText()).isEqualTo("clean");
        assertThat(clean.at("/met").asBoolean()).isTrue();

        long fault = gateway.faults().add(Fault.garbage()).id();
        JsonNode idle = json(client.get("/api/v1/report"));
        assertThat(idle.at("/faults/0"))
                .hasToString("{\"id\":" + fault + ",\"action\":\"garbage\",\"matched\":0,\"fired\":0}");
        assertThat(idle.at("/verdict").asText()).isEqualTo("fault_never_fired");
        assertThat(idle.at("/met").asBoolean()).isFalse();
    }

    @Test
    void refusals_are_listed_newest_first() {
        client.send(Client.sms(ReservedPhone.REFUSED, "one", 7));
        client.post("/xml/message.php", "<request>");

        assertThat(client.get("/api/v1/refusals").body())
                .isEqualTo("{\"refusals\":[{\"at\":\"2026-11-23T10:00:00Z\","
                        + "\"words\":\"Неправильный формат XML документа\"},"
                        + "{\"at\":\"2026-11-23T10:00:00Z\",\"phone\":\"70000000005\","
                        + "\"client_id_message\":\"7\",\"words\":\"Данное направление закрыто.\"}]}");
    }

    @Test
    void the_ledger_shows_totals_and_single_tallies() {
        client.send(Client.sms("79001234567", "Привет, мир", 5) + Client.sms("79001234567", "Привет, мир", 5));

        assertThat(client.get("/api/v1/ledger").body())
                .isEqualTo("{\"posts\":1,\"documents\":1,\"status_posts\":0,\"recipients\":2,\"accepted\":1,"
                        + "\"refused\":0,\"duplicates_refused\":1,\"distinct_client_ids\":1,"
                        + "\"distinct_recipients\":1,\"doubled_client_ids\":0,\"doubled_recipients\":0}");
        String tally = "{\"accepted\":1,\"refused_as_duplicate\":1}";
        assertThat(client.get("/api/v1/ledger/client-id/5").body()).isEqualTo(tally);
        assertThat(client.get("/api/v1/ledger/client-id/5?login=demo").body()).isEqualTo(tally);
        assertThat(client.get("/api/v1/ledger/client-id/5?login=other").body())
                .isEqualTo("{\"accepted\":0,\"refused_as_duplicate\":0}");
        assertThat(client.get("/api/v1/ledger/recipient?phone=79001234567&text=" + encoded("Привет, мир"))
                        .body())
                .isEqualTo(tally);
    }

    @Test
    void the_questions_show_totals_and_single_ids() {
        client.state(5, 6);
        client.state(6);

        assertThat(client.get("/api/v1/questions").body())
                .isEqualTo("{\"ids\":3,\"distinct_ids\":2,\"overlapping\":0,\"most_ids\":2}");
        assertThat(client.get("/api/v1/questions/6").body()).isEqualTo("{\"asked\":2}");
        assertThat(client.get("/api/v1/questions/7").body()).isEqualTo("{\"asked\":0}");
    }

    @Test
    void an_account_can_be_blocked() {
        client.json("PUT", "/api/v1/accounts/demo", "{\"blocked\":true}");
        assertThat(client.send(Client.sms("79001234567", "one"))).contains("Ваш аккаунт заблокирован");

        client.json("PUT", "/api/v1/accounts/demo", "{\"blocked\":false}");
        assertThat(client.send(Client.sms("79001234567", "one"))).contains(">send<");
    }

    @Test
    void nonsense_is_refused_with_a_reason() {
        assertThat(client.get("/api/v1/messages?limit=many").body())
                .isEqualTo("{\"error\":\"limit must be a number, 0 or more\"}");
        assertThat(client.get("/api/v1/messages?offset=-1").statusCode()).isEqualTo(400);
        assertThat(client.get("/api/v1/messages/wait?timeout=soon").statusCode())
                .isEqualTo(400);
        assertThat(client.get("/api/v1/ledger/recipient?phone=1").body())
                .isEqualTo("{\"error\":\"Parameter text is missing\"}");
        assertThat(client.json("PUT", "/api/v1/messages/5/state", "{\"state\":\"deliver\"}")
                        .body())
                .isEqualTo("{\"error\":\"No message has this id\"}");
        assertThat(client.json("PUT", "/api/v1/messages/5/state", "{").statusCode())
                .isEqualTo(400);
        assertThat(client.json("PUT", "/api/v1/messages/5/state", "{}").body())
                .isEqualTo("{\"error\":\"state is missing\"}");
        assertThat(client.get("/api/v1/messages/5").statusCode()).isEqualTo(404);
        assertThat(client.get("/api/v1/messages/five").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/messages?client_id_message=x",
                "/api/v1/messages?client_id_message=9223372036854775808",
                "/api/v1/ledger/client-id/9999999999999999999"
            })
    void a_client_id_that_is_none_is_told_in_words(String path) {
        assertThat(client.get(path).statusCode()).isEqualTo(400);
        assertThat(client.get(path).body())
                .isEqualTo("{\"error\":\"client_id_message must be a number of at most 63 bits\"}");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private java.util.List<String> texts(String path) {
        return json(client.get(path)).at("/messages").findValuesAsText("text_sms");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
