package ru.targetsms.benchmark.contender;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Says how long a contender goes on: until a time is over, or a number of messages is taken. Safe for several threads. */
public final class Quota {

    private final long most;
    private final long end;
    private final AtomicLong taken = new AtomicLong();

    private Quota(long most, Duration time) {
        this.most = most;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Allows any number of messages for some time from now. */
    public static Quota of(Duration time) {
        return new Quota(Long.MAX_VALUE, time);
    }

    /** Allows a number of messages, whatever time they take. */
    public static Quota of(long messages) {
        return new Quota(messages, Duration.ofDays(1));
    }

    /** Takes so many messages together and returns the number of the first, or -1 when it is over. */
    public long take(int messages) {
        if (System.nanoTime() - end > 0) {
            return -1;
        }
        long first = taken.getAndAdd(messages);
        return first + messages <= most ? first : -1;
    }
}
