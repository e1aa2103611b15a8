package ru.targetsms.files.run;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;

/**
 * The next messages of a file: what {@code targetsms:send} is given as a body. It can be read again and again, and
 * holds only what may still be sent: a redelivery therefore repeats no message that has already left.
 */
final class Chunk implements Iterable<Map<String, Object>> {

    private final List<Entry> entries;

    Chunk(List<Entry> entries) {
        this.entries = entries;
    }

    @Override
    public Iterator<Map<String, Object>> iterator() {
        return open().stream().map(Entry::fields).iterator();
    }

    /** Takes over results; the n-th belongs to the n-th message that {@link #iterator()} gave. */
    void settle(List<SendResult> results) {
        List<Entry> open = open();
        results.stream().filter(result -> result.index() < open.size()).forEach(result -> open.get(result.index())
                .settle(result));
    }

    /** Tells whether the gateway answered for any message. */
    boolean answered() {
        return entries.stream()
                .map(entry -> entry.result().outcome())
                .anyMatch(outcome -> outcome.accepted() || outcome == Outcome.REJECTED);
    }

    boolean hasOpen() {
        return entries.stream().anyMatch(Entry::open);
    }

    int size() {
        return entries.size();
    }

    List<ResultRow> results() {
        return entries.stream().map(Entry::result).toList();
    }

    /** Names the lines only: phones and texts are private, and Camel prints bodies. */
    @Override
    public String toString() {
        return "chunk of " + entries.size() + " messages";
    }

    private List<Entry> open() {
        return entries.stream().filter(Entry::open).toList();
    }
}
