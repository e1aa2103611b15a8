package ru.targetsms.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.simulator.model.Encoding;
import ru.targetsms.simulator.model.SmsMeter;

class SmsPartsTest {

    @ParameterizedTest(name = "{1} times {0} makes {2} parts")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a,1,1", "a,160,1", "a,161,2", "a,306,2", "a,307,3", "€,80,1", "€,81,2", "€,153,3", "я,70,1", "я,71,2",
                "я,134,2", "я,135,3", "😀,35,1", "😀,36,2", "😀,66,2", "😀,67,3", "`,71,2", "<,160,1"
            })
    void a_text_is_split_as_phones_join_it(String character, int times, int parts) {
        assertThat(SmsParts.of(character.repeat(times))).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"158,1", "159,1", "160,2"})
    void a_line_break_costs_one_character_though_it_travels_as_two(int others, int parts) {
        assertThat(SmsParts.of("a".repeat(others) + "\\n")).isEqualTo(parts);
    }

    @ParameterizedTest(name = "{1} times {0}")
    @CsvSource({
        "a, 160, GSM_7, 160, 160, 1, 0",
        "a, 161, GSM_7, 161, 161, 2, 145",
        "€, 10, GSM_7, 10, 20, 1, 140",
        "я, 15, UCS_2, 15, 15, 1, 55",
        "😀, 67, UCS_2, 67, 134, 3, 65"
    })
    void a_meter_counts_characters_and_units_and_what_is_left(
            String character, int times, Encoding encoding, int characters, int units, int parts, int free) {
        assertThat(SmsParts.meter(character.repeat(times)))
                .isEqualTo(new SmsMeter(encoding, characters, units, parts, free));
    }
}
