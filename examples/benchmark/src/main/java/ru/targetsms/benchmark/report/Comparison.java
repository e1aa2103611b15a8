package ru.targetsms.benchmark.report;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** All series at one latency of the gateway, in the order they are printed. */
public record Comparison(long latencyMillis, List<Series> series) {

    /** Returns the fastest series of a kind: a baseline is driven as well as it can be. */
    public Series best(Kind kind) {
        return series.stream()
                .filter(each -> each.row().kind() == kind)
                .max(Comparator.comparingDouble(Series::median))
                .orElseThrow();
    }

    /** Returns messages a second of the fastest series of a kind, if that kind was measured. */
    OptionalDouble fastest(Kind kind) {
        return series.stream()
                .filter(each -> each.row().kind() == kind)
                .mapToDouble(Series::median)
                .max();
    }

    /** Returns messages a second of the series of a kind that was driven like this. */
    public double median(Kind kind, String load) {
        return series.stream()
                .filter(each -> each.row().kind() == kind && each.row().load().equals(load))
                .findFirst()
                .orElseThrow()
                .median();
    }
}
