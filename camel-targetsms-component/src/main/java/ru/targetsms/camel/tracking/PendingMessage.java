package ru.targetsms.camel.tracking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.DeliveryState;

/** Holds what the tracker in memory knows of one message. Guarded by the tracker; moments are its nanoseconds. */
final class PendingMessage {

    private final TrackedMessage message;
    private final long number;
    private final long since;

    private long nextPoll;
    private long version;
    private boolean held;
    private @Nullable DeliveryState state;
    private int polls;
    private int failures;

    /**
     * Stores a message that nobody has claimed.
     *
     * @param number counts the messages, so that of two due at one moment the earlier one goes first
     * @param since  when the gateway begins with it
     */
    PendingMessage(TrackedMessage message, long number, long since) {
        this.message = message;
        this.number = number;
        this.since = since;
        this.nextPoll = since;
    }

    TrackedMessage message() {
        return message;
    }

    long number() {
        return number;
    }

    long since() {
        return since;
    }

    long nextPoll() {
        return nextPoll;
    }

    /** Tells whether nobody has claimed it yet: only then does it wait for the first poll delay. */
    boolean isFresh() {
        return version == 0;
    }

    /** Tells whether nobody has claimed the message since, and the claim has not ended. */
    boolean isHeldBy(Claim claim) {
        return held && version == claim.version();
    }

    /** Makes a claim whose version no other claim of the tracker has had, also of a message dropped and stored again. */
    Claim claim(long newVersion, long now, long leaseEnd) {
        version = newVersion;
        held = true;
        nextPoll = leaseEnd;
        return new Claim(message, version, state, polls, failures, Duration.ofNanos(now - since));
    }

    void renew(long leaseEnd) {
        nextPoll = leaseEnd;
    }

    /** Takes what the claim came to; a renewal that comes late finds no claim. */
    void end(ClaimEnd end, long next) {
        held = false;
        state = end.state();
        polls = end.polls();
        failures = end.failures();
        nextPoll = next;
    }
}
