package ru.targetsms.camel.send;

import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.Submission;

/**
 * Is one recipient in the outbox.
 *
 * @param sender    whom to tell what became of it
 * @param recipient what goes on the wire
 * @param parts     its weight when departures are paced
 * @param due       when it has lingered long enough, in the timer's nanoseconds
 */
record Outgoing(Sender sender, Submission recipient, int parts, long due) {

    /** The client id, {@code null} for none. */
    @Nullable
    Long id() {
        return recipient.clientIdMessage();
    }
}
