package ru.targetsms.camel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Test
    void r23_an_id_is_text_and_may_exceed_any_number() {
        assertThat(Numbers.id(" 99999999999999999999 ")).isEqualTo("99999999999999999999");
        assertThat(Numbers.id("")).isNull();
        assertThat(Numbers.id(null)).isNull();
    }

    @Test
    void r23_a_channel_id_of_zero_means_that_the_channel_was_not_used() {
        assertThat(Numbers.channelId("0")).isNull();
        assertThat(Numbers.channelId(" 0 ")).isNull();
        assertThat(Numbers.channelId("10")).isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1E-999999999", "0e50", "12345678901234567890123456789012345678901"})
    void r31_a_price_that_no_sum_could_hold_is_none(String price) {
        assertThat(Numbers.money(price)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9.82", "-1.1", "1E+3", "123456789012345678.123456789"})
    void r31_a_price_is_kept_as_the_gateway_writes_it(String price) {
        assertThat(Numbers.money(price)).hasToString(price);
    }

    @Property(tries = 300)
    void r34_no_text_is_an_error(@ForAll String text) {
        Numbers.integer(text);
        Numbers.money(text);

        assertThat(Numbers.integer(" 7 ")).isEqualTo(7);
        assertThat(Numbers.money(" 1.10 ")).hasToString("1.10");
    }
}
