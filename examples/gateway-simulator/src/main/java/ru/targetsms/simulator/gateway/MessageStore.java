package ru.targetsms.simulator.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Keeps the newest messages, and forgets the oldest above its capacity. Thread safe. */
final class MessageStore {

    private final StoredMessage[] ring;
    private int newest;
    private int added;

    MessageStore(int capacity) {
        ring = new StoredMessage[capacity];
    }

    synchronized void add(StoredMessage message) {
        StoredMessage there = ring[slot(message.number())];
        if (there == null || there.number() < message.number()) {
            ring[slot(message.number())] = message;
        }
        newest = Math.max(newest, message.number());
        added++;
    }

    synchronized Optional<StoredMessage> find(int number) {
        return number < 1 ? Optional.empty() : at(number);
    }

    /** Replaces a message; by null to forget it. Returns whether it was there. */
    synchronized boolean replace(int number, UnaryOperator<StoredMessage> change) {
        Optional<StoredMessage> message = find(number);
        message.ifPresent(found -> ring[slot(number)] = change.apply(found));
        return message.isPresent();
    }

    /** Returns the newest messages that fit, newest first. */
    synchronized List<StoredMessage> newest(int limit, Predicate<StoredMessage> filter) {
        List<StoredMessage> found = new ArrayList<>();
        int oldest = Math.max(1, newest - ring.length + 1);
        for (int number = newest; number >= oldest && found.size() < limit; number--) {
            at(number).filter(filter).ifPresent(found::add);
        }
        return found;
    }

    /** Returns how many messages were added since the start or the last {@link #clear()}, kept or not. */
    synchronized int added() {
        return added;
    }

    synchronized void clear() {
        Arrays.fill(ring, null);
        added = 0;
    }

    private Optional<StoredMessage> at(int number) {
        return Optional.ofNullable(ring[slot(number)]).filter(message -> message.number() == number);
    }

    private int slot(int number) {
        return number % ring.length;
    }
}
