package ru.targetsms.benchmark.report;

import java.util.Arrays;

/** How long a message takes when nothing else is under way. */
public record LoneFigure(Kind kind, double p50Micros, double p99Micros) {

    /** Takes the percentiles of durations in nanoseconds. */
    static LoneFigure of(Kind kind, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new LoneFigure(kind, sorted[sorted.length / 2] / 1e3, sorted[sorted.length * 99 / 100] / 1e3);
    }
}
