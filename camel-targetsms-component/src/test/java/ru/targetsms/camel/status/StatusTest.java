package ru.targetsms.camel.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.BrokenGateway;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.SendResult;

class StatusTest extends CamelTest {

    private static final String KNOWN =
            "<state id_message=\"111\" time_change_state=\"2026-11-23 13:15:25\" state_sms=\"deliver\" state_viber=\"send\""
                    + " num_parts_sms=\"2\" price_sms=\"3.10\" price_viber=\"\">deliver</state>";

    @Test
    void theResultsOfASendCanBeAskedForAtOnce() {
        Exchange sent = send("targetsms:send", "Привет", Map.of("CamelTargetSmsPhone", "79001234567"));

        Exchange exchange = template.send("targetsms:status", sent);

        List<DeliveryStatus> statuses = statuses(exchange);
        assertThat(statuses).hasSize(1);
        assertThat(statuses.get(0).state()).isEqualTo(DeliveryState.DELIVER);
        assertThat(statuses.get(0).isFinal()).isTrue();
        assertThat(statuses.get(0).stateSms()).isEqualTo(DeliveryState.DELIVER);
        assertThat(statuses.get(0).stateViber()).isNull();
        assertThat(statuses.get(0).numPartsSms()).isEqualTo(1);
        assertThat(statuses.get(0).priceSms()).isPositive();
    }

    /** R27, R28, R30 */
    @ParameterizedTest
    @ValueSource(strings = {"text", "number", "result", "header"})
    void aSingleIdLeavesOneStatusAndHeaders(String form) throws Exception {
        try (BrokenGateway gateway = new BrokenGateway(BrokenGateway.xml("<response>" + KNOWN + "</response>"))) {
            Object body =
                    switch (form) {
                        case "text" -> " 111 ";
                        case "number" -> 111L;
                        case "result" ->
                            new SendResult(0, "79001234567", null, null, "111", null, null, null, null, List.of());
                        default -> null;
                    };
            Map<String, Object> headers = form.equals("header") ? Map.of("CamelTargetSmsIdMessage", "111") : Map.of();

            Exchange exchange = send("targetsms:status?baseUrl=" + gateway.baseUrl(), body, headers);

            DeliveryStatus status = exchange.getMessage().getBody(DeliveryStatus.class);
            assertThat(status.idMessage()).isEqualTo("111");
            assertThat(status.changedAt()).isEqualTo(Instant.parse("2026-11-23T10:15:25Z"));
            assertThat(exchange.getMessage().getHeaders())
                    .containsEntry("CamelTargetSmsIdMessage", "111")
                    .containsEntry("CamelTargetSmsState", DeliveryState.DELIVER)
                    .containsEntry("CamelTargetSmsStateSms", DeliveryState.DELIVER)
                    .containsEntry("CamelTargetSmsStateChangedAt", Instant.parse("2026-11-23T10:15:25Z"))
                    .containsEntry("CamelTargetSmsNumPartsSms", 2)
                    .containsEntry("CamelTargetSmsPriceSms", new BigDecimal("3.10"))
                    .containsEntry("CamelTargetSmsFinal", true)
                    .doesNotContainKeys("CamelTargetSmsStateViber", "CamelTargetSmsPriceViber");
            assertThat(gateway.requests().get(0).head()).startsWith("POST /xml/state_message.php ");
            assertThat(gateway.requests().get(0).body()).contains("<state><id_message>111</id_message></state>");
        }
    }

