package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.ReceivedMessage;

class SendOneTest extends CamelTest {

    private static final String PHONE = "79001234567";
    private static final String TEXT = "Заказ готов";

    @TempDir
    Path folder;

    @Test
    void aTextBecomesOneSmsAndTheBodyItsResults() {
        Exchange exchange = send("targetsms:send", TEXT, Map.of("CamelTargetSmsPhone", PHONE));

        assertThat(exchange.getException()).isNull();
        ReceivedMessage received = simulator.latest().orElseThrow();
        assertThat(received.phone()).isEqualTo(PHONE);
        assertThat(received.textSms()).isEqualTo(TEXT);
        assertThat(received.channels()).containsExactly(Channel.SMS);
        List<SendResult> results = results(exchange);
        assertThat(results).hasSize(1);
        SendResult result = results.get(0);
        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(result.index()).isZero();
        assertThat(result.phone()).isEqualTo(PHONE);
        assertThat(result.clientIdMessage()).isNull();
        assertThat(result.idMessage()).isEqualTo(String.valueOf(received.idMessage()));
        assertThat(result.countMessage()).isEqualTo(1);
        assertThat(result.text()).isEqualTo("send");
        assertThat(result.violations()).isEmpty();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelTargetSmsIdMessage", result.idMessage())
                .containsEntry("CamelTargetSmsAcceptedCount", 1)
                .containsEntry("CamelTargetSmsRejectedCount", 0)
                .containsEntry("CamelTargetSmsOutcome", Outcome.ACCEPTED);
    }

    @Test
    void theBodyIsReplacedForEveryExchangePattern() {
        Exchange exchange = template.send("targetsms:send?phone=" + PHONE, ExchangePattern.InOut, e -> e.getIn()
                .setBody(TEXT));

        assertThat(results(exchange)).hasSize(1);
    }

