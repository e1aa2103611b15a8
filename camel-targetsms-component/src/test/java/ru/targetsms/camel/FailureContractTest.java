package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.OutcomeUnknownException;

/** What a send that failed leaves to the route: who is not sent yet, and whether the same body may come again. */
class FailureContractTest {

    private static final String PHONE = "79001234567";
    private static final String TEXT = "secret text";

    /** Time for one POST in milliseconds: on a busy machine, too, a document leaves within the shorter one. */
    private static final long SHORT = 1_500;

    private BrokenGateway gateway;
    private CamelContext context;

    @AfterEach
    void stop() throws Exception {
        if (context != null) {
            context.stop();
        }
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void stoppingWakesCallersThatWaitForRoomAndGivesBackWhatNoDocumentTook() throws Exception {
        start(BrokenGateway.stall(), SHORT);
        configuration().setMaxConcurrentRequests(1);
        configuration().setQueueCapacity(1);
        configuration().setRequestTimeout(2_000);
        AsyncProducer producer =
                context.getEndpoint("targetsms:send?phone=" + PHONE).createAsyncProducer();
        producer.start();
        Exchange underWay = ExchangeBuilder.anExchange(context).withBody(TEXT).build();
        Exchange queued = ExchangeBuilder.anExchange(context).withBody(TEXT).build();
        Exchange held = ExchangeBuilder.anExchange(context).withBody(TEXT).build();
        AtomicInteger ended = new AtomicInteger();
        producer.process(underWay, doneSync -> ended.incrementAndGet());
        await().until(() -> gateway.requests().size() == 1);
        producer.process(queued, doneSync -> ended.incrementAndGet());
        Thread waiting = new Thread(() -> producer.process(held, doneSync -> ended.incrementAndGet()));
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.WAITING);

        producer.stop();

        await().until(() -> ended.get() == 3);
        assertThat(underWay.getException()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(queued.getException()).isInstanceOf(NotSentException.class);
        assertThat(held.getException()).isInstanceOf(NotSentException.class);
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void aBodyThatCannotBeReadTwiceIsNotRetrySafeOnceItWasBegun() throws Exception {
        start(BrokenGateway.hangUp(), SHORT);
        List<Map<String, Object>> rows = List.of(
                Map.of("phone", PHONE, "text_sms", TEXT, "client_id_message", 1),
                Map.of("phone", PHONE, "text_sms", TEXT, "client_id_message", 2));

        Exchange list = process("targetsms:send", rows, Map.of());
        Exchange iterator = process("targetsms:send", rows.iterator(), Map.of());

        assertThat(list.getException(OutcomeUnknownException.class).isRetrySafe())
                .isTrue();
        assertThat(iterator.getException(OutcomeUnknownException.class).isRetrySafe())
                .isFalse();
    }

    @Test
    void afterADocumentThatCouldNotBeSentNoFurtherOneIsBegunAndTheRemainderHoldsTheRest() throws Exception {
        start(BrokenGateway.stall(), SHORT);
        configuration().setBaseUrl("https://127.0.0.1:" + gateway.port());
        configuration().setMaxConcurrentRequests(1);
        gateway.act(BrokenGateway.hangUp());
        AtomicInteger read = new AtomicInteger();
        Iterable<Object> rows = () -> Stream.iterate(1, i -> i + 1)
                .limit(1_000)
                .peek(i -> read.incrementAndGet())
                .map(i -> (Object) Map.of("phone", String.valueOf(79000000000L + i), "text_sms", TEXT))
                .iterator();

        Exchange exchange = process("targetsms:send?batchSize=10", rows, Map.of());

        NotSentException failure = exchange.getException(NotSentException.class);
        assertThat(read.get()).isLessThan(1_000);
        assertThat(failure.results()).hasSize(read.get()).allMatch(result -> result.outcome() == Outcome.NOT_SENT);
        assertThat(failure.isRetrySafe()).isTrue();
        assertThat(failure.remainder()).hasSize(1_000);
    }

    private void start(BrokenGateway.Act act, long timeout) {
        gateway = new BrokenGateway(act);
        context = CamelTest.contextWith(options -> {
            options.setBaseUrl(gateway.baseUrl());
            options.setUsername("demo");
            options.setPassword("geheim");
            options.setRequestTimeout(timeout);
        });
    }

    private TargetSmsConfiguration configuration() {
        return context.getComponent("targetsms", TargetSmsComponent.class).getConfiguration();
    }

    private Exchange process(String uri, Object body, Map<String, Object> headers) throws Exception {
        AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
        producer.start();
        Exchange exchange = ExchangeBuilder.anExchange(context).withBody(body).build();
        exchange.getMessage().getHeaders().putAll(headers);
        process(producer, exchange);
        producer.stop();
        assertThat(exchange.getMessage().getBody()).isSameAs(body);
        return exchange;
    }

    private static Exchange process(AsyncProducer producer, Exchange exchange) {
        AtomicInteger calls = new AtomicInteger();
        boolean sync = producer.process(exchange, doneSync -> {
            assertThat(exchange.getException()).isNotNull();
            calls.incrementAndGet();
        });
        if (sync) {
            assertThat(calls).hasValue(1);
        }
        await().until(() -> calls.get() > 0);
        assertThat(calls).hasValue(1);
        return exchange;
    }
}
