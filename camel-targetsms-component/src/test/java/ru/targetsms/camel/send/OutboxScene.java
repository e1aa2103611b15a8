package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.HeldGateway;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;

/** Is a context whose gateway answers when it is let, and exchanges that are begun without waiting for their end. */
abstract class OutboxScene {

    HeldGateway gateway;
    CamelContext context;
    private final Map<String, AsyncProducer> producers = new ConcurrentHashMap<>();

    @BeforeEach
    void start() {
        gateway = new HeldGateway();
        context = CamelTest.contextWith(options -> {
            options.setBaseUrl(gateway.baseUrl());
            options.setUsername("demo");
            options.setPassword("demo");
            options.setTextSms("x");
            options.setRequestTimeout(60_000);
        });
    }

    @AfterEach
    void stop() throws Exception {
        gateway.letGo();
        producers.values().forEach(AsyncProducer::stop);
        context.stop();
        gateway.close();
    }

    /** Begins an exchange on this thread, and is held back with it; the future ends with it, failed or not. */
    CompletableFuture<Exchange> begin(String options, Object body) {
        Exchange exchange = ExchangeBuilder.anExchange(context).withBody(body).build();
        CompletableFuture<Exchange> end = new CompletableFuture<>();
        producer(options).process(exchange, doneSync -> end.complete(exchange));
        return end;
    }

    /** Returns the one producer with these options. */
    AsyncProducer producer(String options) {
        return producers.computeIfAbsent(options, this::startProducer);
    }

    /** Begins an exchange whose document is held, so that the one slot is busy. */
    CompletableFuture<Exchange> occupyTheSlot(String options) {
        int before = gateway.documents().size();
        gateway.hold();
        CompletableFuture<Exchange> exchange = begin(options, row(0));
        await().until(() -> gateway.documents().size() == before + 1);
        return exchange;
    }

    private AsyncProducer startProducer(String options) {
        try {
            AsyncProducer producer =
                    context.getEndpoint("targetsms:send?" + options).createAsyncProducer();
            producer.start();
            return producer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Exchange ended(CompletableFuture<Exchange> exchange) {
        return exchange.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Returns a message without a client id. */
    static Map<String, Object> row(int i) {
        return Map.of("phone", phone(i));
    }

    static Map<String, Object> row(int i, long clientId) {
        return Map.of("phone", phone(i), "client_id_message", clientId);
    }

    static String phone(int i) {
        return SendManyTest.phone(i);
    }

    /** Asserts that an exchange of one recipient has its own result, and no other. */
    static void assertAccepted(CompletableFuture<Exchange> exchange, int i) {
        assertThat(SendOneTest.results(ended(exchange))).singleElement().satisfies(result -> {
            assertThat(result.index()).isZero();
            assertThat(result.phone()).isEqualTo(phone(i));
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.idMessage()).isEqualTo("1" + phone(i));
        });
    }

    static void assertOwn(SendResult result, int i, Outcome outcome) {
        assertThat(result.phone()).isEqualTo(phone(i));
        assertThat(result.outcome()).isEqualTo(outcome);
    }
}
