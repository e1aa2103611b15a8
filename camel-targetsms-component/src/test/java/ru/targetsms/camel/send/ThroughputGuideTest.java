package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.simulator.fault.Fault;

/** Runs the routes that the guide on throughput shows, as they stand there, against a gateway 20 ms away. */
class ThroughputGuideTest extends CamelTest {

    private static final int MESSAGES = 400;

    @Test
    void aListFillsItsDocuments() throws Exception {
        simulator.faults().add(Fault.delay(Duration.ofMillis(20)));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:mailing").to("targetsms:send?senderSms=Shop&idempotencyNamespace=mailing");
            }
        });

        Exchange exchange = send("direct:mailing", rows());

        List<SendResult> results = SendOneTest.results(exchange);
        assertThat(results).hasSize(MESSAGES).allMatch(SendResult::accepted);
        assertThat(simulator.ledger().totals().posts()).isEqualTo(MESSAGES / 100);
    }

    @Test
    void splittingInParallelSharesDocuments() throws Exception {
        simulator.faults().add(Fault.delay(Duration.ofMillis(20)));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:orders")
                        .split(body())
                        .parallelProcessing()
                        .to("targetsms:send?senderSms=Shop&idempotencyKey=${body[order]}")
                        .end()
                        .to("mock:sent");
            }
        });

        Exchange exchange = send("direct:orders", rows());

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(MESSAGES);
        assertThat(simulator.ledger().totals().posts()).as("documents").isLessThan(MESSAGES / 5);
    }

    private static List<Map<String, Object>> rows() {
        return IntStream.range(0, MESSAGES)
                .mapToObj(i -> Map.<String, Object>of(
                        "phone",
                        SendManyTest.phone(i),
                        "text_sms",
                        "Your order " + i + " is ready",
                        "order",
                        i,
                        "idempotency_key",
                        i))
                .toList();
    }
}
