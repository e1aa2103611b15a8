package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;

/** The contract that both producers keep whatever happens below them: the exchange ends, once, with its exception. */
class FailureContractTest {

    private static final String PHONE = "79001234567";
    private static final String TEXT = "secret text";
    private static final String HTML = "<!DOCTYPE html><html><body>password=geheim " + PHONE + "</body></html>";

    /** Time for one POST in milliseconds: on a busy machine, too, a document leaves within the shorter one. */
    private static final long SHORT = 1_500;

    private static final long AMPLE = 20_000;

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

    static Stream<Arguments> actsAfterTheDocumentLeft() {
        String xml = "text/xml; charset=utf-8";
        return Stream.of(
                slow("silence until the deadline", BrokenGateway.stall()),
                act("F6 the connection is closed", BrokenGateway.hangUp()),
                act("F8 the connection is reset", BrokenGateway.reset()),
                slow("F11 a byte now and then", FailureContractTest::drip),
                act("F12 the answer is cut", cut()),
                act("F12 a malformed chunk", malformedChunk()),
                act("F12 no HTTP at all", (request, socket) -> {
                    BrokenGateway.write(socket, "garbage\r\n\r\n");
                    socket.close();
                }),
                act("F13 an empty answer", BrokenGateway.answer(200, xml, "")),
                act("F13 an HTML page", BrokenGateway.answer(200, "text/html", HTML)),
                act("F13 JSON", BrokenGateway.answer(200, "application/json", "{\"error\":\"no\"}")),
                act("F13 another root", BrokenGateway.xml("<answer/>")),
                act("F23 a redirect", redirect(307)),
                act("F23 a permanent redirect", redirect(301)),
                act("F25 too many requests", BrokenGateway.answer(429, "text/html", HTML)),
                act("F25 busy", BrokenGateway.answer(503, "text/html", HTML)),
                act("F26 an internal error", BrokenGateway.answer(500, "text/html", HTML)),
                act("F26 a bad gateway", BrokenGateway.answer(502, "text/html", HTML)),
                act("F27 an endless answer", FailureContractTest::endless),
                act("F28 a document type", BrokenGateway.xml("<!DOCTYPE response><response/>")),
                act("F29 windows-1251", (request, socket) -> {
                    byte[] body = "<response><error>Ошибка</error></response>".getBytes("windows-1251");
                    BrokenGateway.write(socket, "HTTP/1.1 200 X\r\nContent-Length: " + body.length + "\r\n\r\n");
                    socket.getOutputStream().write(body);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actsAfterTheDocumentLeft")
    void whatFailsAfterTheDocumentLeftIsUnknown(String name, BrokenGateway.Act act, long timeout) throws Exception {
        start(act, timeout);

        Exchange without = process("targetsms:send", TEXT, Map.of("CamelTargetSmsPhone", PHONE));
        Exchange with = process(
                "targetsms:send", TEXT, Map.of("CamelTargetSmsPhone", PHONE, "CamelTargetSmsClientIdMessage", 7));
        Exchange status = process("targetsms:status", "111", Map.of());

        assertUnknown(without, false);
        assertUnknown(with, true);
        assertThat(status.getException()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(status.getException(TargetSmsException.class).isRetrySafe()).isTrue();
        assertThat(gateway.requests()).hasSize(3);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "wrong password",
                        BrokenGateway.xml("<response><error>Неправильный логин или пароль</error></response>"),
                        Reason.AUTHENTICATION),
                refusal(
                        "blocked",
                        BrokenGateway.xml("<response><error>Ваш аккаунт заблокирован</error></response>"),
                        Reason.ACCOUNT_BLOCKED),
                refusal(
                        "malformed",
                        BrokenGateway.xml("<response><error>Неправильный формат XML документа</error></response>"),
                        Reason.MALFORMED),
                refusal("anything else", BrokenGateway.xml("<response><error>Иное</error></response>"), Reason.OTHER),
                refusal(
                        "the body decides, whatever the status",
                        BrokenGateway.answer(500, "text/html", "<response><error>Иное</error></response>"),
                        Reason.OTHER),
                refusal("400", BrokenGateway.answer(400, "text/html", HTML), Reason.OTHER),
                refusal("401", BrokenGateway.answer(401, "text/html", HTML), Reason.AUTHENTICATION),
                refusal("403", BrokenGateway.answer(403, "text/html", HTML), Reason.AUTHENTICATION),
                refusal("404", BrokenGateway.answer(404, "text/html", HTML), Reason.OTHER),
                refusal("405", BrokenGateway.answer(405, "text/html", HTML), Reason.OTHER),
                refusal("413", BrokenGateway.answer(413, "text/html", HTML), Reason.OTHER),
                refusal("415", BrokenGateway.answer(415, "text/html", HTML), Reason.OTHER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void aRefusedDocumentIsRejectedAndNeverRetrySafe(String name, BrokenGateway.Act act, Reason reason)
            throws Exception {
        start(act, AMPLE);

        Exchange send = process(
                "targetsms:send", TEXT, Map.of("CamelTargetSmsPhone", PHONE, "CamelTargetSmsClientIdMessage", 7));
        Exchange status = process("targetsms:status", "111", Map.of());

        for (Exchange exchange : List.of(send, status)) {
            DocumentRejectedException rejected = exchange.getException(DocumentRejectedException.class);
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.isRetrySafe()).isFalse();
            assertPrivate(rejected);
        }
        DocumentRejectedException rejected = send.getException(DocumentRejectedException.class);
        assertThat(rejected.results()).extracting(SendResult::outcome).containsExactly(Outcome.REJECTED);
        assertThat(rejected.remainder()).hasSize(1);
        assertThat(gateway.requests()).hasSize(2);
    }

    static Stream<Arguments> unreachable() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        return Stream.of(
                Arguments.of("F1 nobody listens", "http://127.0.0.1:" + nobody),
                Arguments.of("F1 the name does not resolve", "https://gateway.invalid"),
                Arguments.of("F2 no TLS on the other side", "https://127.0.0.1:PORT"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreachable")
    void whatNeverLeftIsNotSentAndRetrySafe(String name, String baseUrl) throws Exception {
        start(BrokenGateway.hangUp(), SHORT);
        configuration().setBaseUrl(baseUrl.replace("PORT", String.valueOf(gateway.port())));
        gateway.act(BrokenGateway.hangUp());

        Exchange send = process("targetsms:send", TEXT, Map.of("CamelTargetSmsPhone", PHONE));
        Exchange status = process("targetsms:status", List.of(1, 2), Map.of());

        NotSentException notSent = send.getException(NotSentException.class);
        assertThat(notSent.isRetrySafe()).isTrue();
        assertThat(notSent.results()).extracting(SendResult::outcome).containsExactly(Outcome.NOT_SENT);
        assertThat(notSent.remainder()).hasSize(1);
        assertPrivate(notSent);
        assertThat(status.getException(NotSentException.class).isRetrySafe()).isTrue();
        assertThat(gateway.requests()).isEmpty();
    }

    @Test
    void aStoppedProducerEndsTheExchangeAsNotSent() throws Exception {
        start(BrokenGateway.stall(), SHORT);
        for (String uri : List.of("targetsms:send?phone=" + PHONE, "targetsms:status")) {
            AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
            producer.start();
            producer.stop();

            Exchange exchange = process(
                    producer,
                    ExchangeBuilder.anExchange(context).withBody("111").build());

            assertThat(exchange.getException()).isInstanceOf(NotSentException.class);
            assertThat(exchange.getException(TargetSmsException.class).isRetrySafe())
                    .isTrue();
        }
    }

    @Test
    void stoppingWakesCallersThatWaitForTheirTurn() throws Exception {
        start(BrokenGateway.stall(), SHORT);
        configuration().setMaxConcurrentRequests(1);
        configuration().setRequestTimeout(2_000);
        AsyncProducer producer =
                context.getEndpoint("targetsms:send?phone=" + PHONE).createAsyncProducer();
        producer.start();
        Exchange first = ExchangeBuilder.anExchange(context).withBody(TEXT).build();
        Exchange second = ExchangeBuilder.anExchange(context).withBody(TEXT).build();
        AtomicInteger ended = new AtomicInteger();
        producer.process(first, doneSync -> ended.incrementAndGet());
        Thread waiting = new Thread(() -> producer.process(second, doneSync -> ended.incrementAndGet()));
        waiting.start();
        await().until(() -> gateway.requests().size() == 1 && waiting.getState() == Thread.State.WAITING);

        producer.stop();

        await().until(() -> ended.get() == 2);
        assertThat(first.getException()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(second.getException()).isInstanceOf(NotSentException.class);
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

    private static void assertUnknown(Exchange exchange, boolean retrySafe) {
        OutcomeUnknownException unknown = exchange.getException(OutcomeUnknownException.class);
        assertThat(unknown).isNotNull();
        assertThat(unknown.isRetrySafe()).isEqualTo(retrySafe);
        assertThat(unknown.results()).extracting(SendResult::outcome).containsExactly(Outcome.UNKNOWN);
        assertThat(unknown.remainder()).isEmpty();
        assertPrivate(unknown);
    }

    private static void assertPrivate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain(PHONE, TEXT, "geheim");
        }
    }

    private static Arguments act(String name, BrokenGateway.Act act) {
        return Arguments.of(name, act, AMPLE);
    }

    /** A case that only the deadline ends. */
    private static Arguments slow(String name, BrokenGateway.Act act) {
        return Arguments.of(name, act, SHORT);
    }

    private static Arguments refusal(String name, BrokenGateway.Act act, Reason reason) {
        return Arguments.of(name, act, reason);
    }

    private static BrokenGateway.Act redirect(int status) {
        return (request, socket) -> BrokenGateway.write(
                socket,
                "HTTP/1.1 " + status + " X\r\nLocation: http://"
                        + request.head().replaceAll("(?s).*Host: ([^\r]*).*", "$1")
                        + "/elsewhere\r\nContent-Length: 0\r\n\r\n");
    }

    private static BrokenGateway.Act cut() {
        return (request, socket) -> {
            BrokenGateway.write(socket, "HTTP/1.1 200 X\r\nContent-Length: 500\r\n\r\n<response><message>");
            socket.close();
        };
    }

    private static BrokenGateway.Act malformedChunk() {
        return (request, socket) -> BrokenGateway.write(
                socket, "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<response/>\r\n0\r\n\r\n");
    }

    private static void drip(BrokenGateway.Request request, Socket socket) throws IOException {
        BrokenGateway.write(socket, "HTTP/1.1 200 X\r\nContent-Length: 100000\r\n\r\n");
        for (int i = 0; i < 100_000 && !socket.isClosed(); i++) {
            socket.getOutputStream().write(' ');
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    private static void endless(BrokenGateway.Request request, Socket socket) throws IOException {
        BrokenGateway.write(socket, "HTTP/1.1 200 X\r\n\r\n<response>");
        byte[] block = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 100_000; i++) {
            socket.getOutputStream().write(block);
        }
    }
}
