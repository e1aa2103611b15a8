package ru.targetsms.camel.tracking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Keeps messages in memory, for one node: what is pending when the process ends is forgotten.
 *
 * <p>It holds so many messages at most, those that are done included, which it remembers only so as not to take them
 * again. When it is full it forgets the one done longest ago; when all are pending it drops the one stored longest ago,
 * says so in a WARN, once a minute at most, and counts it in {@link #dropped()}.
 *
 * <p>Never throws {@link TrackingException}. Time is the JVM's own, which does not jump (F41).
 */
public final class InMemoryDeliveryTracker implements DeliveryTracker {

    private static final int CAPACITY = 100_000;

    /** Keeps sums of moments from overflowing. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final int capacity;
    private final LongSupplier nanos;
    private final long origin;

    /** Both in the order in which messages came in, so that the first one is the one to go. */
    private final Map<Key, PendingMessage> pending = new LinkedHashMap<>();

    private final Set<Key> done = new LinkedHashSet<>();
    private final Map<String, PendingQueue> queues = new HashMap<>();

    private final DroppedMessages dropped;
    private long stored;
    private long versions;

    /** Keeps 100,000 messages at most. */
    public InMemoryDeliveryTracker() {
        this(CAPACITY);
    }

    /**
     * Keeps so many messages at most.
     *
     * @param capacity 1 or more; a pending message takes some 500 bytes
     * @throws IllegalArgumentException when the capacity is below 1
     */
    public InMemoryDeliveryTracker(int capacity) {
        this(capacity, System::nanoTime);
    }

    InMemoryDeliveryTracker(int capacity, LongSupplier nanos) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The capacity is 1 or more, not " + capacity);
        }
        this.capacity = capacity;
        this.dropped = new DroppedMessages(capacity);
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
    }

    @Override
    public synchronized void track(Collection<TrackedMessage> messages) {
        for (TrackedMessage message : messages) {
            Key key = Key.of(message);
            if (!pending.containsKey(key) && !done.contains(key)) {
                makeRoom();
                PendingMessage row = new PendingMessage(message, stored++, in(message.startsIn()));
                pending.put(key, row);
                queues.computeIfAbsent(key.account(), account -> new PendingQueue())
                        .add(row);
            }
        }
        dropped.tell(now());
    }

    @Override
    public synchronized List<Claim> claim(ClaimRequest request) {
        PendingQueue queue = queues.get(request.account());
        if (queue == null) {
            return List.of();
        }
        long now = now();
        List<Claim> claims = new ArrayList<>();
        for (PendingMessage row : queue.removeDue(request.limit(), now, length(request.firstPollDelay()))) {
            claims.add(row.claim(++versions, now, now + length(request.lease())));
            queue.add(row);
        }
        return claims;
    }

    @Override
    public synchronized Collection<Claim> renew(Collection<Claim> claims, Duration lease) {
        List<Claim> renewed = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            PendingMessage row = pending.get(Key.of(claim.message()));
            if (row != null && row.isHeldBy(claim)) {
                PendingQueue queue = queue(claim.message().account());
                queue.remove(row);
                row.renew(in(lease));
                queue.add(row);
                renewed.add(claim);
            }
        }
        return renewed;
    }

    @Override
    public synchronized Collection<Claim> save(Collection<ClaimEnd> ends) {
        List<Claim> lost = new ArrayList<>();
        for (ClaimEnd end : ends) {
            Key key = Key.of(end.claim().message());
            PendingMessage row = pending.get(key);
            if (row == null || !row.isHeldBy(end.claim())) {
                lost.add(end.claim());
            } else if (end.isDone()) {
                forget(key, row);
                done.add(key);
            } else {
                PendingQueue queue = queue(key.account());
                queue.remove(row);
                row.end(end, in(Objects.requireNonNull(end.next())));
                queue.add(row);
            }
        }
        return lost;
    }

    @Override
    public synchronized Backlog backlog(String account) {
        long now = now();
        long count = 0;
        long oldest = 0;
        for (Map.Entry<Key, PendingMessage> entry : pending.entrySet()) {
            if (entry.getKey().account().equals(account)) {
                count++;
                oldest = Math.max(oldest, now - entry.getValue().since());
            }
        }
        return new Backlog(count, count == 0 ? null : Duration.ofNanos(oldest));
    }

    /** Counts the pending messages that were dropped for want of room since the tracker was made. */
    public synchronized long dropped() {
        return dropped.count();
    }

    private void makeRoom() {
        if (pending.size() + done.size() < capacity) {
            return;
        }
        if (!done.isEmpty()) {
            Iterator<Key> longestAgo = done.iterator();
            longestAgo.next();
            longestAgo.remove();
            return;
        }
        Map.Entry<Key, PendingMessage> longestAgo =
                pending.entrySet().iterator().next();
        forget(longestAgo.getKey(), longestAgo.getValue());
        dropped.add(longestAgo.getKey().idMessage());
    }

    private void forget(Key key, PendingMessage row) {
        pending.remove(key);
        PendingQueue queue = queue(key.account());
        queue.remove(row);
        if (queue.isEmpty()) {
            queues.remove(key.account());
        }
    }

    /** Returns the queue of an account that has pending messages. */
    private PendingQueue queue(String account) {
        return Objects.requireNonNull(queues.get(account));
    }

    private long now() {
        return nanos.getAsLong() - origin;
    }

    private long in(Duration length) {
        return now() + length(length);
    }

    private static long length(Duration length) {
        return (length.compareTo(FOR_EVER) < 0 ? length : FOR_EVER).toNanos();
    }

    /** Names a message: an id is unique within its account only (R23). */
    private record Key(String account, String idMessage) {

        static Key of(TrackedMessage message) {
            return new Key(message.account(), message.idMessage());
        }
    }
}
