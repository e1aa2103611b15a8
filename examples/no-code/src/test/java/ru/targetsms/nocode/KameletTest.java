package ru.targetsms.nocode;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.simulator.GatewaySimulator;

/** Starts a Camel context for each test, whose component reaches one simulator. */
abstract class KameletTest {

    static final String PHONE = "79001234567";

    @RegisterExtension
    static final GatewaySimulator simulator = GatewaySimulator.builder()
            .account("demo", "demo")
            .token("secret-token")
            .account("de+mo", "p+a&s%s)w")
            .start();

    CamelContext context;
    ProducerTemplate template;

    @BeforeEach
    void startCamel() throws Exception {
        context = new DefaultCamelContext();
        TargetSmsConfiguration configuration =
                context.getComponent("targetsms", TargetSmsComponent.class).getConfiguration();
        configuration.setBaseUrl(simulator.baseUrl());
        configuration.setUsername("demo");
        configuration.setPassword("demo");
        configuration.setFirstPollDelay(0);
        context.addRoutes(routes());
        template = context.createProducerTemplate();
        context.start();
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    abstract RoutesBuilder routes();

    /** Sends a body with headers and returns the exchange, failed or not. */
    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().getHeaders().putAll(headers);
        });
    }
}
