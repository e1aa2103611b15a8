package ru.targetsms.camel.tracking;

import java.util.function.Supplier;

/**
 * Keeps a backlog for a while, since to count it takes long when there is much of it. Immutable.
 *
 * @param backlog what was read
 * @param read    when that was, by the JVM's nanoseconds
 * @param keep    nanoseconds for which it is not read again
 */
record BacklogReading(Backlog backlog, long read, long keep) {

    private static final long SHORTEST = 2_000_000_000L;
    private static final int SHARE = 20;

    /** Reads; the longer it takes, the longer the backlog is kept. */
    static BacklogReading of(Supplier<Backlog> reader) {
        long begin = System.nanoTime();
        Backlog backlog = reader.get();
        long end = System.nanoTime();
        return new BacklogReading(backlog, end, Math.max(SHORTEST, SHARE * (end - begin)));
    }

    boolean isRecent() {
        return System.nanoTime() - read < keep;
    }
}
