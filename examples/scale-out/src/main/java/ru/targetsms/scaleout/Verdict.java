package ru.targetsms.scaleout;

import java.util.List;
import java.util.Locale;

/** Says, promise by promise, what was seen and whether it was kept. Immutable. */
record Verdict(List<Line> lines) {

    /** The line that tells whether the kills met work under way. */
    static final String REPEATS = "repeats refused by the gateway";

    /**
     * One promise.
     *
     * @param kept null for what is told, but not promised
     */
    record Line(String promise, String seen, Boolean kept) {}

    /** Tells whether no promise was broken. */
    boolean isKept() {
        return lines.stream().noneMatch(line -> Boolean.FALSE.equals(line.kept()));
    }

    /** Returns what was seen for a promise. */
    String seen(String promise) {
        return lines.stream()
                .filter(line -> line.promise().equals(promise))
                .findFirst()
                .orElseThrow()
                .seen();
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        for (Line line : lines) {
            String mark = line.kept() == null ? "" : line.kept() ? "kept" : "BROKEN";
            table.append(String.format(Locale.ROOT, "%n%-42s %-45s %s", line.promise(), line.seen(), mark));
        }
        return table.append(String.format("%n%n%s", isKept() ? "All promises kept." : "A PROMISE IS BROKEN."))
                .toString();
    }
}
