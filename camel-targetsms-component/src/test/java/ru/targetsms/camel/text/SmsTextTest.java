package ru.targetsms.camel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.camel.text.SmsEncoding.GSM_7;
import static ru.targetsms.camel.text.SmsEncoding.UCS_2;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.model.WireText;

/** Encoding and parts of an SMS. */
class SmsTextTest {

    private static final String EXTENDED = "^{}[~]|€";
    private static final char ESCAPE = '\u001B';

    @Test
    void an_empty_text_is_one_part() {
        assertThat(count("")).isEqualTo(new Count(GSM_7, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "159, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4", "1530, 10", "1531, 11"})
    void gsm_7_takes_160_septets_alone_and_153_in_each_of_several_parts(int septets, int parts) {
        assertThat(count("a".repeat(septets))).isEqualTo(new Count(GSM_7, septets, parts));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "69, 1", "70, 1", "71, 2", "134, 2", "135, 3", "201, 3", "202, 4", "670, 10", "671, 11"})
    void ucs_2_takes_70_units_alone_and_67_in_each_of_several_parts(int units, int parts) {
        assertThat(count("я".repeat(units))).isEqualTo(new Count(UCS_2, units, parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"я", "😀", "`", "ç", "\u0391", "\u2126", "\u00A0", "\t", "\u001B"})
    void one_character_outside_the_alphabet_makes_the_whole_text_ucs_2(String character) {
        String text = "a".repeat(80);

        assertThat(SmsText.of(text).encoding()).isEqualTo(GSM_7);
        assertThat(SmsText.of(text + character).encoding()).isEqualTo(UCS_2);
        assertThat(SmsText.of(character + text).parts()).isEqualTo(2);
    }

    @Test
    void an_extended_character_takes_two_septets() {
        assertThat(count("5 €")).isEqualTo(new Count(GSM_7, 4, 1));
        assertThat(count("€".repeat(80))).isEqualTo(new Count(GSM_7, 160, 1));
        assertThat(count("€".repeat(80) + "a")).isEqualTo(new Count(GSM_7, 161, 2));
    }

    @Test
    void an_escaped_septet_stays_with_its_escape_at_the_end_of_a_part() {
        assertThat(count("a".repeat(151) + "€" + "a".repeat(153))).isEqualTo(new Count(GSM_7, 306, 2));
        assertThat(count("a".repeat(152) + "€" + "a".repeat(152))).isEqualTo(new Count(GSM_7, 306, 3));
        assertThat(count("€".repeat(76 * 2))).isEqualTo(new Count(GSM_7, 304, 2));
        assertThat(count("€".repeat(76 * 2 + 1))).isEqualTo(new Count(GSM_7, 306, 3));
    }

    @Test
    void a_surrogate_pair_stays_whole_at_the_end_of_a_part() {
        assertThat(count("😀".repeat(35))).isEqualTo(new Count(UCS_2, 70, 1));
        assertThat(count("я".repeat(65) + "😀" + "я".repeat(67))).isEqualTo(new Count(UCS_2, 134, 2));
        assertThat(count("я".repeat(66) + "😀" + "я".repeat(66))).isEqualTo(new Count(UCS_2, 134, 3));
        assertThat(count("😀".repeat(33 * 2))).isEqualTo(new Count(UCS_2, 132, 2));
        assertThat(count("😀".repeat(33 * 2 + 1))).isEqualTo(new Count(UCS_2, 134, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\\n"})
    void r3_a_line_break_is_one_unit_however_it_is_written(String lineBreak) {
        assertThat(count("a" + lineBreak + "b")).isEqualTo(new Count(GSM_7, 3, 1));
        assertThat(count("а" + lineBreak + "б")).isEqualTo(new Count(UCS_2, 3, 1));
        assertThat(count(lineBreak.repeat(160))).isEqualTo(new Count(GSM_7, 160, 1));
    }

    @Test
    void a_backslash_by_itself_is_an_extended_character() {
        assertThat(count("\\")).isEqualTo(new Count(GSM_7, 2, 1));
        assertThat(count("\\N\\\\n")).isEqualTo(new Count(GSM_7, 6, 1));
    }

    @Test
    void the_first_character_outside_the_alphabet_is_named() {
        assertThat(SmsText.of("to the café €5").ucs2Character()).isNull();
        assertThat(SmsText.of("to the café – €5 ёж").ucs2Character()).isEqualTo("–");
        assertThat(SmsText.of("party 🎉 дома").ucs2Character()).isEqualTo("🎉");
        assertThat(SmsText.of("party 🎉")).asString().doesNotContain("🎉");
    }

    @Property
    void r3_a_text_counts_the_same_before_and_after_it_is_made_fit_for_the_wire(@ForAll("anyTexts") String text) {
        assertThat(SmsText.of(text)).isEqualTo(SmsText.of(WireText.oneLine(text)));
    }

    @Property
    void parts_are_as_many_as_an_encoder_cuts(@ForAll("texts") String text) {
        SmsText counted = SmsText.of(text);
        String encoded = counted.encoding() == GSM_7 ? septets(text) : text;

        assertThat(counted.units()).isEqualTo(encoded.length());
        assertThat(counted.parts())
                .isEqualTo(
                        counted.encoding() == GSM_7
                                ? cut(encoded, 160, 153).size()
                                : cut(encoded, 70, 67).size());
    }

    @Property
    void a_text_never_takes_fewer_parts_than_a_piece_of_it(
            @ForAll("texts") String first, @ForAll("texts") String second) {
        SmsText whole = SmsText.of(first + second);

        for (String piece : List.of(first, second)) {
            SmsText part = SmsText.of(piece);
            if (part.encoding() == whole.encoding()) {
                assertThat(part.parts()).isLessThanOrEqualTo(whole.parts());
                assertThat(part.units()).isLessThanOrEqualTo(whole.units());
            }
        }
    }

    /** Texts near the boundaries of up to four parts, with pairs wherever they hurt. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> gsm = pieces("a", "é", "€", "[", "~");
        Arbitrary<String> ucs = pieces("a", "я", "€", "😀", "𝄞");
        return Arbitraries.oneOf(gsm, ucs);
    }

    @Provide
    Arbitrary<String> anyTexts() {
        return Arbitraries.oneOf(Arbitraries.strings(), pieces("\\", "n", "\r", "\n", "\u2028", "a", "я", "€", "😀"));
    }

    private static Arbitrary<String> pieces(String... pieces) {
        return Arbitraries.of(pieces).list().ofMaxSize(330).map(list -> String.join("", list));
    }

    /** What was counted, whatever forced it. */
    private record Count(SmsEncoding encoding, int units, int parts) {}

    private static Count count(String text) {
        SmsText sms = SmsText.of(text);
        return new Count(sms.encoding(), sms.units(), sms.parts());
    }

    private static String septets(String text) {
        StringBuilder septets = new StringBuilder();
        text.chars().forEach(character -> {
            if (EXTENDED.indexOf(character) >= 0) {
                septets.append(ESCAPE);
            }
            septets.append((char) character);
        });
        return septets.toString();
    }

    /** Cuts a text as an encoder does: a part that would end within a pair ends before it. */
    private static List<String> cut(String units, int alone, int joined) {
        if (units.length() <= alone) {
            return List.of(units);
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0, to; from < units.length(); from = to) {
            to = Math.min(from + joined, units.length());
            char last = units.charAt(to - 1);
            if (to < units.length() && (last == ESCAPE || Character.isHighSurrogate(last))) {
                to--;
            }
            parts.add(units.substring(from, to));
        }
        return parts;
    }
}
