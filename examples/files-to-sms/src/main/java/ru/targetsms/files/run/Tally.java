package ru.targetsms.files.run;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import ru.targetsms.camel.model.Outcome;

/** Counts outcomes. Not for use by several threads. */
public final class Tally {

    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    void add(Outcome outcome) {
        counts.merge(outcome, 1L, Long::sum);
    }

    /** Returns how many messages have a result. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns how many messages the gateway took. */
    public long accepted() {
        return count(Outcome.ACCEPTED) + count(Outcome.DUPLICATE) + count(Outcome.HELD) + count(Outcome.DRY_RUN);
    }

    /** Returns how many messages were refused, by the gateway or before they left. */
    public long refused() {
        return count(Outcome.REJECTED) + count(Outcome.INVALID);
    }

    /** Returns how many messages have no final answer: not sent, or sent with unknown outcome. */
    public long open() {
        return count(Outcome.NOT_SENT) + count(Outcome.UNKNOWN);
    }

    void store(Properties into) {
        counts.forEach((outcome, count) -> into.setProperty(key(outcome), count.toString()));
    }

    static Tally load(Properties from) {
        Tally tally = new Tally();
        for (Outcome outcome : Outcome.values()) {
            long count = Long.parseLong(from.getProperty(key(outcome), "0"));
            if (count > 0) {
                tally.counts.put(outcome, count);
            }
        }
        return tally;
    }

    /** Tells the counts in words, for the log. */
    @Override
    public String toString() {
        return accepted() + " accepted, " + refused() + " refused, " + count(Outcome.NOT_SENT) + " not sent, "
                + count(Outcome.UNKNOWN) + " unknown";
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    private static String key(Outcome outcome) {
        return "count." + outcome.name().toLowerCase(Locale.ROOT);
    }
}
