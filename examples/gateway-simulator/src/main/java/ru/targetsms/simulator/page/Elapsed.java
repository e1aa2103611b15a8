package ru.targetsms.simulator.page;

import java.time.Duration;

/**
 * Is a time that has passed, in the two units that matter: 5 min 3 s.
 *
 * @param unit the larger one: ms (which stands alone), s (likewise), min, h or d
 */
record Elapsed(String unit, long large, long small) {

    static Elapsed of(Duration time) {
        if (time.toSeconds() == 0) {
            return new Elapsed("ms", time.toMillis(), 0);
        }
        if (time.toMinutes() == 0) {
            return new Elapsed("s", time.toSeconds(), 0);
        }
        if (time.toHours() == 0) {
            return new Elapsed("min", time.toMinutes(), time.toSecondsPart());
        }
        return time.toDays() == 0
                ? new Elapsed("h", time.toHours(), time.toMinutesPart())
                : new Elapsed("d", time.toDays(), time.toHoursPart());
    }
}
