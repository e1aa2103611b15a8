package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryStateTest {

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void r29_r33_every_word_of_the_protocol_names_a_state(DeliveryState state) {
        assertThat(DeliveryState.ofWord(state.word())).contains(state);
        assertThat(DeliveryState.ofWord(" " + state.name() + "\n")).contains(state);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "unknown", "delivered", "not deliver", "Сообщение с таким ID не принималось"})
    void r29_any_other_text_names_none(String text) {
        assertThat(DeliveryState.ofWord(text)).isEmpty();
    }

    @Test
    void r29_only_in_progress_and_unknown_may_still_change() {
        assertThat(DeliveryState.values())
                .filteredOn(state -> !state.isFinal())
                .containsExactly(DeliveryState.SEND, DeliveryState.UNKNOWN);
    }
}
