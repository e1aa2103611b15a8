package ru.targetsms.benchmark.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Prints figures as plain text. */
public final class Table {

    private static final String LINE = "%-51s %-16s %10s %21s %7s %8s %9s %9s%n";
    private static final String LONE = "%-51s %9s %9s%n";

    private final PrintStream out;

    /** Prints to a stream. */
    public Table(PrintStream out) {
        this.out = out;
    }

    /** Prints each series, its ratios to the fastest (a) and (c), and the bytes allocated for a message. */
    public void print(Comparison comparison) {
        out.printf("%nGateway latency %d ms%n%n", comparison.latencyMillis());
        out.printf(LINE, "contender", "load", "messages/s", "min - max", "x (a)", "x (c) 1", "x (c) 100", "bytes/msg");
        for (Series each : comparison.series()) {
            out.printf(
                    LINE,
                    each.row().kind(),
                    each.row().load(),
                    number(each.median()),
                    number(each.min()) + " - " + number(each.max()),
                    ratio(each, comparison.fastest(Kind.BY_HAND)),
                    ratio(each, comparison.fastest(Kind.READY_1)),
                    ratio(each, comparison.fastest(Kind.READY_100)),
                    number(each.allocatedPerMessage()));
        }
    }

    /** Prints how long a message takes that is alone. */
    public void print(long latencyMillis, List<LoneFigure> figures) {
        out.printf("%nA lone message, gateway latency %d ms%n%n", latencyMillis);
        out.printf(LONE, "contender", "p50 us", "p99 us");
        for (LoneFigure figure : figures) {
            out.printf(LONE, figure.kind(), number(figure.p50Micros()), number(figure.p99Micros()));
        }
    }

    /** Prints what was to be shown, and whether it was. */
    public void print(List<Target> targets) {
        out.printf("%nTargets%n%n");
        targets.forEach(target -> out.println(target));
    }

    static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 0.1 ? "%.4f" : ratio < 10 ? "%.2f" : "%.1f", ratio);
    }

    private static String ratio(Series series, OptionalDouble base) {
        return base.isPresent() ? ratio(series.median() / base.getAsDouble()) : "-";
    }
}
