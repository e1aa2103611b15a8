package ru.targetsms.simulator.proxy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Is one thing that goes wrong between a client and the gateway, in the vocabulary of Toxiproxy, and counts how often it
 * did. It is for one {@link FaultProxy}. Thread safe.
 */
public final class Toxic {

    enum Kind {
        NONE,
        DOWN,
        LATENCY,
        SLICE,
        BLACKHOLE,
        CLOSE_IDLE,
        RESET_REQUEST,
        LIMIT_ANSWER,
        RESET_ANSWER
    }

    static final Toxic NONE = new Toxic(Kind.NONE, 0, Duration.ZERO);

    private final Kind kind;
    private final int bytes;
    private final Duration pause;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger fired = new AtomicInteger();
    private volatile int first = Integer.MAX_VALUE;

    private Toxic(Kind kind, int bytes, Duration pause) {
        if (bytes < 0 || pause.isNegative()) {
            throw new IllegalArgumentException("Neither bytes nor times can be negative");
        }
        this.kind = kind;
        this.bytes = bytes;
        this.pause = pause;
    }

    /** Refuses connections, and closes those there are (F1). Fires once, when the port is closed. */
    public static Toxic down() {
        return new Toxic(Kind.DOWN, 0, Duration.ZERO);
    }

    /** Holds each piece of the answer back. */
    public static Toxic latency(Duration pause) {
        return new Toxic(Kind.LATENCY, 0, pause);
    }

    /** Cuts the answer into pieces of so many bytes, at least 1, with a pause before each. */
    public static Toxic slice(int bytes, Duration pause) {
        return new Toxic(Kind.SLICE, Math.max(1, bytes), pause);
    }

    /** Swallows the request, and never answers. */
    public static Toxic blackhole() {
        return new Toxic(Kind.BLACKHOLE, 0, Duration.ZERO);
    }

    /**
     * Closes a kept connection just before it is used again (F9): as soon as a second request begins on it, which the
     * gateway never sees. The first request of a connection is left alone.
     */
    public static Toxic closeIdle() {
        return new Toxic(Kind.CLOSE_IDLE, 0, Duration.ZERO);
    }

    /** Resets the connection when so many bytes of the request, its header included, have gone through (F5). */
    public static Toxic resetAfterRequestBytes(int bytes) {
        return new Toxic(Kind.RESET_REQUEST, bytes, Duration.ZERO);
    }

    /** Closes the connection when so many bytes of the answer, its header included, have gone through. */
    public static Toxic limitAnswer(int bytes) {
        return new Toxic(Kind.LIMIT_ANSWER, bytes, Duration.ZERO);
    }

    /** Resets the connection when so many bytes of the answer, its header included, have gone through. */
    public static Toxic resetAfterAnswerBytes(int bytes) {
        return new Toxic(Kind.RESET_ANSWER, bytes, Duration.ZERO);
    }

    /** Limits it to so many requests. Default: all. */
    public Toxic first(int requests) {
        first = requests;
        return this;
    }

    /** Returns how often it really acted. */
    public int fired() {
        return fired.get();
    }

    /** Takes a request that begins; tells whether it is one of the first ones. */
    boolean takes(boolean used) {
        return kind != Kind.DOWN && (kind != Kind.CLOSE_IDLE || used) && taken.incrementAndGet() <= first;
    }

    void acted() {
        fired.incrementAndGet();
    }

    Kind kind() {
        return kind;
    }

    int bytes() {
        return bytes;
    }

    Duration pause() {
        return pause;
    }
}
