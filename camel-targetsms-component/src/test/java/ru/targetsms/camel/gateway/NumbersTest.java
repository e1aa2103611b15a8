package ru.targetsms.camel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

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

    @Property(tries = 300)
    void r34_no_text_is_an_error(@ForAll String text) {
        Numbers.integer(text);
        Numbers.money(text);

        assertThat(Numbers.integer(" 7 ")).isEqualTo(7);
        assertThat(Numbers.money(" 1.10 ")).hasToString("1.10");
    }
}
