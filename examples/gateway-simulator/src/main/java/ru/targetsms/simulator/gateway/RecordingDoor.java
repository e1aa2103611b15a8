package ru.targetsms.simulator.gateway;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import ru.targetsms.simulator.model.HttpExchange;

/** Counts what comes and what is asked for, and keeps the last exchanges, bounded by number and by bytes. Thread safe. */
final class RecordingDoor implements Door {

    private static final long MAX_BYTES = 8 << 20;

    /** What headers and the objects around the bytes take, about. */
    private static final int AROUND = 2048;

    private final Door inner;
    private final Ledger ledger;
    private final Questions questions;
    private final int capacity;
    private final Clock clock;
    private final AtomicLong numbers = new AtomicLong();
    private final Deque<Kept> exchanges = new ArrayDeque<>();
    private long bytes;

    RecordingDoor(Door inner, Ledger ledger, Questions questions, int capacity, Clock clock) {
        this.inner = inner;
        this.ledger = ledger;
        this.questions = questions;
        this.capacity = capacity;
        this.clock = clock;
    }

    @Override
    public Reply answer(Call unnumbered) {
        Call call = unnumbered.numbered(numbers.incrementAndGet());
        Reply answer = call.path().equals(STATE) ? states(call) : messages(call);
        if (capacity > 0) {
            keep(new Kept(
                    call.number(),
                    new HttpExchange(clock.instant(), call.path(), call.headers(), call.body(), answer.shown())));
        }
        return answer;
    }

    /** Returns the exchanges, oldest first. */
    synchronized List<HttpExchange> exchanges() {
        return exchanges.stream().map(Kept::exchange).toList();
    }

    /** Returns one exchange; empty when it is not answered yet, or no longer kept. */
    synchronized Optional<HttpExchange> exchange(long number) {
        return exchanges.stream()
                .filter(kept -> kept.number() == number)
                .map(Kept::exchange)
                .findFirst();
    }

    /** Returns the questions for states that name an id, oldest first. */
    List<HttpExchange> questions(long idMessage) {
        String named = ">" + idMessage + "<";
        return exchanges().stream()
                .filter(exchange ->
                        exchange.path().equals(STATE) && exchange.requestText().contains(named))
                .toList();
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

    private synchronized void keep(Kept kept) {
        exchanges.addLast(kept);
        bytes += kept.size();
        while (exchanges.size() > capacity || bytes > MAX_BYTES && exchanges.size() > 1) {
            bytes -= exchanges.removeFirst().size();
        }
    }

    private record Kept(long number, HttpExchange exchange) {

        long size() {
            return AROUND + (long) exchange.requestBody().length + exchange.answerBody().length;
        }
    }
}
