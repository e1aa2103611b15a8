package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.support.SynchronizationAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.camel.model.TargetSmsException;

/**
 * Is the contract of an asynchronous producer, over every kind of failure: the failure is set before the callback, the
 * callback is called once, whatever it does itself, and says what the return value says; the exchange keeps its body
 * and headers.
 */
abstract class AsyncProducerContract {

    /** Time for one POST in milliseconds: on a busy machine, too, a document leaves within the shorter one. */
    private static final long SHORT = 1_500;

    private static final long AMPLE = 20_000;

    private final String uri;
    private final Object body;
    private final String answer;
    private BrokenGateway gateway;
    private CamelContext context;

    /**
     * Makes the contract of one operation.
     *
     * @param body what makes sense to the operation
     * @param answer what the gateway says to it when all is well
     */
    AsyncProducerContract(String uri, Object body, String answer) {
        this.uri = uri;
        this.body = body;
        this.answer = answer;
    }

    @BeforeEach
    void start() {
        gateway = new BrokenGateway(BrokenGateway.xml(answer));
        context = CamelTest.contextWith(options -> {
            options.setBaseUrl(gateway.baseUrl());
            options.setUsername("demo");
            options.setPassword("geheim");
            options.setRequestTimeout(AMPLE);
        });
    }

    @AfterEach
    void stop() throws Exception {
        context.stop();
        gateway.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("silence", "requestTimeout=" + SHORT, BrokenGateway.stall(), OutcomeUnknownException.class),
                arguments("a closed connection", "", BrokenGateway.hangUp(), OutcomeUnknownException.class),
                arguments("a reset", "", BrokenGateway.reset(), OutcomeUnknownException.class),
                arguments("an HTML page", "", html(200), OutcomeUnknownException.class),
                arguments("an internal error", "", html(500), OutcomeUnknownException.class),
                arguments("an endless answer", "", endless(), OutcomeUnknownException.class),
                arguments("a refused document", "", refusal(), DocumentRejectedException.class),
                arguments("a forbidden address", "", html(403), DocumentRejectedException.class),
                arguments("no name", "baseUrl=https://gateway.invalid", html(200), NotSentException.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void aFailureIsSetBeforeTheCallbackWhichIsCalledOnce(
            String name, String option, BrokenGateway.Act act, Class<? extends TargetSmsException> type)
            throws Exception {
        AsyncProducer producer = producer(option, act);
        Exchange exchange = exchange(body);

        assertEndsOnce(producer, exchange, type);

        assertThat(exchange.getException(TargetSmsException.class).isRetrySafe())
                .isEqualTo(type != DocumentRejectedException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void aCallbackThatThrowsIsNotCalledAgain(String name, String option, BrokenGateway.Act act) throws Exception {
        AsyncProducer producer = producer(option, act);
        List<Boolean> calls = new CopyOnWriteArrayList<>();
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});

        try {
            try {
                producer.process(exchange(body), doneSync -> {
                    calls.add(doneSync);
                    throw new ThrownByTheRoute();
                });
            } catch (ThrownByTheRoute e) {
                // The document had ended before process returned: the callback ran on this thread.
            }
            await().dontCatchUncaughtExceptions().until(() -> !calls.isEmpty());
            // Stopping waits for the threads that would call again.
            producer.stop();
            context.stop();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }

        assertThat(calls).hasSize(1);
    }

    private static final class ThrownByTheRoute extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Test
    void aSuccessIsToldOnceAsWell() throws Exception {
        Exchange exchange = exchange(body);

        List<Boolean> calls = process(producer("", BrokenGateway.xml(answer)), exchange);

        assertThat(calls).hasSize(1);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isNotSameAs(body);
    }

    @Test
    void aBodyThatIsMissingEndsTheExchangeAtOnce() throws Exception {
        assertEndsOnce(producer("", BrokenGateway.xml(answer)), exchange(null), InvalidMessageException.class);

        assertThat(gateway.requests()).isEmpty();
    }

    @Test
    void aStoppedProducerEndsTheExchangeAtOnceAndRetrySafe() throws Exception {
        AsyncProducer producer = producer("", BrokenGateway.xml(answer));
        producer.stop();
        Exchange exchange = exchange(body);

        assertEndsOnce(producer, exchange, NotSentException.class);

        assertThat(exchange.getException(TargetSmsException.class).isRetrySafe())
                .isTrue();
        assertThat(gateway.requests()).isEmpty();
    }

    @Test
    void aTransactedExchangeEndsOnTheCallersThread() throws Exception {
        Exchange exchange = exchange(body);
        exchange.getExchangeExtension().setTransacted(true);
        Thread[] ended = new Thread[1];
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                ended[0] = Thread.currentThread();
            }
        });
        gateway.act(BrokenGateway.hangUp());

        context.createProducerTemplate().send(uri, exchange);

        assertThat(exchange.getException()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(ended).containsExactly(Thread.currentThread());
    }

    private void assertEndsOnce(AsyncProducer producer, Exchange exchange, Class<?> type) throws Exception {
        Object before = exchange.getMessage().getBody();
        Map<String, Object> headers = new HashMap<>(exchange.getMessage().getHeaders());

        List<Boolean> calls = process(producer, exchange);

        assertThat(calls).hasSize(1);
        assertThat(exchange.getException()).isInstanceOf(type);
        assertThat(exchange.getMessage().getBody()).isSameAs(before);
        assertThat(exchange.getMessage().getHeaders()).isEqualTo(headers);
    }

    /** Processes until the callback was called, and returns what it was told each time. */
    private static List<Boolean> process(AsyncProducer producer, Exchange exchange) {
        List<Boolean> calls = new CopyOnWriteArrayList<>();
        List<Exception> seen = new CopyOnWriteArrayList<>();
        boolean sync = producer.process(exchange, doneSync -> {
            if (exchange.getException() != null) {
                seen.add(exchange.getException());
            }
            calls.add(doneSync);
        });
        await().until(() -> !calls.isEmpty());
        assertThat(calls).first().isEqualTo(sync);
        assertThat(seen).as("set before the callback").hasSize(exchange.getException() == null ? 0 : 1);
        return calls;
    }

    private AsyncProducer producer(String option, BrokenGateway.Act act) throws Exception {
        gateway.act(act);
        String options = option.isEmpty() ? "" : "?" + option;
        AsyncProducer producer = context.getEndpoint(uri + options).createAsyncProducer();
        producer.start();
        return producer;
    }

    private Exchange exchange(Object content) {
        return ExchangeBuilder.anExchange(context)
                .withBody(content)
                .withHeader("CamelTargetSmsPhone", "79001234567")
                .withHeader("CamelTargetSmsClientIdMessage", 7)
                .withHeader("mine", "kept")
                .build();
    }

    private static BrokenGateway.Act html(int status) {
        return BrokenGateway.answer(status, "text/html", "<!DOCTYPE html><html><body>geheim</body></html>");
    }

    private static BrokenGateway.Act refusal() {
        return BrokenGateway.xml("<response><error>Иная ошибка</error></response>");
    }

    private static BrokenGateway.Act endless() {
        return AsyncProducerContract::endless;
    }

    /** Has no length and no chunks: only the cap ends it. */
    private static void endless(BrokenGateway.Request request, Socket socket) throws IOException {
        BrokenGateway.write(socket, "HTTP/1.1 200 X\r\n\r\n<response>");
        String block = " ".repeat(8192);
        while (!socket.isClosed()) {
            BrokenGateway.write(socket, block);
        }
    }
}
