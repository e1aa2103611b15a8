package ru.targetsms.camel.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.camel.tracking.DeliveryTracker;

/**
 * Is the route that the contract's section <em>Errors</em> shows: it repeats what is safe to repeat, and parks the rest.
 * Logs all that a route may be told to log.
 */
final class FaultRoute implements AutoCloseable {

    /** Repeats after the first attempt. */
    static final int REPEATS = 5;

    private static final String FAILURES = "failures";
    private static final String PARKED = "parked";

    private final CamelContext context;
    private final ProducerTemplate template;
    private final AsyncProducer direct;
    private final Ids ids;
    private volatile Runnable beforeRepeat = () -> {};

    FaultRoute(Ids ids, Consumer<TargetSmsConfiguration> options) {
        this(ids, options, null);
    }

    /** Makes a route whose accepted messages are stored. */
    FaultRoute(Ids ids, Consumer<TargetSmsConfiguration> options, DeliveryTracker tracker) {
        this(ids, options, tracker, false);
    }

    /**
     * Makes a route.
     *
     * @param tracker stores what was accepted, null when nothing does
     * @param managed whether JMX shows it
     */
    FaultRoute(Ids ids, Consumer<TargetSmsConfiguration> options, DeliveryTracker tracker, boolean managed) {
        this.ids = ids;
        this.context = CamelTest.contextWith(options, managed);
        TargetSmsComponent component = context.getComponent("targetsms", TargetSmsComponent.class);
        component.setDeliveryTracker(tracker);
        component.getConfiguration().setTrack(tracker != null);
        this.template = context.createProducerTemplate();
        // Once the route is stopped nobody shall wait for it.
        context.getComponent("direct", DirectComponent.class).setBlock(false);
        try {
            context.addRoutes(new Route());
            direct = context.getEndpoint("direct:in").createAsyncProducer();
            direct.start();
        } catch (Exception e) {
            context.stop();
            throw new IllegalStateException(e);
        }
    }

    private final class Route extends RouteBuilder {

        @Override
        public void configure() {
            onException(TargetSmsException.class)
                    .onWhen(simple("${exception.retrySafe}"))
                    .maximumRedeliveries(REPEATS)
                    .redeliveryDelay(20)
                    .retryAttemptedLogLevel(LoggingLevel.WARN)
                    .onExceptionOccurred(FaultRoute::remember)
                    .onRedelivery(exchange -> beforeRepeat.run())
                    .handled(true)
                    .setProperty(PARKED, simple("${exception}"));
            onException(TargetSmsException.class)
                    .logHandled(true)
                    .onExceptionOccurred(FaultRoute::remember)
                    .handled(true)
                    .setProperty(PARKED, simple("${exception}"));

            from("direct:in").to("targetsms:send" + (ids.given() ? "?idempotencyKey=RAW(${header.order})" : ""));
        }
    }

    /** Does something once an attempt has failed, before the next begins: ends a fault, or brings the next. */
    FaultRoute beforeRepeat(Runnable action) {
        beforeRepeat = action;
        return this;
    }

    CamelContext context() {
        return context;
    }

    /** Sends the messages as one body. */
    Trip send(List<Sms> messages) {
        return send(messages, messages.stream().map(Sms::row).toList(), Map.of());
    }

    /** Sends a body that holds the messages in a form of its own. */
    Trip send(List<Sms> messages, Object body, Map<String, Object> headers) {
        Exchange exchange = exchange(body, headers);
        long begin = System.nanoTime();
        template.send("direct:in", exchange);
        return trip(messages, exchange, begin);
    }

    /** Sends the messages as an asynchronous consumer does: this thread is free again once all of them are begun. */
    CompletableFuture<Trip> begin(List<Sms> messages) {
        Exchange exchange = exchange(messages.stream().map(Sms::row).toList(), Map.of());
        CompletableFuture<Trip> trip = new CompletableFuture<>();
        long begin = System.nanoTime();
        direct.process(exchange, doneSync -> trip.complete(trip(messages, exchange, begin)));
        return trip;
    }

    private Exchange exchange(Object body, Map<String, Object> headers) {
        Exchange exchange = ExchangeBuilder.anExchange(context)
                .withBody(body)
                .withProperty(FAILURES, new CopyOnWriteArrayList<TargetSmsException>())
                .build();
        exchange.getMessage().getHeaders().putAll(headers);
        exchange.getMessage().setHeader("order", "ORDER-1");
        return exchange;
    }

    /** Asks for a state and returns what that failed with, null when it did not. */
    static TargetSmsException status(CamelContext context, String id) {
        Exchange exchange = ExchangeBuilder.anExchange(context).withBody(id).build();
        context.createProducerTemplate().send("targetsms:status", exchange);
        return exchange.getException(TargetSmsException.class);
    }

    @Override
    public void close() {
        context.stop();
    }

    @SuppressWarnings("unchecked")
    private Trip trip(List<Sms> messages, Exchange exchange, long begin) {
        if (exchange.getException() != null) {
            throw new AssertionError("the route did not handle it", exchange.getException());
        }
        TargetSmsException parked = exchange.getProperty(PARKED, TargetSmsException.class);
        List<SendResult> results = parked == null ? exchange.getMessage().getBody(List.class) : parked.results();
        return new Trip(
                ids,
                messages,
                List.copyOf(exchange.getProperty(FAILURES, List.class)),
                parked,
                results,
                Map.copyOf(exchange.getMessage().getHeaders()),
                Duration.ofNanos(System.nanoTime() - begin),
                Duration.ofMillis(context.getComponent("targetsms", TargetSmsComponent.class)
                        .getConfiguration()
                        .getRequestTimeout()),
                context);
    }

    @SuppressWarnings("unchecked")
    private static void remember(Exchange exchange) {
        exchange.getProperty(FAILURES, List.class)
                .add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, TargetSmsException.class));
    }
}
