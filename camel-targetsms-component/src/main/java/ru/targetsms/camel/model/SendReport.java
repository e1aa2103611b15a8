package ru.targetsms.camel.model;

import java.util.List;

/**
 * Tells how far a failed body came. Immutable.
 *
 * @param results    every recipient read so far, in input order
 * @param remainder  the recipients {@code NOT_SENT} or {@code REJECTED}, then what was not yet read: a valid body
 * @param rereadable whether the body can be read again from its start
 */
public record SendReport(List<SendResult> results, Iterable<?> remainder, boolean rereadable) {

    /** Makes the report of something that changes nothing, such as a status query. */
    public static SendReport ofQuery(List<String> ids) {
        return new SendReport(List.of(), List.copyOf(ids), true);
    }

    /** Tells whether the whole body may be sent again: the one line that decides "retry is safe". */
    public boolean isRetrySafe() {
        return rereadable
                && results.stream()
                        .noneMatch(r ->
                                r.outcome() == Outcome.HELD || (r.outcome().left() && r.clientIdMessage() == null));
    }

    /** Counts the results with the outcome. */
    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Shows counts only. */
    @Override
    public String toString() {
        return "SendReport[results=" + results.size() + ", retrySafe=" + isRetrySafe() + "]";
    }
}
