package ru.targetsms.simulator.gateway;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import ru.targetsms.simulator.model.HttpExchange;

/** Counts what comes and what is asked for, and keeps the last exchanges, bounded by number and by bytes. Thread safe. */
final class RecordingDoor implements Door {

    private static final long MAX_BYTES = 8 << 20;

    private final Door inner;
    private final Ledger ledger;
    private final Questions questions;
    private final int capacity;
    private final Clock clock;
    private final Deque<HttpExchange> exchanges = new ArrayDeque<>();
    private long bytes;

    RecordingDoor(Door inner, Ledger ledger, Questions questions, int capacity, Clock clock) {
        this.inner = inner;
        this.ledger = ledger;
        this.questions = questions;
        this.capacity = capacity;
        this.clock = clock;
    }

    @Override
    public Reply answer(Call call) {
        Reply answer = call.path().equals(STATE) ? states(call) : messages(call);
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

    private Reply messages(Call call) {
        ledger.posted();
        return inner.answer(call);
    }

    private Reply states(Call call) {
        ledger.statePosted();
        List<String> ids = XmlDoor.ids(call);
        questions.begin(ids);
        try {
            return inner.answer(call);
        } finally {
            questions.end(ids);
        }
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
