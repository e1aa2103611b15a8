package ru.targetsms.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * Names one recipient of a message, as given and unchecked.
 *
 * @param phone           the number, with or without {@code +}, blanks, {@code -} and brackets (R19)
 * @param clientIdMessage a whole number from 1 to 9223372036854775807 or its text, {@code null} for none (R20)
 */
public record Recipient(String phone, @Nullable Object clientIdMessage) {

    /** Hides the middle of the phone. */
    @Override
    public String toString() {
        return "Recipient[phone=" + Phones.mask(phone) + ", clientIdMessage=" + clientIdMessage + "]";
    }
}
