package ru.targetsms.simulator.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps the newest messages, and forgets the oldest above its capacity, or when all together have more than 16 million
 * characters. Thread safe.
 */
final class MessageStore {

    private static final long HEAVIEST = 16 << 20;

    private final StoredMessage[] ring;
    private int oldest = 1;
    private int newest;
    private int added;
    private int kept;
    private int unread;
    private long weight;

    MessageStore(int capacity) {
        ring = new StoredMessage[capacity];
    }

    /** Adds a message, perhaps after one with a higher number, or after that one was removed. */
    synchronized void add(StoredMessage message) {
        int number = message.number();
        if (number > newest - ring.length) {
            put(slot(number), message);
            newest = Math.max(newest, number);
            oldest = Math.max(Math.min(oldest, number), newest - ring.length + 1);
        }
        while (weight > HEAVIEST && oldest < newest) {
            replace(oldest++, lightest -> null);
        }
        added++;
    }

    synchronized Optional<StoredMessage> find(int number) {
        return number < 1
                ? Optional.empty()
                : Optional.ofNullable(ring[slot(number)]).filter(message -> message.number() == number);
    }

    /** Replaces a message; by null to forget it. Returns whether it was there. */
    synchronized boolean replace(int number, UnaryOperator<StoredMessage> change) {
        Optional<StoredMessage> message = find(number);
        message.ifPresent(found -> put(slot(number), change.apply(found)));
        return message.isPresent();
    }

    /** Returns the messages kept, newest first, as they were at one moment. */
    synchronized List<StoredMessage> newestFirst() {
        List<StoredMessage> messages = new ArrayList<>(kept);
        for (int number = newest; number >= oldest; number--) {
            find(number).ifPresent(messages::add);
        }
        return messages;
    }

    /** Marks every message as opened. */
    synchronized void openAll() {
        for (int slot = 0; slot < ring.length; slot++) {
            if (ring[slot] != null) {
                put(slot, ring[slot].opened());
            }
        }
    }

    /** Returns how many messages were added since the start or the last {@link #clear()}, kept or not. */
    synchronized int added() {
        return added;
    }

    synchronized int kept() {
        return kept;
    }

    synchronized int unread() {
        return unread;
    }

    /** Forgets every message; how many were added is still known. */
    synchronized void removeAll() {
        Arrays.fill(ring, null);
        oldest = newest + 1;
        kept = 0;
        unread = 0;
        weight = 0;
    }

    synchronized void clear() {
        removeAll();
        added = 0;
    }

    private void put(int slot, StoredMessage message) {
        count(ring[slot], -1);
        count(message, 1);
        ring[slot] = message;
    }

    private void count(StoredMessage message, int sign) {
        if (message != null) {
            kept += sign;
            unread += message.unread() ? sign : 0;
            weight += (long) sign * message.weight();
        }
    }

    private int slot(int number) {
        return number % ring.length;
    }
}
