package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.simulator.model.ReceivedMessage;

/** What leaves within a second, as the gateway sees it. */
class PacingTest extends CamelTest {

    private static final int PER_SECOND = 20;

    /**
     * The component counts when a document leaves, the gateway when it arrives: two documents may arrive closer to each
     * other than they left, by as much as the first was late. So much lateness is allowed on a busy machine.
     */
    private static final Duration LATENESS = Duration.ofMillis(500);

    @Test
    void noMoreThanTheGivenPartsArriveInASecond() {
        SendOneTest.results(send("targetsms:send", SendManyTest.row(0)));
        simulator.reset();
        List<Map<String, Object>> rows = new ArrayList<>();
        IntStream.range(0, 10).forEach(i -> rows.add(SendManyTest.row(i)));
        IntStream.range(10, 15).forEach(i -> rows.add(SendManyTest.row(i, "a".repeat(307))));
        IntStream.range(15, 20)
                .forEach(i -> rows.add(Map.of("phone", SendManyTest.phone(i), "text_viber", "я".repeat(200))));
        long began = System.nanoTime();

        List<CompletableFuture<Exchange>> exchanges = rows.stream()
                .map(row -> template.asyncSend("targetsms:send?maxPartsPerSecond=" + PER_SECOND, exchange(row)))
                .toList();
        exchanges.forEach(exchange -> SendOneTest.results(OutboxScene.ended(exchange)));

        Duration took = Duration.ofNanos(System.nanoTime() - began);
        List<ReceivedMessage> received = simulator.messages();
        assertThat(parts(received)).as("in all").isEqualTo(10 + 5 * 3 + 5);
        assertThat(received).allSatisfy(message -> assertThat(parts(arrivedFrom(message.acceptedAt(), received)))
                .isLessThanOrEqualTo(PER_SECOND));
        assertThat(took).as("the first leave after it began").isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    private static List<ReceivedMessage> arrivedFrom(Instant from, List<ReceivedMessage> received) {
        Instant to = from.plusSeconds(1).minus(LATENESS);
        return received.stream()
                .filter(message -> !message.acceptedAt().isBefore(from)
                        && message.acceptedAt().isBefore(to))
                .toList();
    }

    private static int parts(List<ReceivedMessage> received) {
        return received.stream().mapToInt(ReceivedMessage::countMessage).sum();
    }

    private Exchange exchange(Object body) {
        return ExchangeBuilder.anExchange(context).withBody(body).build();
    }
}
