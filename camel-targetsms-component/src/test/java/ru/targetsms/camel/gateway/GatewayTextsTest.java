package ru.targetsms.camel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;

/** The gateway's words (R20, R21, R23, R26). */
class GatewayTextsTest {

    @ParameterizedTest
    @CsvSource({
        "Неправильный логин или пароль, AUTHENTICATION",
        "НЕВЕРНЫЙ ЛОГИН ИЛИ ПАРОЛЬ., AUTHENTICATION",
        "Неверный токен, AUTHENTICATION",
        "Invalid token, AUTHENTICATION",
        "Ваш аккаунт заблокирован, ACCOUNT_BLOCKED",
        "Аккаунт заблокирован., ACCOUNT_BLOCKED",
        "Неправильный формат XML документа, MALFORMED",
        "POST данные отсутствуют, MALFORMED",
        "Попробуйте позже, OTHER",
        "'', OTHER"
    })
    void r21_r26_a_refusal_is_sorted_by_its_words(String text, Reason reason) {
        assertThat(GatewayTexts.reason(text)).isEqualTo(reason);
    }

    @Test
    void r21_no_words_are_some_other_reason() {
        assertThat(GatewayTexts.reason(null)).isEqualTo(Reason.OTHER);
    }

    @ParameterizedTest
    @CsvSource({"send, true", "' SEND. ', true", "sent, false", "send it, false", "'', false"})
    void r23_only_send_says_accepted(String text, boolean accepted) {
        assertThat(GatewayTexts.isAccepted(text)).isEqualTo(accepted);
    }

    @Test
    void r20_the_words_for_a_repeat_and_for_a_held_message_are_not_mixed_up() {
        assertThat(GatewayTexts.isDuplicate("Недостаточно средств для отправки SMS."))
                .isFalse();
        assertThat(GatewayTexts.isHeld("Закончились SMS.")).isFalse();
        assertThat(GatewayTexts.isHeld("Данное сообщение уже было отправлено.")).isFalse();
    }
}
