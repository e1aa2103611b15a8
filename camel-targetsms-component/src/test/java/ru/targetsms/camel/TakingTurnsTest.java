package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.simulator.fault.Fault;

/** Messages and questions for states share the connections: neither crowds the other out. */
class TakingTurnsTest extends CamelTest {

    private static final int CROWD = 6;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();
    private final List<CompletableFuture<Void>> crowd = new ArrayList<>();

    @Override
    protected void configure(TargetSmsConfiguration configuration) {
        super.configure(configuration);
        configuration.setMaxConcurrentRequests(1);
        configuration.setBatchSize(1);
    }

    @AfterEach
    void disperse() {
        over.set(true);
        crowd.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    @Test
    void aMessageLeavesAlthoughQuestionsNeverCease() {
        simulator.faults().add(Fault.delay(Duration.ofMillis(20)));
        crowd(() -> send("targetsms:status", "111"));

        CompletableFuture<?> sent = CompletableFuture.runAsync(this::message, threads);

        await().atMost(Duration.ofSeconds(20)).until(sent::isDone);
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(1);
    }

    @Test
    void aQuestionIsAskedAlthoughMessagesNeverCease() {
        simulator.faults().add(Fault.delay(Duration.ofMillis(20)));
        crowd(this::message);

        CompletableFuture<?> asked = CompletableFuture.runAsync(() -> send("targetsms:status", "111"), threads);

        await().atMost(Duration.ofSeconds(20)).until(asked::isDone);
        assertThat(simulator.ledger().totals().statusPosts()).isEqualTo(1);
    }

    private void message() {
        send("targetsms:send", "Привет", Map.of("CamelTargetSmsPhone", "79001234567"));
    }

    /** Always has somebody waiting for the one connection. */
    private void crowd(Runnable work) {
        for (int i = 0; i < CROWD; i++) {
            crowd.add(CompletableFuture.runAsync(
                    () -> {
                        while (!over.get()) {
                            work.run();
                            done.incrementAndGet();
                        }
                    },
                    threads));
        }
        await().until(() -> done.get() > CROWD);
    }
}
