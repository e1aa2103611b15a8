package ru.targetsms.nocode;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.simulator.assertion.SimulatorAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.simulator.fault.Fault;

class SinkKameletTest extends KameletTest {

    private static final Map<String, Object> TO_PHONE = Map.of("phone", PHONE);

    @Override
    RoutesBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:plain").to("kamelet:targetsms-sink");
                from("direct:defaults")
                        .to("kamelet:targetsms-sink?phone=70000001111&cascade=viber-sms&senderSms=RAW(H&M+1)"
                                + "&senderViber=HM&idempotencyNamespace=shop&idempotencyKey=RAW(${header.order})");
                from("direct:other-account").to("kamelet:targetsms-sink?username=RAW(de+mo)&password=RAW(p+a&s%s)w)");
                from("direct:dry").to("kamelet:targetsms-sink?dryRun=true");
                from("direct:token").to("kamelet:targetsms-sink?token=secret-token");
                from("direct:repeating")
                        .onException(TargetSmsException.class)
                        .maximumRedeliveries(2)
                        .redeliveryDelay(0)
                        .end()
                        .to("kamelet:targetsms-sink");
            }
        };
    }

    @Test
    void plainTextGoesToThePhoneOfTheHeader() throws IOException {
        Exchange sent = send("direct:plain", "Ваш заказ готов", TO_PHONE);

        assertThat(simulator).received(PHONE).once().withText("Ваш заказ готов").bySms();
        JsonNode result = result(sent).get(0);
        assertThat(result.get("phone").asText()).isEqualTo(PHONE);
        assertThat(result.get("outcome").asText()).isEqualTo("ACCEPTED");
        assertThat(result.get("id_message").isTextual()).isTrue();
        assertThat(sent.getMessage().getHeader(TargetSmsConstants.ID_MESSAGE))
                .isEqualTo(result.get("id_message").asText());
        assertThat(sent.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(sent.getVariables()).isNullOrEmpty();
    }

    @Test
    void aDryRunSaysSoAndSendsNothing() throws IOException {
        Exchange sent = send("direct:dry", "hello", TO_PHONE);

        assertThat(result(sent).get(0).get("outcome").asText()).isEqualTo("DRY_RUN");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void cloudEventHeadersAreTakenAsWell() {
        send("direct:plain", "hello", Map.of("ce-phone", PHONE, "ce-key", "order-1", "ce-cascade", "viber"));

        assertThat(simulator).received(PHONE).once().withText("hello").byViber();
        assertThat(simulator.latest().orElseThrow().clientIdMessage()).isNotNull();
    }

    @Test
    void textsInHeadersAreForOneChannel() {
        send("direct:plain", "short", Map.of("phone", PHONE, "cascade", "viber-sms", "text-viber", "long"));

        assertThat(simulator).received(PHONE).once().withText("long").byViberThenSms();
        assertThat(lastRequest()).contains("<text_sms>short</text_sms>");
    }

    @Test
    void aJsonObjectIsAMessage() throws IOException {
        Exchange sent = send(
                "direct:plain",
                "{\"phone\":\"79001234567\",\"text_viber\":\"in Viber\",\"text_sms\":\"by SMS\",\"idempotency_key\":\"1\"}",
                Map.of());

        assertThat(simulator).received(PHONE).once().withText("in Viber").byViberThenSms();
        assertThat(result(sent).get(0).get("client_id_message").isTextual()).isTrue();
    }

    @Test
    void aJsonArrayInBytesIsManyMessages() throws IOException {
        byte[] json = ("[{\"phone\":79001234567,\"text_sms\":\"первое\"},{\"phone\":\"12\",\"text_sms\":\"no\"},"
                        + "{\"phone\":\"79001234568\",\"text_sms\":\"third\"}]")
                .getBytes("UTF-8");

        Exchange sent = send("direct:plain", new ByteArrayInputStream(json), Map.of());

        assertThat(result(sent).findValuesAsText("outcome")).containsExactly("ACCEPTED", "INVALID", "ACCEPTED");
        assertThat(result(sent).get(1).get("violations").get(0).asText()).contains("phone");
        assertThat(simulator).received(PHONE).once().withText("первое");
        assertThat(simulator).received("79001234568").once().withText("third");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name}, your order is ready",
                "[Shop] Your order is ready",
                "[1] is ready, [2] is not",
                "{} is empty",
                "12345",
                "\"quoted\"",
                "null",
                "a {\"phone\":\"1\"}",
                "${body} {{phone}}",
            })
    void whatIsNoJsonIsText(String text) {
        send("direct:plain", text, TO_PHONE);

        assertThat(simulator).received(PHONE).once().withText(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"phone\":\"79001234567\",\"text_sms\":\"cut o",
                "[{\"phone\":\"79001234567\",\"text_sms\":\"a\"},",
                " {\n \"text_sms\":\"a\"} trailing",
                "[ {} ] trailing",
            })
    void jsonThatCannotBeReadIsRefused(String cut) {
        Exchange sent = send("direct:plain", cut, Map.of("phone", PHONE, "cascade", "viber"));

        assertThat(sent.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read as JSON")
                .hasNoCause();
        assertThat(sent.getMessage().getBody()).isEqualTo(cut);
        assertThat(sent.getMessage().getHeaders()).containsOnlyKeys("phone", "cascade", TargetSmsConstants.PHONE);
        assertThat(sent.getVariables()).isNullOrEmpty();
        assertThat(simulator).receivedNothing();
    }

    @Test
    void valuesThatAreNoMessagesAreRefusedNotDropped() {
        Exchange sent = send("direct:plain", "[1, null, \"text\"]", TO_PHONE);

        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getHeader(TargetSmsConstants.REJECTED_COUNT))
                .isEqualTo(2);
        assertThat(simulator).received(PHONE).once().withText("text");
    }

    @Test
    void mapsAndListsInMemoryAreNotTurnedIntoText() {
        send("direct:plain", List.of(Map.of("phone", PHONE, "text_sms", "from a map")), Map.of());

        assertThat(simulator).received(PHONE).once().withText("from a map");
    }

    @Test
    void propertiesAreDefaults() {
        send("direct:defaults", "hello", Map.of("order", "42"));

        assertThat(simulator).received("70000001111").once().withText("hello").byViberThenSms();
        assertThat(lastRequest())
                .contains("H&amp;M+1")
                .contains("<send_viber>1<")
                .contains("<send_sms>2<");
    }

    @Test
    void theSameKeyIsTheSameMessage() {
        send("direct:defaults", "hello", Map.of("order", "42"));
        send("direct:defaults", "hello", Map.of("order", "42"));
        send("direct:defaults", "hello", Map.of("order", "42", "key", "43"));

        assertThat(simulator).received("70000001111").times(2);
    }

    @Test
    void aKeyThatIsEmptyRefusesTheMessage() {
        Exchange sent = send("direct:plain", "hello", Map.of("phone", PHONE, "key", ""));

        assertThat(sent.getException()).isInstanceOf(InvalidMessageException.class);
        assertThat(simulator).receivedNothing();
    }

    @ParameterizedTest
    @CsvSource({"sms,1,0", "viber,0,1", "viber-sms,2,1", "sms-viber,1,2"})
    void theCascadeNamesChannelsInTheirOrder(String cascade, int sms, int viber) {
        Exchange sent = send("direct:defaults", "hello", Map.of("order", "1", "cascade", cascade));

        assertThat(sent.getException()).isNull();
        assertThat(lastRequest())
                .contains("<send_sms>" + sms + "</send_sms>", "<send_viber>" + viber + "</send_viber>");
        assertThat(sent.getMessage().getHeaders())
                .doesNotContainKeys(TargetSmsConstants.SEND_SMS, TargetSmsConstants.SEND_VIBER);
    }

    @Test
    void aMessagesOwnSwitchesWinOverTheCascade() {
        Exchange sent = send(
                "direct:defaults", "hello", Map.of("order", "1", TargetSmsConstants.SEND_SMS, 1, "cascade", "viber"));

        assertThat(simulator).received("70000001111").once().bySms();
        assertThat(sent.getMessage().getHeader(TargetSmsConstants.SEND_SMS)).isEqualTo(1);
    }

    @Test
    void anotherCascadeIsRefused() {
        Exchange sent = send("direct:plain", "hello", Map.of("phone", PHONE, "cascade", "pigeon"));

        assertThat(sent.getException()).hasMessageContaining("cascade");
        assertThat(sent.getVariables()).isNullOrEmpty();
        assertThat(simulator).receivedNothing();
    }

    @Test
    void propertiesNameAnAccountOfTheirOwn() {
        Exchange byPassword = send("direct:other-account", "hello", TO_PHONE);
        Exchange byToken = send("direct:token", "hello", TO_PHONE);

        assertThat(byPassword.getException()).isNull();
        assertThat(byToken.getException()).isNull();
        assertThat(simulator.requests().get(0).requestText()).contains("de+mo");
        assertThat(lastRequest()).doesNotContain("demo");
    }

    @Test
    void noHeaderOrFieldChoosesHostOrAccount() {
        Exchange sent = send(
                "direct:plain",
                "{\"phone\":\"79001234567\",\"text_sms\":\"a\",\"username\":\"x\",\"password\":\"x\",\"baseUrl\":\"http://127.0.0.1:1\"}",
                Map.of(
                        "baseUrl",
                        "http://127.0.0.1:1",
                        "username",
                        "x",
                        "token",
                        "x",
                        Exchange.HTTP_URI,
                        "http://127.0.0.1:1",
                        "CamelTargetSmsBaseUrl",
                        "http://127.0.0.1:1",
                        "CamelTargetSmsUsername",
                        "x"));

        assertThat(sent.getException()).isNull();
        assertThat(simulator).received(PHONE).once();
    }

    @Test
    void whatFailedLeavesAsItCame() {
        String json = "{\"phone\":\"12\",\"text_sms\":\"a\"}";

        Exchange sent = send("direct:defaults", json, Map.of("order", "1"));

        assertThat(sent.getException()).isInstanceOf(InvalidMessageException.class);
        assertThat(sent.getMessage().getBody()).isEqualTo(json);
        assertThat(sent.getMessage().getHeaders()).containsOnlyKeys("order");
        assertThat(sent.getVariables()).isNullOrEmpty();
    }

    @Test
    void aRepeatOfTheCallerReadsTheBodyAgain() {
        simulator.faults().add(Fault.status(503).first(1));

        Exchange sent = send(
                "direct:repeating",
                new ByteArrayInputStream("[{\"text_sms\":\"hello\",\"idempotency_key\":\"7\"}]".getBytes()),
                TO_PHONE);

        assertThat(sent.getException()).isNull();
        assertThat(simulator.requests()).hasSize(2);
        assertThat(simulator).received(PHONE).once().withText("hello");
    }

    private static JsonNode result(Exchange exchange) throws IOException {
        assertThat(exchange.getException()).isNull();
        return new ObjectMapper().readTree(exchange.getMessage().getBody(byte[].class));
    }

    private static String lastRequest() {
        return simulator.requests().get(simulator.requests().size() - 1).requestText();
    }
}
