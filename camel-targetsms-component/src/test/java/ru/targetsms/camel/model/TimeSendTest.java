package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of {@code time_send} (R10). */
class TimeSendTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23 13:00,                       2026-11-23 13:00",
        "2026-11-23   13:00,                     2026-11-23 13:00",
        "' 2026-11-23 13:00 ',                   2026-11-23 13:00",
        "2026-11-23T13:00,                       2026-11-23 13:00",
        "2026-11-23 13:00:00,                    2026-11-23 13:00",
        "2026-11-23T13:00:00.000,                2026-11-23 13:00",
        "2026-11-23T13:00:00.001,                2026-11-23 13:01",
        "2026-11-23 13:00:59,                    2026-11-23 13:01",
        "2026-12-31 23:59:01,                    2027-01-01 00:00",
        "2026-11-23T13:00Z,                      2026-11-23 16:00",
        "2026-11-23T13:00:00+03:00,              2026-11-23 13:00",
        "2026-11-23 13:00+05:00,                 2026-11-23 11:00",
        "2026-11-23T22:30:10-08:00,              2026-11-24 09:31",
        "2026-11-23T13:00:00+01:00[Europe/Berlin], 2026-11-23 15:00",
        "2026-11-23 13:00:00+03,                 2026-11-23 13:00",
        "2028-02-29 00:00,                       2028-02-29 00:00"
    })
    void r10_text_is_wall_clock_time_unless_it_names_an_offset(String given, String wire) {
        assertThat(TimeSend.wire(given, MOSCOW)).contains(wire);
    }

    static Stream<Arguments> values() {
        Instant instant = Instant.parse("2026-11-23T10:00:00Z");
        return Stream.of(
                arguments(instant, "2026-11-23 13:00"),
                arguments(instant.plusNanos(1), "2026-11-23 13:01"),
                arguments(Date.from(instant), "2026-11-23 13:00"),
                arguments(Date.from(instant.plusMillis(1)), "2026-11-23 13:01"),
                arguments(new java.sql.Timestamp(instant.toEpochMilli()), "2026-11-23 13:00"),
                arguments(LocalDateTime.of(2026, 11, 23, 13, 0), "2026-11-23 13:00"),
                arguments(LocalDateTime.of(2026, 11, 23, 13, 0, 30), "2026-11-23 13:01"),
                arguments(OffsetDateTime.parse("2026-11-23T13:00:00+01:00"), "2026-11-23 15:00"),
                arguments(ZonedDateTime.parse("2026-11-23T13:00:00+09:00[Asia/Tokyo]"), "2026-11-23 07:00"),
                arguments(new StringBuilder("2026-11-23 13:00"), "2026-11-23 13:00"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void r10_every_type_of_the_contract_is_taken(Object given, String wire) {
        assertThat(TimeSend.wire(given, MOSCOW)).contains(wire);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23",
                "13:00",
                "23.11.2026 13:00",
                "2026-11-23 1:00 pm",
                "2026-11-23 24:00",
                "2026-11-23 13:60",
                "2026-13-01 13:00",
                "2026-02-29 13:00",
                "2026-11-23 13:00 завтра",
                "2026-11-23 13:00+25:00",
                "1764061200",
                "now",
                "+12026-11-23T13:00",
                "9999-12-31 23:59:59"
            })
    void r10_any_other_text_is_refused(String given) {
        assertThat(TimeSend.wire(given, MOSCOW)).isEmpty();
    }

    @Test
    void r10_any_other_type_is_refused() {
        List<Object> values = List.of(
                LocalDate.of(2026, 11, 23),
                Calendar.getInstance(),
                1764061200L,
                true,
                List.of("2026-11-23 13:00"),
                Instant.MAX,
                Instant.MIN,
                LocalDateTime.MAX);

        assertThat(values)
                .allSatisfy(value -> assertThat(TimeSend.wire(value, MOSCOW)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:59:00Z, 2026-03-29 01:59",
        "2026-03-29T00:59:30Z, 2026-03-29 03:00",
        "2026-03-29T01:00:00Z, 2026-03-29 03:00",
        "2026-10-25T00:30:00Z, 2026-10-25 02:30",
        "2026-10-25T01:30:00Z, 2026-10-25 02:30",
        "2026-10-25T00:59:30Z, 2026-10-25 02:00"
    })
    void r10_a_moment_becomes_a_time_the_clocks_of_the_zone_show(Instant given, String wire) {
        assertThat(TimeSend.wire(given, BERLIN)).contains(wire);
        assertThat(TimeSend.wire(given.toString(), BERLIN)).contains(wire);
        assertThat(TimeSend.wire(given.atZone(MOSCOW), BERLIN)).contains(wire);
    }

    @Test
    void r10_the_same_moment_has_another_wall_clock_time_in_another_zone() {
        Instant given = Instant.parse("2026-07-01T12:00:00Z");

        assertThat(TimeSend.wire(given, BERLIN)).contains("2026-07-01 14:00");
        assertThat(TimeSend.wire(given, ZoneId.of("Asia/Kamchatka"))).contains("2026-07-02 00:00");
        assertThat(TimeSend.wire("2026-07-01 12:00", BERLIN)).contains("2026-07-01 12:00");
    }
}