    static Stream<Object> textBodies() throws Exception {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                TEXT,
                new StringBuilder(TEXT),
                TEXT.toCharArray(),
                bytes,
                new ByteArrayInputStream(bytes),
                new StringReader(TEXT),
                new InputStreamCache(bytes));
    }

    @ParameterizedTest
    @MethodSource("textBodies")
    void everyKindOfTextIsAMessage(Object body) {
        Exchange exchange = send("targetsms:send?phone=" + PHONE, body);

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.latest().orElseThrow().textSms()).isEqualTo(TEXT);
    }

    @Test
    void aFileIsReadInTheCharsetOfItsExchange() throws Exception {
        File file = Files.writeString(folder.resolve("order.txt"), TEXT, Charset.forName("windows-1251"))
                .toFile();
        GenericFile<File> generic = new GenericFile<>();
        generic.setFile(file);

        for (Object body : List.of(file, generic)) {
            simulator.reset();
            Exchange exchange = template.send("targetsms:send?phone=" + PHONE, e -> {
                e.setProperty(Exchange.CHARSET_NAME, "windows-1251");
                e.getIn().setBody(body);
            });

            assertThat(exchange.getException()).isNull();
            assertThat(simulator.latest().orElseThrow().textSms()).isEqualTo(TEXT);
        }
    }

    @Test
    void aStreamOfTextCanBeSentAgainAfterAFailure() {
        Exchange exchange = send("targetsms:send", new StringReader(TEXT));

        assertThat(exchange.getException()).isInstanceOf(InvalidMessageException.class);
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo(TEXT);
    }

    @Test
    void aMapBecomesAMessageWhateverTheSpellingOfItsKeys() {
        Map<String, Object> map = Map.of(
                "phone", 79001234567L, "TEXT_SMS", TEXT, "senderSms", "Shop", "client_id_message", "42", "other", 1);

        Exchange exchange = send("targetsms:send", map);

        ReceivedMessage received = simulator.latest().orElseThrow();
        assertThat(received.textSms()).isEqualTo(TEXT);
        assertThat(received.senderSms()).isEqualTo("Shop");
        assertThat(received.clientIdMessage()).isEqualTo(42);
        assertThat(results(exchange).get(0).clientIdMessage()).isEqualTo(42);
    }

    @Test
    void aMessageBringsItsOwnRecipientsAndIds() {
        TargetSmsMessage message = TargetSmsMessage.builder()
                .to("+7 (900) 123-45-67", 111)
                .to("79001234568", 112)
                .textViber("Привет")
                .textSms(TEXT)
                .build();

        Exchange exchange = send("targetsms:send", message);

        assertThat(results(exchange)).extracting(SendResult::clientIdMessage).containsExactly(111L, 112L);
        assertThat(simulator.messages())
                .extracting(ReceivedMessage::channels)
                .containsOnly(List.of(Channel.VIBER, Channel.SMS));
        assertThat(simulator.messages()).extracting(ReceivedMessage::phone).containsExactly(PHONE, "79001234568");
        assertThat(exchange.getMessage().getHeader("CamelTargetSmsIdMessage", List.class))
                .hasSize(2);
    }

    @Test
    void anythingElseIsConvertedByARegisteredConverterOrRefusedByItsClass() {
        context.getTypeConverterRegistry()
                .addTypeConverter(
                        TargetSmsMessage.class,
                        Order.class,
                        new org.apache.camel.support.SimpleTypeConverter(
                                false, (type, exchange, value) -> TargetSmsMessage.builder()
                                        .to(PHONE)
                                        .textSms(TEXT)
                                        .build()));

        assertThat(send("targetsms:send", new Order()).getException()).isNull();
        Exchange refused = send("targetsms:send?phone=" + PHONE, new Date());

        assertThat(refused.getException())
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("java.util.Date");
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(1);
    }

    @Test
    void aPathAndAJsonTreeAreOneValueAndNoMessage() throws Exception {
        Object tree = new com.fasterxml.jackson.databind.ObjectMapper().readTree("[{\"phone\":\"79001234567\"}]");

        for (Object body : List.of(folder, tree)) {
            Exchange exchange = send("targetsms:send?phone=" + PHONE, body);

            assertThat(exchange.getException())
                    .isInstanceOf(InvalidMessageException.class)
                    .hasMessageContaining(body.getClass().getName());
        }
    }

    @Test
    void severalPhonesOfAHeaderAreSeveralRecipientsOfOneMessage() {
        Exchange exchange = send(
                "targetsms:send", TEXT, Map.of("CamelTargetSmsPhone", List.of(PHONE, "79001234568, +7 900 123-45-69")));

        assertThat(results(exchange)).hasSize(3).allMatch(SendResult::accepted);
        assertThat(lastRequest()).containsOnlyOnce("<message>");
    }

    @Test
    void noBodyAtAllLeavesEverythingToHeaders() {
        Exchange exchange = send(
                "targetsms:send", null, Map.of("CamelTargetSmsPhone", PHONE, "CamelTargetSmsTextSms", "Из заголовка"));

        assertThat(results(exchange)).hasSize(1);
        assertThat(simulator.latest().orElseThrow().textSms()).isEqualTo("Из заголовка");
    }

    @Test
    void aPlainBodyNeverReplacesATextGivenByHeaderOrOption() {
        send("targetsms:send?sendViber=1&sendSms=2&textSms=Option&phone=" + PHONE, "Body");

        ReceivedMessage received = simulator.latest().orElseThrow();
        assertThat(received.textViber()).isEqualTo("Body");
        assertThat(received.textSms()).isEqualTo("Option");
    }

    @Test
    void everyProblemOfALoneMessageIsNamedAtOnceAndNothingIsSent() {
        Map<String, Object> bad = Map.of(
                "phone", "12ab",
                "client_id_message", "-5",
                "send_sms", "11",
                "text_viber", "x".repeat(1001),
                "button_text", "y".repeat(20),
                "image_url", "https://example.org/a.png",
                "time_send", "tomorrow",
                "validity_period_viber", "0",
                "finale_viber_read", "2");

        Exchange exchange = send("targetsms:send", bad);

        InvalidMessageException invalid = exchange.getException(InvalidMessageException.class);
        assertThat(invalid.violations())
                .extracting(violation -> violation.field() + " " + violation.rule())
                .contains(
                        "phone R19",
                        "client_id_message R20",
                        "send_sms R7",
                        "text_viber R12",
                        "button_text R14",
                        "image_url R16",
                        "time_send R10",
                        "validity_period_viber R17",
                        "finale_viber_read R18");
        assertThat(invalid.isRetrySafe()).isFalse();
        assertThat(invalid.results()).hasSize(1);
        assertThat(exchange.getMessage().getBody()).isSameAs(bad);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aHeaderNamesTheClientIdOfALoneRecipientOnly() {
        Map<String, Object> one = Map.of("CamelTargetSmsPhone", PHONE, "CamelTargetSmsClientIdMessage", 77);
        Map<String, Object> two =
                Map.of("CamelTargetSmsPhone", PHONE + ",79001234568", "CamelTargetSmsClientIdMessage", 77);

        assertThat(results(send("targetsms:send", TEXT, one)).get(0).clientIdMessage())
                .isEqualTo(77);
        assertThat(send("targetsms:send", TEXT, two).getException())
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("client_id_message");
    }

    @Test
    void aClientIdOfSeveralPhonesIsRefusedSinceOnlyTheFirstWouldGetTheMessage() {
        Map<String, Object> map = Map.of("phone", PHONE + ",79001234568", "text_sms", TEXT, "client_id_message", 5);

        assertThat(send("targetsms:send", map).getException())
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("same for several recipients");
    }

    @Test
    void aBusinessKeyGivesTheSameIdEveryTime() {
        String uri = "targetsms:send?idempotencyNamespace=shop&idempotencyKey=RAW(${header.order})&phone=" + PHONE;

        SendResult first = results(send(uri, TEXT, Map.of("order", "ID:42"))).get(0);
        SendResult again = results(send(uri, TEXT, Map.of("order", "ID:42"))).get(0);

        assertThat(first.clientIdMessage()).isEqualTo(6477599451506924210L);
        assertThat(first.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(again.idMessage()).isEqualTo(first.idMessage());
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(1);
    }

    @Test
    void resultsAreReadBySimpleExpressions() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("targetsms:send")
                        .setBody(simple("${body[0].outcome} ${body[0].phone} ${header.CamelTargetSmsOutcome}"));
                from("direct:failing")
                        .onException(TargetSmsException.class)
                        .onWhen(simple("${exception.retrySafe} == false"))
                        .handled(true)
                        .setBody(simple("${exception.results[0].outcome} ${exception.remainder}"))
                        .end()
                        .to("targetsms:send");
            }
        });

        String sent = template.requestBodyAndHeader("direct:in", TEXT, "CamelTargetSmsPhone", PHONE, String.class);
        String failed = template.requestBody("direct:failing", TEXT, String.class);

        assertThat(sent).isEqualTo("ACCEPTED " + PHONE + " ACCEPTED");
        assertThat(failed).isEqualTo("INVALID []");
    }

    @Test
    void aBusinessKeyThatSaysNothingRefusesTheMessage() {
        Exchange exchange = send("targetsms:send?idempotencyKey=RAW(${header.order})&phone=" + PHONE, TEXT);

        assertThat(exchange.getException())
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("idempotency_key (R20) is named but empty");
    }

    @Test
    void sentByAnEndpointOnTheUriOnly() {
        List<SendResult> results = new ArrayList<>(results(send(
                "targetsms:send?phone=79001234567&senderSms=Shop&nameDelivery=Spring&timeSend=2031-05-06 07:08",
                TEXT)));

        assertThat(results).hasSize(1);
        assertThat(lastRequest())
                .contains("<name_delivery>Spring</name_delivery><time_send>2031-05-06 07:08</time_send>")
                .contains("<sender_sms>Shop</sender_sms>");
    }

    @SuppressWarnings("unchecked")
    static List<SendResult> results(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
        return exchange.getMessage().getBody(List.class);
    }

    static final class Order {}
}
