package ru.targetsms.camel.send;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import ru.targetsms.camel.gateway.Gateway;
import ru.targetsms.camel.model.Submission;

/**
 * Gathers the recipients of concurrent exchanges into documents. A recipient leaves at once while there is a free slot
 * for a document; those that come while all slots are busy share the next one. Holds callers back while it is full, and
 * waits for nothing itself. Safe for several threads.
 */
public final class Outbox {

    /** Runs documents, so many at a time. */
    public interface Slots {

        /** Runs a document on another thread if a slot is free, and tells whether. Never waits. */
        boolean tryRun(Runnable document);
    }

    /** Is the time, so that tests need not wait for it. */
    public interface Timer {

        /** Returns nanoseconds that only grow. */
        long now();

        /** Runs a task so many nanoseconds later. */
        void after(long nanos, Runnable task);
    }

    private final OutboxSettings settings;
    private final int share;
    private final Halving halving;
    private final Slots slots;
    private final Timer timer;
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final SendQueue queue = new SendQueue();
    private int held;
    private boolean starting;
    private boolean timing;
    private long alarm;
    private boolean stopped;

    /**
     * Makes an empty outbox.
     *
     * @param share recipients of one exchange that may wait at once, so that a mailing leaves room for a lone message
     */
    public Outbox(OutboxSettings settings, int share, Gateway gateway, Slots slots, Timer timer) {
        this.settings = settings;
        this.share = share;
        this.halving = new Halving(gateway);
        this.slots = slots;
        this.timer = timer;
        this.pace = new Pace(settings.maxPartsPerSecond());
    }

    /**
     * Takes recipients over, in order, and holds the caller back while there is no room for the next.
     *
     * @return how many were taken; fewer than given only when the outbox or the sender is stopped, the sender is halted
     *     or the caller interrupted
     */
    int put(Sender sender, List<Submission> recipients) {
        lock.lock();
        try {
            long due = timer.now() + settings.batchLinger().toNanos();
            for (int i = 0; i < recipients.size(); i++) {
                if (!awaitRoom(sender)) {
                    return i;
                }
                Submission recipient = recipients.get(i);
                int parts = pace.isLimited() ? Weight.of(recipient.content()) : 0;
                queue.add(new Outgoing(sender, recipient, parts, due));
            }
            return recipients.size();
        } finally {
            dispatch();
            lock.unlock();
        }
    }

    /** Counts the recipients that wait for a document. */
    public int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Looks whether a document may leave: to be called whenever a slot gets free. */
    public void slotIsFree() {
        lock.lock();
        try {
            dispatch();
        } finally {
            lock.unlock();
        }
    }

    /** Makes callers that wait look whether they are stopped. */
    public void wake() {
        lock.lock();
        try {
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more, wakes callers that wait and gives back what no document took. Documents under way end. */
    public void stop() {
        List<Outgoing> left;
        lock.lock();
        try {
            stopped = true;
            left = queue.drain();
            room.signalAll();
        } finally {
            lock.unlock();
        }
        left.forEach(outgoing -> outgoing.sender().neverBegun(outgoing.recipient()));
    }

    private boolean awaitRoom(Sender sender) {
        held++;
        try {
            while (!stopped && (queue.size() >= settings.queueCapacity() || sender.waiting >= share)) {
                if (sender.isHalted() || sender.isStopped()) {
                    return false;
                }
                dispatch();
                room.await();
            }
            return !stopped;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            held--;
        }
    }

    /**
     * Starts a document if one may leave. Only one starts at a time and takes what it finds when it runs: what comes
     * together leaves together.
     */
    private void dispatch() {
        Outgoing next = queue.peek();
        if (next == null || starting) {
            return;
        }
        long now = timer.now();
        long delay = Math.max(linger(next, now), pace.delay(now, next.parts()));
        if (delay <= 0) {
            starting = slots.tryRun(this::leave);
        } else if (!timing || now + delay - alarm < 0) {
            timing = true;
            alarm = now + delay;
            timer.after(delay, this::timeIsUp);
        }
    }

    private long linger(Outgoing next, long now) {
        boolean full = queue.ready() >= Math.min(settings.batchSize(), settings.queueCapacity());
        return full ? 0 : next.due() - now;
    }

    private void timeIsUp() {
        lock.lock();
        try {
            timing = false;
            dispatch();
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        List<Outgoing> document = next();
        try {
            halving.post(document);
        } finally {
            giveBack(document);
        }
    }

    private List<Outgoing> next() {
        lock.lock();
        try {
            starting = false;
            List<Outgoing> document = take();
            dispatch();
            if (held > 0) {
                room.signalAll();
            }
            return document;
        } finally {
            lock.unlock();
        }
    }

    private List<Outgoing> take() {
        long now = timer.now();
        List<Outgoing> document = new ArrayList<>(Math.min(settings.batchSize(), queue.size()));
        int parts = 0;
        for (Outgoing next = queue.peek();
                next != null && document.size() < settings.batchSize();
                next = queue.peek()) {
            boolean paced = document.isEmpty() ? pace.delay(now, next.parts()) > 0 : !pace.fits(parts + next.parts());
            if (paced) {
                break;
            }
            queue.take();
            document.add(next);
            parts += next.parts();
        }
        pace.leave(now, parts);
        return document;
    }

    private void giveBack(List<Outgoing> document) {
        lock.lock();
        try {
            queue.giveBack(document);
        } finally {
            lock.unlock();
        }
    }
}
