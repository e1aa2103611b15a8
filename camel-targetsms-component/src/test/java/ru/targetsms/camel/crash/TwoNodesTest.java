package ru.targetsms.camel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;

/** F34: two nodes that get the same messages at the same time send each once, if the messages bring their keys. */
class TwoNodesTest extends CamelTest {

    private static final int MESSAGES = 50;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private CamelContext otherNode;

    @BeforeEach
    void startTheOtherNode() {
        otherNode = contextWith(this::configure);
    }

    @AfterEach
    void stopTheOtherNode() {
        otherNode.stop();
        threads.shutdownNow();
    }

    @Test
    void f34_oneOfTwoNodesIsAcceptedAndTheOtherToldSo() throws Exception {
        List<Outcome> outcomes = sendFromBothNodes("?idempotencyKey=${header.number}");

        assertThat(outcomes).filteredOn(Outcome.ACCEPTED::equals).hasSize(MESSAGES);
        assertThat(outcomes).filteredOn(Outcome.DUPLICATE::equals).hasSize(MESSAGES);
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(MESSAGES);
        assertThat(simulator.ledger().totals().doubledRecipients()).isZero();
        assertThat(simulator.ledger().totals().duplicatesRefused()).isEqualTo(MESSAGES);
    }

    @Test
    void withoutKeysBothAreAccepted() throws Exception {
        List<Outcome> outcomes = sendFromBothNodes("");

        assertThat(outcomes).containsOnly(Outcome.ACCEPTED);
        assertThat(simulator.ledger().totals().doubledRecipients()).isEqualTo(MESSAGES);
    }

    private List<Outcome> sendFromBothNodes(String options) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<List<Outcome>> one = threads.submit(() -> sendAll(context, options, together));
        Future<List<Outcome>> other = threads.submit(() -> sendAll(otherNode, options, together));
        List<Outcome> outcomes = new ArrayList<>(one.get());
        outcomes.addAll(other.get());
        return outcomes;
    }

    private static List<Outcome> sendAll(CamelContext node, String options, CyclicBarrier together) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        try (ProducerTemplate template = node.createProducerTemplate()) {
            for (Order order : IntStream.range(0, MESSAGES).mapToObj(Order::new).toList()) {
                together.await();
                outcomes.add(send(template, options, order).outcome());
            }
        }
        return outcomes;
    }

    private static SendResult send(ProducerTemplate template, String options, Order order) {
        List<?> results = (List<?>) template.send("targetsms:send" + options, exchange -> {
                    exchange.getMessage().setBody(order.text());
                    exchange.getMessage().setHeader("CamelTargetSmsPhone", order.phone());
                    exchange.getMessage().setHeader("number", order.number());
                })
                .getMessage()
                .getBody();
        return (SendResult) results.get(0);
    }
}
