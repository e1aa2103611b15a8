package ru.targetsms.camel;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.GatewaySimulator;

/** Starts a Camel context for each test, against one simulator. */
public abstract class CamelTest {

    @RegisterExtension
    protected static final GatewaySimulator simulator = GatewaySimulator.start();

    protected CamelContext context;
    protected ProducerTemplate template;

    @BeforeEach
    void startCamel() {
        context = context(isManaged());
        configure(component().getConfiguration());
        template = context.createProducerTemplate();
        context.start();
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    /** Tells whether JMX shows the context: its start takes longer then. The default is no. */
    protected boolean isManaged() {
        return false;
    }

    /** Sets the component's options; the default reaches the simulator. */
    protected void configure(TargetSmsConfiguration configuration) {
        configuration.setBaseUrl(simulator.baseUrl());
        configuration.setUsername("demo");
        configuration.setPassword("demo");
    }

    protected TargetSmsComponent component() {
        return context.getComponent("targetsms", TargetSmsComponent.class);
    }

    /** Sends a body with headers and returns the exchange, failed or not. */
    protected Exchange send(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = ExchangeBuilder.anExchange(context).withBody(body).build();
        exchange.getMessage().getHeaders().putAll(headers);
        return template.send(uri, exchange);
    }

    protected Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    /** Returns the document of the last request. */
    protected static String lastRequest() {
        return simulator.requests().get(simulator.requests().size() - 1).requestText();
    }

    /** Makes another context, for what has to be set before start. */
    public static CamelContext contextWith(Consumer<TargetSmsConfiguration> options) {
        return contextWith(options, false);
    }

    /** Makes another context, which JMX shows if it is managed. */
    public static CamelContext contextWith(Consumer<TargetSmsConfiguration> options, boolean managed) {
        CamelContext context = context(managed);
        options.accept(
                context.getComponent("targetsms", TargetSmsComponent.class).getConfiguration());
        context.start();
        return context;
    }

    private static CamelContext context(boolean managed) {
        DefaultCamelContext context = new DefaultCamelContext();
        if (!managed) {
            context.disableJMX();
        }
        return context;
    }
}
