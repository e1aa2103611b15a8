package ru.targetsms.benchmark.contender;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConstants;

/** The component's route, with defaults but for account, address and sender. Safe for several threads. */
public final class ComponentRoutes implements AutoCloseable {

    private final Endpoint entry;
    private final AsyncProducer producer;

    /** Adds the component and the route to the context. */
    public ComponentRoutes(CamelContext context, String baseUrl) throws Exception {
        TargetSmsComponent component = new TargetSmsComponent();
        component.getConfiguration().setUsername("demo");
        component.getConfiguration().setPassword("demo");
        component.getConfiguration().setBaseUrl(baseUrl);
        context.addComponent("targetsms", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:component").to("targetsms:send?senderSms=" + Sms.SENDER);
            }
        });
        entry = context.getEndpoint("direct:component");
        producer = entry.createAsyncProducer();
        producer.start();
    }

    /** Makes an exchange with one message. */
    Exchange exchange(Sms sms) {
        Exchange exchange = exchange(sms.text());
        exchange.getMessage().setHeader(TargetSmsConstants.PHONE, sms.phone());
        exchange.getMessage().setHeader(TargetSmsConstants.CLIENT_ID_MESSAGE, sms.clientIdMessage());
        return exchange;
    }

    /** Makes an exchange with a body. */
    public Exchange exchange(Object body) {
        Exchange exchange = entry.createExchange();
        exchange.getMessage().setBody(body);
        return exchange;
    }

    /** Sends without waiting for the answer, but for a free place when the component is full. */
    void send(Exchange exchange, AsyncCallback callback) {
        producer.process(exchange, callback);
    }

    /** Sends, waits for the answer and returns how many messages were accepted. */
    public int send(Exchange exchange) throws Exception {
        producer.process(exchange);
        return accepted(exchange);
    }

    /** Returns how many messages of an exchange were accepted. */
    static int accepted(Exchange exchange) {
        return Answers.rethrow(exchange).getMessage().getHeader(TargetSmsConstants.ACCEPTED_COUNT, Integer.class);
    }

    @Override
    public void close() {
        producer.stop();
    }
}
