package ru.targetsms.camel.tracking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.DeliveryState;

/**
 * Gives its holder, until the lease ends, the only right to ask for a message's state and to report it. Immutable.
 *
 * @param message  the message
 * @param version  grows with every claim of the message: what an earlier holder saves is refused (fencing)
 * @param state    the state known so far, {@code null} when none is
 * @param polls    how often the gateway has answered for the message
 * @param failures how often the report at hand has failed
 * @param age      time since the message was stored, or since the gateway began with it, if later; negative before
 */
public record Claim(
        TrackedMessage message, long version, @Nullable DeliveryState state, int polls, int failures, Duration age) {

    /** Gives the claim back as it was; due at once. */
    public ClaimEnd unchanged() {
        return new ClaimEnd(this, state, polls, failures, Duration.ZERO);
    }

    /** Gives the claim back because its report failed; due at once, one failure more. */
    public ClaimEnd failed() {
        return new ClaimEnd(this, state, polls, failures + 1, Duration.ZERO);
    }

    /** Gives the claim back after an answer that is not the last. */
    public ClaimEnd pollAgain(@Nullable DeliveryState known, Duration in) {
        return new ClaimEnd(this, known, polls + 1, 0, in);
    }

    /** Ends the life of the message: it is never claimed again. */
    public ClaimEnd done(@Nullable DeliveryState last) {
        return new ClaimEnd(this, last, polls + 1, 0, null);
    }
}
