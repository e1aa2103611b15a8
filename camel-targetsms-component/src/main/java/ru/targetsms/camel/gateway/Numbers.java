package ru.targetsms.camel.gateway;

import java.math.BigDecimal;

/** Reads ids and numbers of answers: what is absent, empty or no number is {@code null}, never an error (R34). */
final class Numbers {

    private static final int LONGEST_PRICE = 40;

    private Numbers() {}

    static String id(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The id of a channel, where 0 means that the channel was not used (R23). */
    static String channelId(String value) {
        String id = id(value);
        return "0".equals(id) ? null : id;
    }

    static Integer integer(String value) {
        try {
            return id(value) == null ? null : Integer.valueOf(value.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A number longer than any price is none: adding it to another could fill the heap with digits. */
    static BigDecimal money(String value) {
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
