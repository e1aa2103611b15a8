package ru.targetsms.camel.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Runs what several nodes do at the same time. */
final class Nodes {

    private Nodes() {}

    /** Runs the same work as several nodes; interrupts all when one fails, and fails with that, or after a minute. */
    static void run(int nodes, Work work) {
        ExecutorService executor = Executors.newFixedThreadPool(nodes);
        CompletableFuture<Void> all = CompletableFuture.allOf(IntStream.range(0, nodes)
                .mapToObj(node -> CompletableFuture.runAsync(() -> run(executor, node, work), executor))
                .toArray(CompletableFuture[]::new));
        try {
            assertThat(all).succeedsWithin(Duration.ofMinutes(1));
        } finally {
            executor.shutdownNow();
        }
    }

    private static void run(ExecutorService executor, int node, Work work) {
        try {
            work.run(node);
        } catch (Exception | Error e) {
            executor.shutdownNow();
            throw new AssertionError("Node " + node + " failed", e);
        }
    }

    static <T> List<T> shuffled(List<T> all, long seed) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    @FunctionalInterface
    interface Work {
        void run(int node) throws Exception;
    }
}
