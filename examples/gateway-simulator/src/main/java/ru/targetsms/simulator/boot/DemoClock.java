package ru.targetsms.simulator.boot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Is as far behind another clock as it is told to be, so that what is posted now was posted hours ago. Thread safe. */
final class DemoClock extends Clock {

    private final Clock real;
    private volatile Duration behind = Duration.ZERO;

    DemoClock(Clock real) {
        this.real = real;
    }

    /** Sets how far behind it is; zero: not any more. */
    void behind(Duration value) {
        behind = value;
    }

    @Override
    public Instant instant() {
        return real.instant().minus(behind);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        DemoClock clock = new DemoClock(real.withZone(zone));
        clock.behind(behind);
        return clock;
    }
}
