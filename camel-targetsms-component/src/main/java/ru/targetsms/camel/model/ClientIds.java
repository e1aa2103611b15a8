package ru.targetsms.camel.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Derives stable client ids from business keys (R20): the same key and phone give the same id on every redelivery,
 * restart and node.
 *
 * <p>Of n messages under one account about n² / 2⁶⁴ meet another's id and are lost: 0.00000005 of a million, 0.05 of a
 * thousand million.
 */
public final class ClientIds {

    private ClientIds() {}

    /**
     * Returns an id from 1 to 9223372036854775807: the first 63 bits of SHA-256 over namespace, key, phone and, from
     * the first repetition on, its number, separated by zero bytes.
     *
     * @param namespace  separates applications that share an account; {@code null} for none
     * @param key        the business key, without U+0000
     * @param phone      the phone's digits
     * @param repetition 0 for the first use of key and phone in a body, then counting
     */
    public static long derive(@Nullable String namespace, String key, String phone, int repetition) {
        String input = (namespace == null ? "" : namespace)
                + '\0'
                + key
                + '\0'
                + phone
                + (repetition == 0 ? "" : "\0" + repetition);
        byte[] digest = sha256().digest(input.getBytes(StandardCharsets.UTF_8));
        long id = ByteBuffer.wrap(digest).getLong() >>> 1;
        return id == 0 ? 1 : id;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
