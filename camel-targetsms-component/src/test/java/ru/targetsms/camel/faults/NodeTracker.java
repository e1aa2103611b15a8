package ru.targetsms.camel.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import ru.targetsms.camel.tracking.Backlog;
import ru.targetsms.camel.tracking.Claim;
import ru.targetsms.camel.tracking.ClaimEnd;
import ru.targetsms.camel.tracking.ClaimRequest;
import ru.targetsms.camel.tracking.DeliveryTracker;
import ru.targetsms.camel.tracking.TrackedMessage;
import ru.targetsms.camel.tracking.TrackingException;

/** Is a tracker as one node sees it: it can be down, freeze, or die with its node. Counts what the node recorded as done. */
final class NodeTracker implements DeliveryTracker {

    private final DeliveryTracker inner;
    private final Map<String, Integer> recorded = new ConcurrentHashMap<>();
    private final List<TrackedMessage> stored = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Runnable beforeAll = () -> {};
    private volatile Runnable beforeSave = () -> {};

    NodeTracker(DeliveryTracker inner) {
        this.inner = inner;
    }

    /** Works from now on. */
    void up() {
        beforeAll = () -> {};
        beforeSave = () -> {};
    }

    /** Fails from now on, as a database does that cannot be reached. */
    void down() {
        beforeAll = this::refuse;
    }

    /** Fails from now on when something is to be stored about a claim. */
    void downForSaving() {
        beforeSave = this::refuse;
    }

    /** Ends the node as far as others can tell: nothing that it does from now on arrives. */
    void die() {
        beforeAll = () -> {
            throw new Error("this node is dead");
        };
    }

    /** Lets nothing through until the latch opens, and everything then. */
    void freeze(CountDownLatch until) {
        beforeAll = () -> {
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TrackingException("interrupted", e);
            }
        };
    }

    /** Returns how often this node recorded a message as done. */
    int recorded(String idMessage) {
        return recorded.getOrDefault(idMessage, 0);
    }

    /** Returns how often the tracker was down when it was needed. */
    int refused() {
        return refused.get();
    }

    /** Returns the messages this node stored. */
    List<TrackedMessage> stored() {
        return List.copyOf(stored);
    }

    @Override
    public void track(Collection<TrackedMessage> messages) {
        beforeAll.run();
        inner.track(messages);
        stored.addAll(messages);
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        beforeAll.run();
        return inner.claim(request);
    }

    @Override
    public Collection<Claim> renew(Collection<Claim> claims, Duration lease) {
        beforeAll.run();
        return inner.renew(claims, lease);
    }

    @Override
    public Collection<Claim> save(Collection<ClaimEnd> ends) {
        beforeAll.run();
        beforeSave.run();
        Collection<Claim> lost = inner.save(ends);
        ends.stream()
                .filter(end -> end.isDone() && !lost.contains(end.claim()))
                .forEach(end -> recorded.merge(end.claim().message().idMessage(), 1, Integer::sum));
        return lost;
    }

    @Override
    public Backlog backlog(String account) {
        beforeAll.run();
        return inner.backlog(account);
    }

    private void refuse() {
        refused.incrementAndGet();
        throw new TrackingException("the database is down", null);
    }
}
