package ru.targetsms.benchmark.contender;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that live as long as their contender: those that ended would take the count of what they allocated along. */
final class Threads implements AutoCloseable {

    private final int count;
    private final ExecutorService pool;

    Threads(int count) {
        this.count = count;
        this.pool = Executors.newFixedThreadPool(count);
    }

    /** Does the same work on every thread at once and returns the sum. */
    long run(Callable<Long> work) throws InterruptedException, ExecutionException {
        long sum = 0;
        for (Future<Long> each : pool.invokeAll(Collections.nCopies(count, work))) {
            sum += each.get();
        }
        return sum;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
