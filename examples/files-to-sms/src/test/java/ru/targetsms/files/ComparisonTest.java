package ru.targetsms.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.HttpExchange;

/** What the README says of a template and {@code https:} beside the component, seen happening. */
class ComparisonTest {

    private static final String BY_HAND = "direct:by-hand";
    private static final String COMPONENT = "direct:component";

    @RegisterExtension
    static final GatewaySimulator gateway = GatewaySimulator.start();

    private CamelContext context;

    @BeforeEach
    void start() throws Exception {
        context = new DefaultCamelContext();
        Properties properties = new Properties();
        properties.put("gateway", gateway.baseUrl());
        context.getPropertiesComponent().setInitialProperties(properties);
        TargetSmsConfiguration account =
                context.getComponent("targetsms", TargetSmsComponent.class).getConfiguration();
        account.setBaseUrl(gateway.baseUrl());
        account.setUsername("demo");
        account.setPassword("demo");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:by-hand")
                        .setBody(
                                simple("<request><security><login value=\"demo\"/><password value=\"demo\"/></security>"
                                        + "<message><send_sms>1</send_sms><text_sms>${body}</text_sms>"
                                        + "<abonent phone=\"${header.phone}\"/></message></request>"))
                        .setHeader("Content-Type", constant("text/xml; charset=utf-8"))
                        .to("{{gateway}}/xml/message.php");

                from("direct:component")
                        .setHeader("CamelTargetSmsPhone", header("phone"))
                        .to("targetsms:send?idempotencyKey=${header.order}");
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void bothSendAPlainMessage() {
        assertThat(send(BY_HAND, "Ready").getException()).isNull();
        assertThat(send(COMPONENT, "Ready").getException()).isNull();

        assertThat(gateway.messages()).hasSize(2);
    }

    @Test
    void aSignOfXmlLosesTheMessageWithoutAWordByHand() {
        assertThat(send(BY_HAND, "Fish & chips").getException()).isNull();
        assertThat(gateway.messages()).isEmpty();

        send(COMPONENT, "Fish & chips");
        assertThat(gateway.latest().orElseThrow().text()).isEqualTo("Fish & chips");
    }

    @Test
    void r3_aLineBreakTravelsAsTheProtocolWantsItWithTheComponentOnly() {
        assertThat(send(BY_HAND, "One\nTwo").getException()).isNull();
        assertThat(gateway.messages()).isEmpty();

        send(COMPONENT, "One\nTwo");
        assertThat(gateway.latest().orElseThrow().text()).isEqualTo("One\\nTwo");
    }

    @Test
    void aRefusedPasswordLooksLikeSuccessByHand() {
        gateway.block("demo", true);

        assertThat(send(BY_HAND, "Ready").getException()).isNull();
        assertThat(send(COMPONENT, "Ready").getException()).isInstanceOf(DocumentRejectedException.class);
    }

    @Test
    void anAnswerLostInA503SendsTwiceByHand() {
        gateway.faults().add(Fault.status(503).afterAccept().first(1));
        assertThat(send(BY_HAND, "Ready").getException()).isNull();
        assertThat(gateway.messages()).hasSize(2);

        gateway.reset();
        gateway.faults().add(Fault.status(503).afterAccept().first(1));
        assertThat(send(COMPONENT, "Ready").getException())
                .isInstanceOfSatisfying(OutcomeUnknownException.class, unknown -> assertThat(unknown.isRetrySafe())
                        .isTrue());
        assertThat(send(COMPONENT, "Ready").getException()).isNull();
        assertThat(gateway.messages()).hasSize(1);
    }

    @Test
    void headersOfTheRouteReachTheGatewayByHand() {
        send(BY_HAND, "Ready");
        send(COMPONENT, "Ready");

        assertThat(gateway.requests())
                .extracting(HttpExchange::headers)
                .extracting(headers -> headers.containsKey("phone"))
                .containsExactly(true, false);
    }

    private Exchange send(String route, String text) {
        return context.createProducerTemplate().request(route, exchange -> {
            exchange.getMessage().setBody(text);
            exchange.getMessage().setHeaders(new HashMap<>(Map.of("phone", "70000000100", "order", "7")));
        });
    }
}
