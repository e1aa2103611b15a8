package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientRulesTest {

    private final List<Violation> violations = new ArrayList<>();

    @Test
    void r19_a_phone_is_sent_as_digits() {
        assertThat(RecipientRules.phone("+7 (900) 123-45-67", violations)).isEqualTo("79001234567");
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"123456", "1234567890123456", "phone", "", "79001234567\"/>"})
    void r19_a_malformed_phone_is_named_and_kept(String phone) {
        assertThat(RecipientRules.phone(phone, violations)).isEqualTo(phone);
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.toString()).startsWith("phone (R19) is not 7 to 15 digits: ");
            assertThat(violation.problem()).doesNotContain("1234567890123456", "79001234567");
        });
    }

    static Stream<Object> goodIds() {
        return Stream.of(
                1,
                (short) 1,
                Long.MAX_VALUE,
                "9223372036854775807",
                " 1 ",
                new BigInteger("9223372036854775807"),
                new BigDecimal("17.00"),
                new AtomicLong(5),
                4503599627370496.0,
                1f);
    }

    @ParameterizedTest
    @MethodSource("goodIds")
    void r20_a_client_id_is_a_whole_number_from_1_to_the_largest_long(Object id) {
        assertThat(RecipientRules.clientId(id, violations)).isPositive();
        assertThat(violations).isEmpty();
    }

    static Stream<Object> badIds() {
        return Stream.of(
                0,
                -1,
                "0",
                "9223372036854775808",
                "18446744073709551617",
                new BigInteger("9223372036854775808"),
                new BigDecimal("1.5"),
                1.5,
                "1.0",
                "1e3",
                "0x10",
                "+1",
                "1,000",
                "one",
                "١",
                true,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                9223372036854775807.0,
                List.of(1));
    }

    @ParameterizedTest
    @MethodSource("badIds")
    void r20_any_other_client_id_is_refused_and_never_wrapped_or_rounded(Object id) {
        assertThat(RecipientRules.clientId(id, violations)).isNull();
        assertThat(violations)
                .singleElement()
                .hasToString("client_id_message (R20) is not a whole number from 1 to 9223372036854775807");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void r20_a_client_id_is_optional(String id) {
        assertThat(RecipientRules.clientId(id, violations)).isNull();
        assertThat(violations).isEmpty();
    }

    @Test
    void r20_two_recipients_of_a_message_never_share_a_client_id() {
        RecipientRules.distinctClientIds(Arrays.asList(1L, null, 2L, null), violations);
        assertThat(violations).isEmpty();

        RecipientRules.distinctClientIds(Arrays.asList(1L, null, 2L, 1L), violations);
        assertThat(violations)
                .singleElement()
                .hasToString("client_id_message (R20) is the same for several recipients");
    }
}
