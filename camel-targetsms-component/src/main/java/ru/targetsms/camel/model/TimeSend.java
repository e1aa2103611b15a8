package ru.targetsms.camel.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Optional;

/** Reads the wanted time of sending in every form we take, and writes it in the gateway's (R10). */
final class TimeSend {

    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final int LAST_YEAR = 9999;

    private TimeSend() {}

    /**
     * Returns the time as {@code YYYY-MM-DD hh:mm} in the zone, empty when it does not parse. Without an offset it is
     * wall-clock time in the zone; seconds round up to the next minute.
     */
    static Optional<String> wire(Object value, ZoneId zone) {
        try {
            return Optional.ofNullable(wallClock(value, zone))
                    .map(TimeSend::roundUp)
                    .filter(time -> time.getYear() >= 0 && time.getYear() <= LAST_YEAR)
                    .map(WIRE::format);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime wallClock(Object value, ZoneId zone) {
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, zone);
        }
        if (value instanceof Date date) {
            return LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), zone);
        }
        if (value instanceof TemporalAccessor time) {
            return wallClockOf(time, zone);
        }
        String text = Values.text(value).orElse("").strip();
        return wallClockOf(
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                        text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +(?=\\d)", "$1T"),
                        ZonedDateTime::from,
                        LocalDateTime::from),
                zone);
    }

    private static LocalDateTime wallClockOf(TemporalAccessor time, ZoneId zone) {
        if (time instanceof LocalDateTime local) {
            return local;
        }
        if (time instanceof OffsetDateTime offset) {
            return offset.atZoneSameInstant(zone).toLocalDateTime();
        }
        if (time instanceof ZonedDateTime zoned) {
            return zoned.withZoneSameInstant(zone).toLocalDateTime();
        }
        return null;
    }

    private static LocalDateTime roundUp(LocalDateTime time) {
        LocalDateTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(time) ? minute : minute.plusMinutes(1);
    }
}
