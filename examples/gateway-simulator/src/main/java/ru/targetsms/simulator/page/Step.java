package ru.targetsms.simulator.page;

import java.time.Instant;
import java.util.Locale;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.State;

/**
 * Is one step of a message's life.
 *
 * @param at null when nobody wrote the time down
 * @param since time since the step before, null when there was none or no time has passed
 * @param channel null when it is about the message as a whole
 * @param times how often it happened, where that is told
 */
record Step(Kind kind, Instant at, Elapsed since, Channel channel, State state, int times) {

    enum Kind {
        ACCEPTED,
        WAITS,
        /** A channel was handed the message. */
        TRIED,
        /** A channel changed its state. */
        SAID,
        /** The message as a whole changed its state. */
        ENDED,
        REPEATED,
        DOUBLED,
        FORGOTTEN
    }

    /** Returns what kind of step it is, for instance {@code accepted}. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Returns what the step's mark looks like: the protocol's word of its state, or what else happened. */
    public String look() {
        return kind == Kind.SAID || kind == Kind.ENDED ? state.word() : word();
    }
}
