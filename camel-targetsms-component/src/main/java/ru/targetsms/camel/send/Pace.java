package ru.targetsms.camel.send;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what leaves within any second to a number of parts. What is heavier by itself leaves alone, and rests for as
 * many seconds as it is worth. Used under a lock.
 */
final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long perSecond;
    private final Deque<Departure> lately = new ArrayDeque<>();
    private long spent;

    private record Departure(long over, int parts) {}

    /**
     * Makes a pace.
     *
     * @param perSecond parts in any second at most, {@code null} for no limit
     */
    Pace(Integer perSecond) {
        this.perSecond = perSecond == null ? Long.MAX_VALUE : perSecond;
    }

    /** Tells whether there is a limit at all. */
    boolean isLimited() {
        return perSecond != Long.MAX_VALUE;
    }

    /** Tells how many nanoseconds one recipient's parts have to wait that would like to leave at a moment. */
    long delay(long now, int parts) {
        forget(now);
        long over = spent + parts - perSecond;
        long until = now;
        for (Departure departure : lately) {
            if (over <= 0) {
                break;
            }
            over -= departure.parts;
            until = departure.over;
        }
        return until - now;
    }

    /** Tells whether parts of several recipients may leave together. */
    boolean fits(int parts) {
        return spent + parts <= perSecond;
    }

    /** Records parts that leave. */
    void leave(long now, int parts) {
        if (isLimited() && parts > 0) {
            lately.add(new Departure(now + Math.max(SECOND, SECOND / perSecond * parts), parts));
            spent += parts;
        }
    }

    private void forget(long now) {
        while (!lately.isEmpty() && lately.peek().over - now <= 0) {
            spent -= lately.poll().parts;
        }
    }
}
