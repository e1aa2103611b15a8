package ru.targetsms.simulator.page;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Passes on the first of many signals at once, and what comes within 100 ms of it as one more. Thread safe. */
final class Pulse {

    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(100);

    private final ScheduledExecutorService thread;
    private final Runnable beat;
    private long earliest = System.nanoTime();
    private boolean due;

    Pulse(ScheduledExecutorService thread, Runnable beat) {
        this.thread = thread;
        this.beat = beat;
    }

    synchronized void signal() {
        if (!due) {
            due = true;
            thread.schedule(this::fire, earliest - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void fire() {
        synchronized (this) {
            due = false;
            earliest = System.nanoTime() + GAP;
        }
        beat.run();
    }
}
