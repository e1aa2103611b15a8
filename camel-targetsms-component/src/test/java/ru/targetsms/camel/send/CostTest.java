package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.text.SmsEncoding;
import ru.targetsms.camel.text.SmsText;

/** What a message costs, and when it may arrive: known before the wire. */
class CostTest extends CamelTest {

    private static final String SEND = "targetsms:send?phone=70000000100";

    @ParameterizedTest
    @CsvSource({"Your order is ready, 1, GSM_7, ", "Ваш заказ готов, 1, UCS_2, В", "Order №7, 1, UCS_2, №"})
    void partsAndEncodingAndWhatForcedItAreHeaders(String text, int parts, SmsEncoding encoding, String character) {
        Exchange exchange = send(SEND, text);

        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelTargetSmsParts", parts)
                .containsEntry("CamelTargetSmsEncoding", encoding);
        assertThat(exchange.getMessage().getHeader("CamelTargetSmsUcs2Character"))
                .isEqualTo(character);
    }

    @Test
    void thePartsOfAllAcceptedRecipientsAreAddedUp() {
        Exchange exchange = send(
                "targetsms:send",
                List.of(
                        Map.of("phone", "70000000100, 70000000101", "text_sms", "a".repeat(161)),
                        Map.of("phone", "70000000102", "text_sms", "я".repeat(135)),
                        Map.of("phone", "12", "text_sms", "x"),
                        Map.of("phone", "70000000103", "text_viber", "я".repeat(500))));

        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelTargetSmsParts", 2 * 2 + 3)
                .containsEntry("CamelTargetSmsEncoding", SmsEncoding.UCS_2);
    }

    @Test
    void aFallbackCountsAndViberAloneDoesNot() {
        Exchange cascade = send(SEND + "&textViber=x", "a".repeat(161));
        Exchange viber =
                send(SEND + "&sendViber=1&sendSms=0", "a".repeat(161), Map.of("CamelTargetSmsEncoding", "old"));

        assertThat(cascade.getMessage().getHeader("CamelTargetSmsParts")).isEqualTo(2);
        assertThat(viber.getMessage().getHeader("CamelTargetSmsParts")).isEqualTo(0);
        assertThat(viber.getMessage().getHeader("CamelTargetSmsEncoding")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "я"})
    void aTextOfMorePartsThanAllowedIsRefusedAndSaysWhy(String letter) {
        Exchange exchange = send(SEND + "&maxSmsParts=3", letter.repeat(460));

        assertThat(exchange.getException()).isInstanceOfSatisfying(InvalidMessageException.class, failure -> {
            assertThat(failure.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.field()).isEqualTo("text_sms");
                assertThat(violation.rule()).isEqualTo("maxSmsParts");
            });
            assertThat(failure)
                    .hasMessageContaining(
                            letter.equals("a")
                                    ? "needs 4 SMS parts, at most 3 are allowed"
                                    : "needs 7 SMS parts, at most 3 are allowed; U+044F makes it UCS-2");
        });
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void maxSmsPartsRefusesTheLongOnesOnlyAndNothingThatGoesByViberAlone() {
        Exchange exchange = send(
                "targetsms:send?maxSmsParts=1",
                List.of(
                        Map.of("phone", "70000000100", "text_sms", "a".repeat(160)),
                        Map.of("phone", "70000000101", "text_sms", "a".repeat(161)),
                        Map.of("phone", "70000000102", "text_viber", "я".repeat(161))));

        assertThat(results(exchange))
                .extracting(SendResult::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.INVALID, Outcome.ACCEPTED);
    }

    @Test
    void theCounterIsABeanAndTwoSimpleFunctionsInEveryRoute() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:price")
                        .filter(simple("${smsParts} > 1"))
                        .setHeader("encoding", simple("${smsEncoding(${body})}"))
                        .bean(SmsText.class, "of")
                        .to("mock:dear?retainLast=1");
            }
        });
        MockEndpoint dear = context.getEndpoint("mock:dear?retainLast=1", MockEndpoint.class);

        template.sendBody("direct:price", "a".repeat(160));
        template.sendBody("direct:price", "я".repeat(71));

        assertThat(dear.getReceivedCounter()).isEqualTo(1);
        Exchange exchange = dear.getReceivedExchanges().get(0);
        assertThat(exchange.getMessage().getBody()).isEqualTo(new SmsText(SmsEncoding.UCS_2, 71, 2, "я"));
        assertThat(exchange.getMessage().getHeader("encoding")).isEqualTo(SmsEncoding.UCS_2);
    }

    @Test
    void r10_outsideTheWindowTheMessageGetsTheNextOpeningAsItsTime() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Asia/Omsk"));
        LocalTime opens = now.toLocalTime().plusHours(2).withSecond(0).withNano(0);

        Exchange exchange = send(SEND + "&zone=Asia/Omsk&sendWindow=" + window(opens, opens.plusHours(1)), "x");

        LocalDateTime timeSend = simulator.latest().orElseThrow().timeSend();
        assertThat(exchange.getException()).isNull();
        assertThat(timeSend)
                .isAfter(now.toLocalDateTime())
                .isBefore(now.toLocalDateTime().plusDays(1));
        assertThat(timeSend.toLocalTime()).isEqualTo(opens);
    }

    @Test
    void r10_whileTheWindowIsOpenTheMessageLeavesWithoutATime() {
        LocalTime now = LocalTime.now(ZoneId.of("Europe/Moscow"));

        send(SEND + "&sendWindow=" + window(now.minusHours(2), now.plusHours(2)), "x");

        assertThat(simulator.latest().orElseThrow().timeSend()).isNull();
    }

    @Test
    void r10_aMessagesOwnTimeWins() {
        LocalTime now = LocalTime.now(ZoneId.of("Europe/Moscow"));

        send(
                SEND + "&sendWindow=" + window(now.plusHours(2), now.plusHours(3)),
                "x",
                Map.of("CamelTargetSmsTimeSend", "2030-01-02 03:04"));

        assertThat(simulator.latest().orElseThrow().timeSend()).isEqualTo("2030-01-02T03:04");
    }

    @ParameterizedTest
    @CsvSource({
        "sendWindow=9-21, sendWindow '9-21': hh:mm-hh:mm is expected",
        "maxSmsParts=0, maxSmsParts must be positive"
    })
    void anOptionThatMakesNoSenseFailsAtStart(String option, String problem) {
        assertThatThrownBy(() -> send(SEND + "&" + option, "x")).hasStackTraceContaining(problem);
        assertThat(simulator.requests()).isEmpty();
    }

    private static String window(LocalTime opens, LocalTime closes) {
        return "%tR-%tR".formatted(opens, closes);
    }

    @SuppressWarnings("unchecked")
    private static List<SendResult> results(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }
}
