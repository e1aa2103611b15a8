package ru.targetsms.nocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.DeliveryState;

class StatusSourceKameletTest extends KameletTest {

    private final BlockingQueue<Exchange> reports = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    RoutesBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("kamelet:targetsms-sink?track=true");
                from("kamelet:targetsms-status-source?firstPollDelay=0&delay=50&maxPollDelay=100&emit=final")
                        .process(exchange -> {
                            reports.add(exchange.copy());
                            if (failures.getAndDecrement() > 0) {
                                throw new IllegalStateException("the consuming route fails");
                            }
                        });
            }
        };
    }

    @Test
    void aReportIsOneJsonObjectWithTheHeadersOfTheComponent() throws Exception {
        Exchange sent =
                send("direct:send", "hello", Map.of("phone", PHONE, TargetSmsConstants.CORRELATION_ID, "order 1"));

        Exchange report = reports.poll(10, TimeUnit.SECONDS);

        assertThat(report).isNotNull();
        JsonNode json = new ObjectMapper().readTree(report.getMessage().getBody(byte[].class));
        assertThat(json.get("id_message").asText())
                .isEqualTo(sent.getMessage().getHeader(TargetSmsConstants.ID_MESSAGE));
        assertThat(json.get("state").asText()).isEqualTo("deliver");
        assertThat(json.get("final").isBoolean()).isTrue();
        assertThat(json.get("phone").asText()).isEqualTo(PHONE);
        assertThat(json.get("correlation_id").asText()).isEqualTo("order 1");
        assertThat(report.getMessage().getHeaders())
                .containsEntry(TargetSmsConstants.STATE, DeliveryState.DELIVER)
                .containsEntry(TargetSmsConstants.FINAL, true)
                .containsEntry(TargetSmsConstants.REPORT_PHONE, PHONE)
                .containsEntry(TargetSmsConstants.CORRELATION_ID, "order 1");
        assertThat(report.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
    }

    @Test
    void aReportWhoseRouteFailsComesAgainUntilItIsDone() throws Exception {
        failures.set(2);

        send("direct:send", "hello", Map.of("phone", PHONE));

        await().atMost(Duration.ofSeconds(10)).until(() -> reports.size() == 3);
        Object first = reports.take().getMessage().getHeader(TargetSmsConstants.ID_MESSAGE);
        assertThat(reports).allSatisfy(again -> assertThat(again.getMessage().getHeader(TargetSmsConstants.ID_MESSAGE))
                .isEqualTo(first));
        reports.clear();
        await().during(Duration.ofMillis(500)).until(reports::isEmpty);
    }
}
