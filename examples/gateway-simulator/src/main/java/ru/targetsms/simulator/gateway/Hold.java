package ru.targetsms.simulator.gateway;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds requests for a while, on their own threads. Thread safe. */
final class Hold {

    private CountDownLatch released = new CountDownLatch(1);
    private boolean closed;

    /** Waits; returns false when the requests held were released before the time was over. */
    boolean pass(Duration time) {
        try {
            return !released().await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Releases the requests held now. */
    synchronized void release() {
        released.countDown();
        if (!closed) {
            released = new CountDownLatch(1);
        }
    }

    /** Releases the requests held now, and holds none any more. */
    synchronized void close() {
        closed = true;
        release();
    }

    /** Holds requests again. */
    synchronized void open() {
        closed = false;
        release();
    }

    private synchronized CountDownLatch released() {
        return released;
    }
}
