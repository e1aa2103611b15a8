package ru.targetsms.camel.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Orders one account's messages by when they are due. Guarded by the tracker in memory. */
final class PendingQueue {

    private static final Comparator<PendingMessage> LONGEST_DUE_FIRST =
            Comparator.comparingLong(PendingMessage::nextPoll).thenComparingLong(PendingMessage::number);

    private final TreeSet<PendingMessage> fresh = new TreeSet<>(LONGEST_DUE_FIRST);
    private final TreeSet<PendingMessage> claimedBefore = new TreeSet<>(LONGEST_DUE_FIRST);

    void add(PendingMessage message) {
        half(message).add(message);
    }

    /** Takes a message out, which is to be done before anything of it changes. */
    void remove(PendingMessage message) {
        half(message).remove(message);
    }

    /**
     * Takes out the messages that are due, longest due first.
     *
     * @param limit          so many at most
     * @param firstPollDelay how long after its time a fresh message is due
     */
    List<PendingMessage> removeDue(int limit, long now, long firstPollDelay) {
        List<PendingMessage> due = new ArrayList<>();
        while (due.size() < limit) {
            long freshDue = fresh.isEmpty() ? Long.MAX_VALUE : fresh.first().nextPoll() + firstPollDelay;
            long otherDue = claimedBefore.isEmpty()
                    ? Long.MAX_VALUE
                    : claimedBefore.first().nextPoll();
            if (Math.min(freshDue, otherDue) > now) {
                break;
            }
            due.add(freshDue < otherDue ? fresh.pollFirst() : claimedBefore.pollFirst());
        }
        return due;
    }

    boolean isEmpty() {
        return fresh.isEmpty() && claimedBefore.isEmpty();
    }

    private NavigableSet<PendingMessage> half(PendingMessage message) {
        return message.isFresh() ? fresh : claimedBefore;
    }
}
