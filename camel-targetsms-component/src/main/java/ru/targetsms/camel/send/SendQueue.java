package ru.targetsms.camel.send;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds recipients that wait, first come, first served. A client id that was taken is not taken again before it is
 * given back (R20). Used under a lock.
 */
final class SendQueue {

    private final Deque<Outgoing> queue = new ArrayDeque<>();
    private final Set<Long> taken = new HashSet<>();
    private final Map<Long, Deque<Outgoing>> behindTheirId = new HashMap<>();
    private int waiting;

    void add(Outgoing outgoing) {
        queue.add(outgoing);
        waiting++;
        outgoing.sender().waiting++;
    }

    /** Returns the next that may be taken, {@code null} for none. */
    Outgoing peek() {
        Outgoing next = queue.peek();
        while (next != null && next.id() != null && taken.contains(next.id())) {
            behindTheirId.computeIfAbsent(next.id(), id -> new ArrayDeque<>()).add(queue.remove());
            next = queue.peek();
        }
        return next;
    }

    /** Takes what {@link #peek} returned. */
    void take() {
        Outgoing next = queue.remove();
        if (next.id() != null) {
            taken.add(next.id());
        }
        leave(next);
    }

    /** Gives the client ids of a document back: who waited for one goes first. */
    void giveBack(List<Outgoing> document) {
        for (Outgoing outgoing : document) {
            if (outgoing.id() != null && taken.remove(outgoing.id())) {
                Deque<Outgoing> behind = behindTheirId.remove(outgoing.id());
                while (behind != null && !behind.isEmpty()) {
                    queue.addFirst(behind.removeLast());
                }
            }
        }
    }

    /** Returns how many wait, for a document or for their client id. */
    int size() {
        return waiting;
    }

    /** Returns how many wait for a document only. */
    int ready() {
        return queue.size();
    }

    /** Empties the queue and returns what waited. */
    List<Outgoing> drain() {
        List<Outgoing> all = new ArrayList<>(queue);
        behindTheirId.values().forEach(all::addAll);
        queue.clear();
        behindTheirId.clear();
        all.forEach(this::leave);
        return all;
    }

    private void leave(Outgoing outgoing) {
        waiting--;
        outgoing.sender().waiting--;
    }
}
