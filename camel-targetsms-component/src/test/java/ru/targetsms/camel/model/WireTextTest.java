package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text on its way to the wire (R3). */
class WireTextTest {

    private static final String NOT_XML =
            "(?s).*[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}].*";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029"})
    void r3_every_kind_of_line_break_becomes_one_backslash_and_n(String lineBreak) {
        assertThat(WireText.oneLine("а" + lineBreak + "б")).isEqualTo("а\\nб");
        assertThat(WireText.oneLine(lineBreak + lineBreak)).isEqualTo("\\n\\n");
    }

    @Test
    void r3_line_breaks_in_a_row_are_counted_as_an_editor_counts_them() {
        assertThat(WireText.oneLine("1\n\r2\r\r\n3")).isEqualTo("1\\n\\n2\\n\\n3");
    }

    @Test
    void r3_anything_else_is_left_alone() {
        String text = " \tC:\\new $1 \u000B\f\u00a0 &lt; 😀 ";

        assertThat(WireText.oneLine(text)).isEqualTo(text);
    }

    @Test
    void characters_are_code_points() {
        assertThat(WireText.length("")).isZero();
        assertThat(WireText.length("a😀б")).isEqualTo(3);
    }

    @Property
    void a_character_is_illegal_exactly_when_xml_cannot_carry_it(@ForAll("codePoints") int codePoint) {
        String text = "a😀" + Character.toString(codePoint);

        assertThat(WireText.illegalCharacter(text).isPresent()).isEqualTo(text.matches(NOT_XML));
        WireText.illegalCharacter(text)
                .ifPresent(problem -> assertThat(problem).contains("U+%04X at position 3,".formatted(codePoint)));
    }

    @Property
    void r3_no_text_keeps_a_line_break(@ForAll String text) {
        assertThat(WireText.oneLine(text)).doesNotContainPattern("[\n\r\u0085\u2028\u2029]");
    }

    @Provide
    Arbitrary<Integer> codePoints() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 0x7F),
                Arbitraries.integers().between(0xD7F0, 0xE010),
                Arbitraries.integers().between(0xFFF0, 0x1000F),
                Arbitraries.integers().between(0, Character.MAX_CODE_POINT));
    }
}
