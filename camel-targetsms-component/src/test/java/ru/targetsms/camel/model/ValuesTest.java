package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void null_and_blank_text_in_whatever_form_say_nothing() {
        assertThat(Stream.of("", " \t", new StringBuilder("\n"), ' ', new char[] {' '}, new byte[0], new byte[] {10}))
                .noneMatch(Values::isSet);
        assertThat(Values.isSet(null)).isFalse();
        assertThat(Stream.of("а", 'б', new char[] {'в'}, new byte[] {'g'}, 0, false, Double.NaN, new Object()))
                .allMatch(Values::isSet);
    }

    @Test
    void plain_values_are_text() {
        assertThat(Values.text("а")).contains("а");
        assertThat(Values.text(new StringBuilder("б"))).contains("б");
        assertThat(Values.text('в')).contains("в");
        assertThat(Values.text("г".getBytes(StandardCharsets.UTF_8))).contains("г");
        assertThat(Values.text(new char[] {'д'})).contains("д");
        assertThat(Values.text(42L)).contains("42");
        assertThat(Values.text(true)).contains("true");
        assertThat(Values.text(FailOn.ANY)).contains("ANY");
    }

    @Test
    void a_spreadsheets_number_is_written_in_full() {
        assertThat(Values.text(7.9001234567E10)).contains("79001234567");
        assertThat(Values.text(1.50)).contains("1.5");
    }

    @Test
    void what_a_division_by_zero_leaves_is_no_text() {
        assertThat(Values.text(Double.NaN)).isEmpty();
        assertThat(Values.text(Float.NEGATIVE_INFINITY)).isEmpty();
    }

    @Test
    void objects_are_no_text_and_their_toString_is_never_used() {
        assertThat(Values.text(new Object())).isEmpty();
        assertThat(Values.text(List.of("а"))).isEmpty();
        assertThat(Values.text(null)).isEmpty();
    }

    @Property
    void every_long_is_read_back_from_every_form(@ForAll long number) {
        assertThat(Values.whole(number)).hasValue(number);
        assertThat(Values.whole(Long.toString(number))).hasValue(number);
        assertThat(Values.whole(BigDecimal.valueOf(number, 0).setScale(3))).hasValue(number);
    }

    @Property
    void a_double_is_whole_only_where_it_is_exact(@ForAll double number) {
        OptionalLong whole = Values.whole(number);

        if (whole.isPresent()) {
            assertThat((double) whole.getAsLong()).isEqualTo(number);
            assertThat(Math.abs(number)).isLessThan(Math.pow(2, 53));
        }
    }

    @Test
    void a_number_with_a_huge_exponent_is_refused_at_once() {
        assertThat(Values.whole(new BigDecimal("1E+1000000000"))).isEmpty();
        assertThat(Values.whole(new BigDecimal("1E-1000000000"))).isEmpty();
    }
}
