package ru.targetsms.camel.model;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is the part of each day in which messages may arrive. Immutable.
 *
 * <pre>{@code
 * SendWindow.of("22:00-06:00"); // over midnight
 * }</pre>
 *
 * @param opens  the first moment inside
 * @param closes the first moment outside again; earlier than {@code opens} when the window crosses midnight
 */
public record SendWindow(LocalTime opens, LocalTime closes) {

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})\\s*");

    /** Refuses a window that is always open or never. */
    public SendWindow {
        if (opens.equals(closes)) {
            throw new IllegalArgumentException("a window that closes when it opens says nothing");
        }
    }

    /**
     * Reads {@code 09:00-21:00}; {@code 24:00} is the end of the day.
     *
     * @throws IllegalArgumentException when it is no window
     */
    public static SendWindow of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("hh:mm-hh:mm is expected, such as 09:00-21:00");
        }
        try {
            String closes = matcher.group(2).equals("24:00") ? "00:00" : matcher.group(2);
            return new SendWindow(LocalTime.parse(matcher.group(1)), LocalTime.parse(closes));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("hh:mm-hh:mm from 00:00 to 24:00 is expected", e);
        }
    }

    /**
     * Returns when the window opens next, empty while it is open. Where the clocks skip the opening, it is as much later
     * as they skip.
     *
     * @param now the moment, in the zone whose wall clocks the window goes by
     */
    public Optional<ZonedDateTime> nextOpening(ZonedDateTime now) {
        if (isOpen(now.toLocalTime())) {
            return Optional.empty();
        }
        ZonedDateTime today = now.toLocalDate().atTime(opens).atZone(now.getZone());
        return Optional.of(
                today.isAfter(now)
                        ? today
                        : now.toLocalDate().plusDays(1).atTime(opens).atZone(now.getZone()));
    }

    private boolean isOpen(LocalTime time) {
        boolean opened = !time.isBefore(opens);
        boolean closed = !time.isBefore(closes);
        return opens.isBefore(closes) ? opened && !closed : opened || !closed;
    }
}
