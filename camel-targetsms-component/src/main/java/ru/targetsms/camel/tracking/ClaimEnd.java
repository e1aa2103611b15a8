package ru.targetsms.camel.tracking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.DeliveryState;

/**
 * Tells what a claim came to; made by the claim. Immutable.
 *
 * @param claim    the claim that ends
 * @param state    the state known now, {@code null} when none is
 * @param polls    how often the gateway has answered for the message
 * @param failures how often the report at hand has failed
 * @param next     time until the message is due again, {@code null} when it is done
 */
public record ClaimEnd(Claim claim, @Nullable DeliveryState state, int polls, int failures, @Nullable Duration next) {

    /** Tells whether the message is never claimed again. */
    public boolean isDone() {
        return next == null;
    }
}
