package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Endpoints that differ in message fields only share one outbox and one HTTP client. */
class ManyEndpointsTest {

    private static final int NUMBERS = 3_000;

    @Test
    void toDWithThreeThousandNumbersMakesOneOutboxAndOneClient() throws Exception {
        try (HeldGateway gateway = new HeldGateway();
                CamelContext context = CamelTest.contextWith(options -> {
                    options.setBaseUrl(gateway.baseUrl());
                    options.setUsername("demo");
                    options.setPassword("demo");
                })) {
            Set<Integer> outboxes = ConcurrentHashMap.newKeySet();
            SharedGateways gateways =
                    context.getComponent("targetsms", TargetSmsComponent.class).gateways();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in")
                            .toD("targetsms:send?phone=${header.phone}")
                            .process(exchange -> outboxes.add(gateways.size()));
                }
            });
            ProducerTemplate template = context.createProducerTemplate();

            List<CompletableFuture<Object>> exchanges = LongStream.range(79001000000L, 79001000000L + NUMBERS)
                    .mapToObj(phone -> template.asyncRequestBodyAndHeader("direct:in", "x", "phone", phone))
                    .toList();

            assertThat(exchanges).allSatisfy(exchange -> exchange.orTimeout(60, TimeUnit.SECONDS)
                    .join());
            assertThat(gateway.accepted()).hasSize(NUMBERS);
            assertThat(outboxes).containsExactly(1);
            assertThat(gateway.connections())
                    .as("of one client with the default of four requests at once")
                    .isLessThanOrEqualTo(4);
        }
    }
}
