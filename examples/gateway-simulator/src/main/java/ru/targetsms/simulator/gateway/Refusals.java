package ru.targetsms.simulator.gateway;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import ru.targetsms.simulator.model.Refusal;
import ru.targetsms.simulator.protocol.Abonent;

/** Keeps the last refusals. Thread safe. */
final class Refusals {

    private static final int KEPT = 100;
    private static final int LONGEST = 50;

    private final Clock clock;
    private final Deque<Refusal> last = new ArrayDeque<>();

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /** Keeps why a whole document was refused. */
    void document(String words) {
        add(new Refusal(clock.instant(), null, null, words));
    }

    /** Keeps why a recipient was refused. */
    void recipient(Abonent abonent, String words) {
        add(new Refusal(clock.instant(), start(abonent.phone()), start(abonent.clientIdMessage()), words));
    }

    /** Returns them, newest first. */
    synchronized List<Refusal> newest() {
        return List.copyOf(last);
    }

    synchronized void clear() {
        last.clear();
    }

    private synchronized void add(Refusal refusal) {
        last.addFirst(refusal);
        if (last.size() > KEPT) {
            last.removeLast();
        }
    }

    /** Returns what shows what was wrong, of a value that may be as long as the document. */
    private static String start(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
