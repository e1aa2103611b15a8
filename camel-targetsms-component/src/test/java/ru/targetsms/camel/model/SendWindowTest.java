package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendWindowTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "09:00-21:00, 08:59:59.999, 01T09:00",
        "09:00-21:00, 09:00, ",
        "09:00-21:00, 20:59:59.999, ",
        "09:00-21:00, 21:00, 02T09:00",
        "09:00-21:00, 23:59, 02T09:00",
        "09:00-21:00, 00:00, 01T09:00",
        "22:00-06:00, 21:59, 01T22:00",
        "22:00-06:00, 22:00, ",
        "22:00-06:00, 00:00, ",
        "22:00-06:00, 05:59, ",
        "22:00-06:00, 06:00, 01T22:00",
        "10:00-24:00, 23:59, ",
        "10:00-24:00, 00:00, 01T10:00",
        "00:00-06:00, 06:00, 02T00:00",
        "' 09:00 - 21:00 ', 22:00, 02T09:00"
    })
    void theWindowIsOpenOrOpensNextAt(String window, String time, String opening) {
        ZonedDateTime now = LocalDateTime.parse("2026-12-01T" + time).atZone(MOSCOW);

        Optional<LocalDateTime> next = SendWindow.of(window).nextOpening(now).map(ZonedDateTime::toLocalDateTime);

        assertThat(next).isEqualTo(Optional.ofNullable(opening).map(text -> LocalDateTime.parse("2026-12-" + text)));
    }

    @ParameterizedTest
    @CsvSource({
        // 02:00 to 03:00 does not exist on that day.
        "2026-03-29T01:30, 02:30-05:00, 2026-03-29T03:30",
        // 02:00 to 03:00 comes twice: the first one counts.
        "2026-10-25T01:30, 02:30-05:00, 2026-10-25T02:30"
    })
    void f41_theOpeningFollowsTheClocksOfTheZone(LocalDateTime now, String window, LocalDateTime opening) {
        ZonedDateTime next =
                SendWindow.of(window).nextOpening(now.atZone(BERLIN)).orElseThrow();

        assertThat(next.toLocalDateTime()).isEqualTo(opening);
        assertThat(next).isAfter(now.atZone(BERLIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9-21",
                "09:00",
                "09:00-09:00",
                "00:00-24:00",
                "25:00-26:00",
                "09:00-21:60",
                "09:00–21:00",
                "24:00-09:00"
            })
    void whatIsNoWindowOrAlwaysOpenIsRefused(String window) {
        assertThatThrownBy(() -> SendWindow.of(window)).isInstanceOf(IllegalArgumentException.class);
    }
}
