package ru.targetsms.camel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and masks phone numbers (R19). */
public final class Phones {

    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;

    private Phones() {}

    /**
     * Splits what a header, an option or a map names as {@code phone} into single numbers: comma-separated text, a
     * number, an array or a collection of these. Blank parts are dropped.
     */
    public static List<String> split(@Nullable Object value) {
        List<String> phones = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.forEach(one -> phones.addAll(split(one)));
        } else if (value instanceof Object[] several) {
            phones.addAll(split(Arrays.asList(several)));
        } else if (Values.isSet(value)) {
            for (String part : Values.text(value).orElse("?").split(",")) {
                if (!part.isBlank()) {
                    phones.add(part.strip());
                }
            }
        }
        return phones;
    }

    /** Strips blanks, {@code +}, {@code -} and brackets. */
    public static String digits(String phone) {
        if (isValid(phone)) {
            return phone;
        }
        StringBuilder digits = new StringBuilder(phone.length());
        for (int i = 0; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if (!isDecoration(c)) {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /** Tells whether the stripped number is 7 to 15 digits (R19). */
    public static boolean isValid(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return digits.length() >= SHORTEST && digits.length() <= LONGEST;
    }

    /**
     * Returns the number with its middle hidden, for logs and exceptions: {@code 7900***4567}; a short one keeps its
     * last two digits only. Decoration is dropped, and whatever is no digit shows as {@code ?}.
     */
    public static String mask(@Nullable String phone) {
        if (phone == null) {
            return "none";
        }
        String digits = digits(phone).replaceAll("[^0-9]", "?");
        int length = digits.length();
        if (length < 11) {
            return "***" + (length < SHORTEST ? "" : digits.substring(length - 2));
        }
        return digits.substring(0, 4) + "***" + digits.substring(length - 4);
    }

    private static boolean isDecoration(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || "+-()[]".indexOf(c) >= 0;
    }
}