    /** R29 */
    @Test
    void aCollectionLeavesAStatusForEachInTheOrderAskedEvenForWhatTheAnswerDoesNotName() throws Exception {
        try (BrokenGateway gateway =
                new BrokenGateway(BrokenGateway.xml("<response><state id_message=\"999\">deliver</state>"
                        + KNOWN
                        + "<state id_message=\"112\" time_change_state=\"\">Сообщение с таким ID не принималось</state>"
                        + "</response>"))) {
            SendResult withoutId =
                    new SendResult(0, "79001234567", null, null, null, null, null, null, null, List.of());
            List<Object> ids = Arrays.asList("110", withoutId, 111, "112");

            Exchange exchange = send("targetsms:status?baseUrl=" + gateway.baseUrl(), ids);

            List<DeliveryStatus> statuses = statuses(exchange);
            assertThat(statuses).extracting(DeliveryStatus::idMessage).containsExactly("110", null, "111", "112");
            assertThat(statuses)
                    .extracting(DeliveryStatus::state)
                    .containsExactly(
                            DeliveryState.UNKNOWN, DeliveryState.UNKNOWN, DeliveryState.DELIVER, DeliveryState.UNKNOWN);
            assertThat(statuses.get(3).text()).isEqualTo("Сообщение с таким ID не принималось");
            assertThat(statuses.get(3).isFinal()).isFalse();
            assertThat(gateway.requests().get(0).body()).doesNotContain("null");
        }
    }

    @Test
    void resultsWithoutAnyIdAreNotAskedFor() {
        SendResult withoutId = new SendResult(0, "79001234567", null, null, null, null, null, null, null, List.of());

        Exchange exchange = send("targetsms:status", List.of(withoutId));

        assertThat(statuses(exchange)).extracting(DeliveryStatus::state).containsExactly(DeliveryState.UNKNOWN);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void moreIdsThanTheBatchAreAskedForInSeveralDocuments() {
        List<Integer> ids = IntStream.range(0, 250).boxed().toList();

        List<DeliveryStatus> statuses = statuses(send("targetsms:status", ids));

        assertThat(statuses)
                .extracting(DeliveryStatus::idMessage)
                .isEqualTo(ids.stream().map(String::valueOf).toList());
        assertThat(simulator.ledger().totals().statusPosts()).isEqualTo(3);
    }

    @Test
    void whatNamesNoIdIsRefusedWithoutBeingShown() {
        for (Object body : Arrays.asList(
                null, new Date(), "a whole sentence", List.of(new Date()), new ArrayList<>(Arrays.asList("1", null)))) {
            Exchange exchange = send("targetsms:status", body);

            assertThat(exchange.getException())
                    .isInstanceOf(InvalidMessageException.class)
                    .hasMessageNotContaining("sentence");
        }
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void bothRecordsConvertToMapsWithTheProtocolsNames() {
        Exchange sent = send(
                "targetsms:send",
                "x",
                Map.of("CamelTargetSmsPhone", "79001234567", "CamelTargetSmsClientIdMessage", 9223372036854775807L));
        Object result = sent.getMessage().getBody(List.class).get(0);
        Object status = send("targetsms:status", result).getMessage().getBody();

        Map<?, ?> resultMap = context.getTypeConverter().convertTo(Map.class, result);
        Map<?, ?> statusMap = context.getTypeConverter().convertTo(Map.class, status);

        assertThat(resultMap.get("client_id_message")).isEqualTo("9223372036854775807");
        assertThat(resultMap.get("id_message")).isEqualTo(statusMap.get("id_message"));
        assertThat(Instant.parse((String) statusMap.get("time_change_state")))
                .isBefore(Instant.now().plusSeconds(60));
        assertThat(statusMap.get("state")).isEqualTo("deliver");
    }

    @Test
    void noHeaderThatStatusSetsIsReadBySend() {
        Exchange sent = send("targetsms:send", "first", Map.of("CamelTargetSmsPhone", "79001234567"));
        Exchange status =
                send("targetsms:status", sent.getMessage().getBody(List.class).get(0));

        status.getMessage().setBody("second");
        Exchange again = template.send("targetsms:send", status);

        assertThat(again.getException())
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("no recipient");
    }

    @SuppressWarnings("unchecked")
    private static List<DeliveryStatus> statuses(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }
}
