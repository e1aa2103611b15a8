package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import ru.targetsms.camel.BrokenGateway;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.faults.ScriptedGateway.Turn;
import ru.targetsms.camel.model.FailOn;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;

/** What a route may rely on, whatever the gateway does with each document: {@code isRetrySafe} and {@code remainder}. */
class RepeatingTest {

    /** More than any script of this test can make necessary. */
    private static final int ATTEMPTS = 60;

    private static BrokenGateway gateway;
    private static CamelContext context;

    @BeforeContainer
    static void start() {
        gateway = new BrokenGateway(BrokenGateway.hangUp());
        context = CamelTest.contextWith(options -> {
            options.setBaseUrl(gateway.baseUrl());
            options.setUsername("shop");
            options.setPassword("geheim");
            options.setMaxConcurrentRequests(1);
        });
    }

    @AfterContainer
    static void stop() throws Exception {
        context.stop();
        gateway.close();
    }

    @Property(tries = 300)
    void repeatingWhileItIsSafeAndGoingOnWithTheRemainderOtherwiseDoublesNobodyAndNamesEverybody(
            @ForAll @Size(max = 12) List<Turn> script,
            @ForAll @Size(min = 1, max = 24) List<Boolean> clientIds,
            @ForAll @IntRange(min = 1, max = 8) int batchSize,
            @ForAll FailOn failOn,
            @ForAll boolean readOnce) {
        ScriptedGateway book = new ScriptedGateway(script);
        gateway.act(book);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < clientIds.size(); i++) {
            Map<String, Object> row = new HashMap<>(Map.of("phone", phone(i), "text_sms", "x"));
            row.put("client_id_message", clientIds.get(i) ? i + 1 : null);
            rows.add(row);
        }

        Map<String, Outcome> named =
                send(readOnce ? rows.iterator() : rows, "targetsms:send?batchSize=" + batchSize + "&failOn=" + failOn);

        for (int i = 0; i < clientIds.size(); i++) {
            assertThat(book.accepted(phone(i)))
                    .as("how often %s was accepted", i)
                    .isLessThanOrEqualTo(1);
            assertTrue(named.get(phone(i)), book.accepted(phone(i)));
        }
    }

    private static void assertTrue(Outcome named, int accepted) {
        assertThat(named).isNotNull();
        switch (named) {
            case ACCEPTED, DUPLICATE, HELD -> assertThat(accepted).isEqualTo(1);
            case REJECTED -> assertThat(accepted).isZero();
            case UNKNOWN -> assertThat(accepted).isBetween(0, 1);
            case NOT_SENT, INVALID, DRY_RUN -> throw new AssertionError(named + " is no end");
        }
    }

    /** Sends until nothing is left to do; returns what is known of each phone then. */
    private static Map<String, Outcome> send(Object rows, String uri) {
        Map<String, Outcome> named = new HashMap<>();
        ProducerTemplate template = context.createProducerTemplate();
        Object body = rows;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Object next = body;
            var exchange = template.send(uri, e -> e.getIn().setBody(next));
            TargetSmsException failure = exchange.getException(TargetSmsException.class);
            List<?> results = failure == null ? exchange.getMessage().getBody(List.class) : failure.results();
            results.forEach(result ->
                    named.merge(((SendResult) result).phone(), ((SendResult) result).outcome(), RepeatingTest::both));
            if (failure == null) {
                return named;
            }
            body = failure.isRetrySafe() ? body : failure.remainder();
        }
        throw new AssertionError("it never ends");
    }

    /** A refusal speaks of its own attempt: whom an earlier one may have reached, it has reached still. */
    private static Outcome both(Outcome before, Outcome now) {
        boolean mayBeReached = before != Outcome.NOT_SENT && !before.refused();
        return now == Outcome.REJECTED && mayBeReached ? before : now;
    }

    private static String phone(int i) {
        return String.valueOf(79_160_000_000L + i);
    }
}
