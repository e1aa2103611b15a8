package ru.targetsms.camel.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

/** Reads the wanted time of sending in every form we take, and writes it in the gateway's (R10). */
final class TimeSend {

    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** ISO 8601, its offset as {@code Z}, {@code +03:00} or, as PostgreSQL writes it, {@code +03}. */
    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffsetId()
            .optionalStart()
            .appendLiteral('[')
            .appendZoneRegionId()
            .appendLiteral(']')
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int LAST_YEAR = 9999;

    private TimeSend() {}

    /**
     * Returns the time as {@code YYYY-MM-DD hh:mm} in the zone, empty when it does not parse. Without an offset it is
     * wall-clock time in the zone; seconds round up to the next minute.
     */
    static Optional<String> wire(Object value, ZoneId zone) {
        try {
            return Optional.of(roundUp(read(value, zone)))
                    .filter(time -> time.getYear() >= 0 && time.getYear() <= LAST_YEAR)
                    .map(WIRE::format);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * A moment is moved into the zone, where rounding up follows the zone's own clocks; wall-clock time is kept as it
     * stands, which UTC never moves.
     */
    @SuppressWarnings("JavaUtilDate") // senders may have nothing better
    private static ZonedDateTime read(Object value, ZoneId zone) {
        if (value instanceof Instant instant) {
            return instant.atZone(zone);
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime()).atZone(zone);
        }
        if (value instanceof LocalDateTime local) {
            return local.atZone(ZoneOffset.UTC);
        }
        if (value instanceof OffsetDateTime offset) {
            return offset.atZoneSameInstant(zone);
        }
        if (value instanceof ZonedDateTime zoned) {
            return zoned.withZoneSameInstant(zone);
        }
        String text = Values.text(value).orElse("").strip();
        return read(
                TEXT.parseBest(
                        text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +(?=\\d)", "$1T"),
                        ZonedDateTime::from,
                        LocalDateTime::from),
                zone);
    }

    private static ZonedDateTime roundUp(ZonedDateTime time) {
        ZonedDateTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(time) ? minute : minute.plusMinutes(1);
    }
}
