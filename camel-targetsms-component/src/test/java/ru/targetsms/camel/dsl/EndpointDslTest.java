package ru.targetsms.camel.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.targetsms.camel.dsl.StaticEndpointBuilders.targetsms;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsEndpoint;
import ru.targetsms.camel.dsl.TargetSmsEndpointBuilderFactory.TargetSmsBuilders;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.Emit;
import ru.targetsms.camel.model.FailOn;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.model.State;

/** Routes written with the Endpoint DSL send and receive, over the simulator. */
class EndpointDslTest extends CamelTest {

    private static final String PHONE = "79001234567";

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.builder()
            .account("shop", "a+b&c%20 d")
            .profile(Profile.MANUAL)
            .start();

    @Test
    void aRouteSendsThroughTheBuilderThatWasImported() throws Exception {
        context.addRoutes(new EndpointRouteBuilder() {
            @Override
            public void configure() {
                from(direct("orders")).to(targetsms("send").batchSize(100).senderSms("Shop"));
            }
        });

        Exchange sent = send("direct:orders", "Привет", Map.of("CamelTargetSmsPhone", PHONE));

        assertThat(sent.getException()).isNull();
        assertThat(outcomes(sent)).containsExactly(Outcome.ACCEPTED);
        assertThat(lastRequest()).contains("<sender_sms>Shop</sender_sms>", "<text_sms>Привет</text_sms>");
    }

    @Test
    void aRouteBuilderThatImplementsTheBuildersHasTheNamesOfTheHeadersToo() throws Exception {
        context.addRoutes(new Orders());

        Exchange sent = send("direct:orders", "Заказ 7 готов", Map.of("order", "7"));

        assertThat(sent.getException()).isNull();
        assertThat(outcomes(sent)).containsExactly(Outcome.ACCEPTED);
        assertThat(sent.getMessage().getHeader("accepted")).isEqualTo(1);
        assertThat(lastRequest()).contains("phone=\"" + PHONE + "\"").contains("client_id_message=\"");
    }

    private static final class Orders extends EndpointRouteBuilder implements TargetSmsBuilders {
        @Override
        public void configure() {
            from(direct("orders"))
                    .setHeader(targetsms().targetSmsPhone(), constant(PHONE))
                    .to(targetsms("send").idempotencyNamespace("shop").idempotencyKey("${header.order}"))
                    .setHeader("accepted", header(targetsms().targetSmsAcceptedCount()));
        }
    }

    /** A builder spells out the URI that somebody would have typed, so RAW is needed as much as there. */
    @Test
    void aSecondComponentIsNamedInFrontOfTheOperation() throws Exception {
        TargetSmsComponent shop = new TargetSmsComponent();
        shop.getConfiguration().setBaseUrl(gateway.baseUrl());
        context.addComponent("targetsmsShop", shop);
        context.addRoutes(new EndpointRouteBuilder() {
            @Override
            public void configure() {
                from(direct("orders"))
                        .to(targetsms("targetsmsShop", "send").username("shop").password("RAW(a+b&c%20 d)"));
            }
        });

        Exchange sent = send("direct:orders", "Привет", Map.of("CamelTargetSmsPhone", PHONE));

        assertThat(sent.getException()).isNull();
        assertThat(gateway.requests()).isNotEmpty();
    }

    @Test
    void reportsAreReceivedThroughTheBuilder() throws Exception {
        component().getConfiguration().setBaseUrl(gateway.baseUrl());
        component().getConfiguration().setUsername("shop");
        component().getConfiguration().setPassword("a+b&c%20 d");
        List<DeliveryStatus> reports = new CopyOnWriteArrayList<>();
        context.addRoutes(new EndpointRouteBuilder() {
            @Override
            public void configure() {
                from(direct("orders")).to(targetsms("send").track(true));
                from(targetsms("status")
                                .emit(Emit.CHANGES)
                                .firstPollDelay(20)
                                .maxPollDelay("100ms")
                                .initialDelay(0)
                                .delay(20))
                        .process(exchange -> reports.add(exchange.getMessage().getBody(DeliveryStatus.class)));
            }
        });

        Exchange sent = send("direct:orders", "Привет", Map.of("CamelTargetSmsPhone", PHONE));
        assertThat(sent.getException()).isNull();
        String id = sent.getMessage().getHeader("CamelTargetSmsIdMessage", String.class);
        gateway.setState(Long.parseLong(id), State.DELIVER);

        await().untilAsserted(() -> assertThat(reports).anySatisfy(report -> {
            assertThat(report.idMessage()).isEqualTo(id);
            assertThat(report.state()).isEqualTo(DeliveryState.DELIVER);
        }));
    }

    @Test
    void enumsDurationsAndHttpOptionsReachTheEndpoint() {
        TargetSmsEndpoint endpoint = (TargetSmsEndpoint) targetsms("send")
                .requestTimeout("1m30s")
                .failOn(FailOn.ANY)
                .advanced()
                .queueCapacity(7)
                .http("proxyHost", "localhost")
                .http(Map.of("proxyPort", 1))
                .resolve(context);

        assertThat(endpoint.getConfiguration().getRequestTimeout()).isEqualTo(90_000);
        assertThat(endpoint.getConfiguration().getFailOn()).isEqualTo(FailOn.ANY);
        assertThat(endpoint.getConfiguration().getQueueCapacity()).isEqualTo(7);
        assertThat(endpoint.getConfiguration().getHttp())
                .containsEntry("proxyHost", "localhost")
                .containsEntry("proxyPort", "1");
    }

    @SuppressWarnings("unchecked")
    private static List<Outcome> outcomes(Exchange sent) {
        return ((List<SendResult>) sent.getMessage().getBody(List.class))
                .stream().map(SendResult::outcome).toList();
    }
}
