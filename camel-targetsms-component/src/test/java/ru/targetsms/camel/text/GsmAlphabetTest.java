package ru.targetsms.camel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole table of GSM 03.38, by number: no glyph that looks alike can slip in. */
class GsmAlphabetTest {

    private static final String ESCAPE = "----";

    private static final String DEFAULT =
            """
            0040 00A3 0024 00A5 00E8 00E9 00F9 00EC 00F2 00C7 000A 00D8 00F8 000D 00C5 00E5
            0394 005F 03A6 0393 039B 03A9 03A0 03A8 03A3 0398 039E ---- 00C6 00E6 00DF 00C9
            0020 0021 0022 0023 00A4 0025 0026 0027 0028 0029 002A 002B 002C 002D 002E 002F
            0030 0031 0032 0033 0034 0035 0036 0037 0038 0039 003A 003B 003C 003D 003E 003F
            00A1 0041 0042 0043 0044 0045 0046 0047 0048 0049 004A 004B 004C 004D 004E 004F
            0050 0051 0052 0053 0054 0055 0056 0057 0058 0059 005A 00C4 00D6 00D1 00DC 00A7
            00BF 0061 0062 0063 0064 0065 0066 0067 0068 0069 006A 006B 006C 006D 006E 006F
            0070 0071 0072 0073 0074 0075 0076 0077 0078 0079 007A 00E4 00F6 00F1 00FC 00E0
            """;

    private static final String EXTENSION = "000C 005E 007B 007D 005C 005B 007E 005D 007C 20AC";

    @Test
    void the_table_has_128_places_one_of_them_the_escape_and_ten_more_behind_it() {
        assertThat(DEFAULT.split("\\s+")).hasSize(128).doesNotHaveDuplicates().contains(ESCAPE);
        assertThat(EXTENSION.split(" ")).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void every_code_point_takes_one_septet_or_two_or_is_not_in_the_alphabet() {
        Map<Integer, Integer> expected =
                codePoints(DEFAULT).stream().collect(Collectors.toMap(Function.identity(), c -> 1));
        codePoints(EXTENSION).forEach(codePoint -> expected.put(codePoint, 2));

        Map<Integer, Integer> counted = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> GsmAlphabet.septets(codePoint) != 0)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), GsmAlphabet::septets));

        assertThat(counted).isEqualTo(expected);
    }

    private static Set<Integer> codePoints(String table) {
        return Arrays.stream(table.split("\\s+"))
                .filter(place -> !place.equals(ESCAPE))
                .map(place -> Integer.valueOf(place, 16))
                .collect(Collectors.toSet());
    }
}
