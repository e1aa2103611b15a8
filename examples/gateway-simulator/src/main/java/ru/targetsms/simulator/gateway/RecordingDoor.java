package ru.targetsms.simulator.gateway;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import ru.targetsms.simulator.model.HttpExchange;

/** Counts what comes, and keeps the last exchanges, bounded by number and by bytes. Thread safe. */
final class RecordingDoor implements Door {

    private static final long MAX_BYTES = 8 << 20;

    private final Door inner;
    private final Ledger ledger;
    private final int capacity;
    private final Clock clock;
    private final Deque<HttpExchange> exchanges = new ArrayDeque<>();
    private long bytes;

    RecordingDoor(Door inner, Ledger ledger, int capacity, Clock clock) {
        this.inner = inner;
        this.ledger = ledger;
        this.capacity = capacity;
        this.clock = clock;
    }

    @Override
    public Reply answer(Call call) {
        if (call.path().equals(STATE)) {
            ledger.statePosted();
        } else {
            ledger.posted();
        }
        Reply answer = inner.answer(call);
        if (capacity > 0) {
            keep(new HttpExchange(clock.instant(), call.path(), call.headers(), call.body(), answer.shown()));
        }
        return answer;
    }

    /** Returns the exchanges, oldest first. */
    synchronized List<HttpExchange> exchanges() {
        return List.copyOf(exchanges);
    }

    synchronized void clear() {
        exchanges.clear();
        bytes = 0;
    }

    private synchronized void keep(HttpExchange exchange) {
        exchanges.addLast(exchange);
        bytes += size(exchange);
        while (exchanges.size() > capacity || bytes > MAX_BYTES && exchanges.size() > 1) {
            bytes -= size(exchanges.removeFirst());
        }
    }

    private static long size(HttpExchange exchange) {
        return (long) exchange.requestBody().length + exchange.answerBody().length;
    }
}
