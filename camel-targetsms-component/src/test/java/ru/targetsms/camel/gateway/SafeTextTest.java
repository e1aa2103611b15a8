package ru.targetsms.camel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Foreign words in exceptions and logs (F20). */
class SafeTextTest {

    @ParameterizedTest
    @CsvSource({
        "Нет отправителя., Нет отправителя.",
        "Номер 79001234567 в стоп-листе, Номер *** в стоп-листе",
        "Номер +7 (900) 123-45-67 в стоп-листе, Номер +*** в стоп-листе",
        "79001234567, ***",
        "HTTP 502, HTTP 502",
        "до 11 символов, до 11 символов"
    })
    void a_phone_in_the_gateways_words_is_hidden_however_it_is_written(String text, String safe) {
        assertThat(SafeText.of(text)).isEqualTo(safe);
    }

    @Test
    void nothing_forges_or_garbles_a_line_of_a_log() {
        assertThat(SafeText.of("a\r\nb\u2028c\u001b[2Jd\u202Ee\uD800f\u0085g")).isEqualTo("a  b c [2Jd e f g");
        assertThat(SafeText.of(null)).isEmpty();
    }

    @Test
    void f20_a_long_text_is_cut_between_characters() {
        assertThat(SafeText.of("😀".repeat(120))).isEqualTo("😀".repeat(120));
        assertThat(SafeText.of("😀".repeat(121))).isEqualTo("😀".repeat(120) + "...");
    }

    @Property
    void a_safe_text_is_one_short_line(@ForAll String text) {
        String safe = SafeText.of(text);

        assertThat(safe.codePointCount(0, safe.length())).isLessThanOrEqualTo(123);
        assertThat(safe).doesNotContainPattern("[\\p{Cc}\u2028\u2029\\p{Cs}]").doesNotContainPattern("[0-9]{5}");
    }
}
