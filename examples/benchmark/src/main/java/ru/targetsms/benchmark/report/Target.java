package ru.targetsms.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something the component has to show, as a ratio of figures of one run.
 *
 * @param atMost whether the ratio must not be above the bound; otherwise not below
 */
public record Target(String what, double measured, double bound, boolean atMost) {

    private static final double DOCUMENT = 100;
    private static final double CONNECTIONS = 4;

    /** Lists the targets and what was measured. */
    public static List<Target> of(Comparison near, Comparison far, List<LoneFigure> lone) {
        double singles = near.median(Kind.SINGLES, "1024 in flight");
        double lists = near.best(Kind.LISTS).median();
        double ideal = CONNECTIONS * DOCUMENT * 1000 / far.latencyMillis();
        Map<Kind, Double> p50 = lone.stream().collect(Collectors.toMap(LoneFigure::kind, LoneFigure::p50Micros));
        return List.of(
                atLeast(
                        "0 ms, 1024 in flight : (a)",
                        singles / near.best(Kind.BY_HAND).median(),
                        30),
                atLeast(
                        "0 ms, 1024 in flight : (c) documents of 1",
                        singles / near.best(Kind.READY_1).median(),
                        3),
                atLeast(
                        "0 ms, lists : (c) documents of 100",
                        lists / near.best(Kind.READY_100).median(),
                        0.15),
                atLeast(
                        "0 ms, lists : HttpClient with JAXB",
                        lists / near.best(Kind.JAXB_100).median(),
                        0.8),
                atLeast("50 ms, 1024 in flight : ideal", far.median(Kind.SINGLES, "1024 in flight") / ideal, 0.8),
                atLeast("50 ms, 10000 in flight : ideal", far.median(Kind.SINGLES, "10000 in flight") / ideal, 0.8),
                atLeast("50 ms, lists : ideal", far.median(Kind.LISTS, "1 caller") / ideal, 0.8),
                atMost("5 ms, p50 of a lone message : (c)", p50.get(Kind.SINGLES) / p50.get(Kind.READY_1), 1.15));
    }

    static Target atLeast(String what, double measured, double bound) {
        return new Target(what, measured, bound, false);
    }

    static Target atMost(String what, double measured, double bound) {
        return new Target(what, measured, bound, true);
    }

    /** Tells whether the ratio is within the bound. */
    public boolean reached() {
        return atMost ? measured <= bound : measured >= bound;
    }

    /** Shows one line, with what is missing. */
    @Override
    public String toString() {
        double off = 100 * Math.abs(measured / bound - 1);
        return String.format(
                Locale.ROOT,
                "%-45s %8s   at %-5s %6s   %s",
                what,
                Table.ratio(measured),
                atMost ? "most" : "least",
                Table.ratio(bound),
                reached() ? "reached" : String.format(Locale.ROOT, "missed by %.0f %%", off));
    }
}
