package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Client ids from business keys (R20). */
class ClientIdsTest {

    @Test
    void r20_the_vectors_of_the_contract_hold() {
        assertThat(ClientIds.derive("shop", "ID:42", "79001234567", 0)).isEqualTo(6477599451506924210L);
        assertThat(ClientIds.derive("shop", "ID:42", "79001234567", 1)).isEqualTo(5324843161904816904L);
    }

    @Test
    void r20_no_namespace_is_an_empty_one() {
        assertThat(ClientIds.derive(null, "ID:42", "79001234567", 0))
                .isEqualTo(ClientIds.derive("", "ID:42", "79001234567", 0));
    }

    @Test
    void r20_the_parts_do_not_run_into_each_other() {
        assertThat(ClientIds.derive("shop", "1", "79001234567", 0))
                .isNotEqualTo(ClientIds.derive("shop1", "", "79001234567", 0))
                .isNotEqualTo(ClientIds.derive("shop", "17", "9001234567", 0));
    }

    @Property(tries = 300)
    void r20_an_id_is_the_first_63_bits_of_the_digest(
            @ForAll String namespace,
            @ForAll String key,
            @ForAll @NumericChars @StringLength(min = 7, max = 15) String phone,
            @ForAll @IntRange(max = 3) int repetition)
            throws Exception {
        String input = String.join("\0", namespace, key, phone) + (repetition > 0 ? "\0" + repetition : "");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8));

        long id = ClientIds.derive(namespace, key, phone, repetition);

        assertThat(id).isPositive();
        assertThat(BigInteger.valueOf(id)).isEqualTo(new BigInteger(1, digest).shiftRight(256 - 63));
    }
}
