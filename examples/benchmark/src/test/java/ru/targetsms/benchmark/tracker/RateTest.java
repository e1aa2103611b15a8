package ru.targetsms.benchmark.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void countsWhatAllThreadsDidInARound() throws Exception {
        AtomicInteger rows = new AtomicInteger();
        Rate rate = new Rate();

        long start = System.nanoTime();
        rate.measure(50, () -> {
            rows.addAndGet(10);
            return 10;
        });
        double seconds = (System.nanoTime() - start) / 1e9;

        assertThat(rate.rounds()).hasSize(1);
        assertThat(rate.median()).isBetween(rows.get() / seconds, rows.get() / 0.05);
    }

    @Test
    void comparesEachRoundWithTheOneMeasuredNextToIt() throws Exception {
        Rate rate = new Rate();
        for (int round = 0; round < 3; round++) {
            rate.measure(5, () -> 7);
        }

        assertThat(rate.ratioTo(rate)).isCloseTo(1.0, within(1e-9));
    }
}
