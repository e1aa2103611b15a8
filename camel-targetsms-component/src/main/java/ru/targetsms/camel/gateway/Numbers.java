package ru.targetsms.camel.gateway;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads ids and numbers of answers: what is absent, empty or no number is {@code null}, never an error (R34). */
final class Numbers {

    private static final int LONGEST_PRICE = 40;

    private Numbers() {}

    static @Nullable String id(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The id of a channel, where 0 means that the channel was not used (R23). */
    static @Nullable String channelId(@Nullable String value) {
        String id = id(value);
        return "0".equals(id) ? null : id;
    }

    static @Nullable Integer integer(@Nullable String value) {
        try {
            String number = id(value);
            return number == null ? null : Integer.valueOf(number);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A number longer than any price is none: adding it to another could fill the heap with digits. */
    static @Nullable BigDecimal money(@Nullable String value) {
        String text = id(value);
        if (text == null || text.length() > LONGEST_PRICE) {
            return null;
        }
        try {
            BigDecimal money = new BigDecimal(text);
            return Math.abs(money.scale()) > LONGEST_PRICE ? null : money;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
