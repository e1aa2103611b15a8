package ru.targetsms.benchmark.report;

import java.io.PrintStream;
import java.util.Locale;

/** Prints a comparison as plain text. */
public final class Table {

    private static final String LINE = "%-50s %-17s %11s %21s %8s %8s %9s %9s%n";

    private final PrintStream out;

    /** Prints to a stream. */
    public Table(PrintStream out) {
        this.out = out;
    }

    /** Prints each series, its ratios to the best of (a) and (c), and what it allocates for each message. */
    public void print(Comparison comparison) {
        out.printf("%nGateway latency %d ms%n%n", comparison.latencyMillis());
        out.printf(LINE, "contender", "load", "messages/s", "min - max", "x (a)", "x (c) 1", "x (c) 100", "bytes/msg");
        double byHand = comparison.best(Kind.BY_HAND).median();
        double ready1 = comparison.best(Kind.READY_1).median();
        double ready100 = comparison.best(Kind.READY_100).median();
        for (Series each : comparison.series()) {
            out.printf(
                    LINE,
                    each.row().kind(),
                    each.row().load(),
                    number(each.median()),
                    number(each.min()) + " - " + number(each.max()),
                    ratio(each.median() / byHand),
                    ratio(each.median() / ready1),
                    ratio(each.median() / ready100),
                    number(each.allocatedPerMessage()));
        }
    }

    static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.1f", ratio);
    }
}
