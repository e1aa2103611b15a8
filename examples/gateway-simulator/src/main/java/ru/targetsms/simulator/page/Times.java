package ru.targetsms.simulator.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments as a reader of this machine wants to see them. */
final class Times {

    private static final ZoneId ZONE = ZoneId.systemDefault();

    private final LocalDate today;
    private final Locale language;

    Times(Clock clock, Locale language) {
        today = clock.instant().atZone(ZONE).toLocalDate();
        this.language = language;
    }

    /** Returns for instance {@code 14:03:22}, of another day {@code 3 Nov}, of another year {@code 3 Nov 2025}. */
    public String brief(Instant at) {
        ZonedDateTime time = at.atZone(ZONE);
        String pattern = "d MMM yyyy";
        if (time.toLocalDate().equals(today)) {
            pattern = "HH:mm:ss";
        } else if (time.getYear() == today.getYear()) {
            pattern = "d MMM";
        }
        return format(time, pattern);
    }

    /** Returns for instance {@code 14:03:22}, of another day {@code 3 Nov, 14:03:22}. */
    public String exact(Instant at) {
        ZonedDateTime time = at.atZone(ZONE);
        return format(time, time.toLocalDate().equals(today) ? "HH:mm:ss" : "d MMM, HH:mm:ss");
    }

    /** Returns for instance {@code 14:03}. */
    public String clock(Instant at) {
        return format(at.atZone(ZONE), "HH:mm");
    }

    /** Returns for instance {@code 23 Nov 2026, 14:03:22}. */
    public String full(Instant at) {
        return format(at.atZone(ZONE), "d MMM yyyy, HH:mm:ss");
    }

    /** Returns the moment for the {@code datetime} of an element {@code time}. */
    public String iso(Instant at) {
        return at.toString();
    }

    private String format(ZonedDateTime time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language).format(time);
    }
}
