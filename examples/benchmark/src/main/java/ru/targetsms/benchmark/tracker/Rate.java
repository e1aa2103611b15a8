package ru.targetsms.benchmark.tracker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

/** Counts how many rows a second several threads get through, round by round. */
public final class Rate {

    private static final int THREADS = 4;

    private final List<Double> rounds = new ArrayList<>();

    /**
     * Adds a round: as many threads as a consumer has questions under way do the work until the time is over, and once at
     * least.
     */
    public void measure(long millis, IntSupplier work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            long start = System.nanoTime();
            long end = start + millis * 1_000_000;
            List<Callable<Long>> calls = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                calls.add(() -> {
                    long rows = 0;
                    do {
                        rows += work.getAsInt();
                    } while (System.nanoTime() < end);
                    return rows;
                });
            }
            long rows = 0;
            for (Future<Long> call : executor.invokeAll(calls)) {
                rows += call.get();
            }
            rounds.add(rows * 1e9 / (System.nanoTime() - start));
        } finally {
            executor.shutdown();
        }
    }

    /** Returns rows a second, round by round. */
    public List<Double> rounds() {
        return List.copyOf(rounds);
    }

    /** Returns rows a second: the median of the rounds. */
    public double median() {
        return median(rounds);
    }

    /** Returns how this compares: the median of the rounds' ratios, each to the one measured next to it. */
    public double ratioTo(Rate base) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            ratios.add(rounds.get(round) / base.rounds.get(round));
        }
        return median(ratios);
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
