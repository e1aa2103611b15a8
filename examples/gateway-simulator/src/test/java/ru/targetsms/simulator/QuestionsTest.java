package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.model.QuestionTotals;

class QuestionsTest {

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    private final Client client = new Client(gateway.baseUrl());

    @Test
    void every_id_is_counted_however_the_question_ends() {
        gateway.faults().add(Fault.gatewayError("no").onStatus().first(1));
        client.state(5, 6, 7);
        client.state(6, "abc");

        assertThat(gateway.questions().asked(5)).isOne();
        assertThat(gateway.questions().asked(6)).isEqualTo(2);
        assertThat(gateway.questions().asked("abc")).isOne();
        assertThat(gateway.questions().asked(8)).isZero();
        assertThat(gateway.questions().totals()).isEqualTo(new QuestionTotals(5, 4, 0, 3));
    }

    @Test
    void two_questions_for_one_id_at_the_same_time_are_seen() {
        ActiveFault held = gateway.faults()
                .add(Fault.delay(Duration.ofMinutes(1)).onStatus().first(1));
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> client.state(5, 6));
        await().until(() -> held.matched() == 1);
        client.state(6, 7);
        client.state(7, 8);
        assertThat(gateway.questions().totals().overlapping()).isOne();

        gateway.reset();
        await().until(first::isDone);
        client.state(5, 6);

        assertThat(gateway.questions().totals()).isEqualTo(new QuestionTotals(2, 2, 0, 2));
    }

    @Test
    void what_is_no_question_asks_for_nothing() {
        client.post("/xml/state_message.php", Client.request("<state></state>"));

        assertThat(gateway.questions().totals()).isEqualTo(new QuestionTotals(0, 0, 0, 0));
        assertThat(gateway.ledger().totals().statusPosts()).isOne();
    }
}
