package ru.targetsms.camel.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads raw values as they come from bodies, headers and options, without ever guessing. */
public final class Values {

    /** Above it a double no longer holds every whole number. */
    private static final double EXACT_IN_DOUBLE = 9007199254740992d;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

    private Values() {}

    /** Tells whether the value says anything: {@code null} and blank text mean "not set". */
    public static boolean isSet(@Nullable Object value) {
        if (value instanceof String text) {
            return !text.isBlank();
        }
        return value instanceof Number
                || (value != null && text(value).map(text -> !text.isBlank()).orElse(true));
    }

    /** Returns text, finite numbers, booleans, characters and enum constants as text; anything else is no text. */
    public static Optional<String> text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
        if (value instanceof char[] chars) {
            return Optional.of(new String(chars));
        }
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue())
                    ? Optional.of(new BigDecimal(value.toString())
                            .stripTrailingZeros()
                            .toPlainString())
                    : Optional.empty();
        }
        boolean plain = value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>;
        return plain ? Optional.of(String.valueOf(value)) : Optional.empty();
    }

    /** Returns a whole number that fits a {@code long}; a fraction, an overflow or other text is none. */
    public static OptionalLong whole(@Nullable Object value) {
        try {
            if (value instanceof Double || value instanceof Float) {
                double number = ((Number) value).doubleValue();
                return Math.abs(number) < EXACT_IN_DOUBLE
                        ? OptionalLong.of(BigDecimal.valueOf(number).longValueExact())
                        : OptionalLong.empty();
            }
            if (value instanceof Long || value instanceof Integer) {
                return OptionalLong.of(((Number) value).longValue());
            }
            if (value instanceof Number number) {
                return OptionalLong.of(new BigDecimal(number.toString()).longValueExact());
            }
            if (value instanceof Boolean) {
                return OptionalLong.empty();
            }
            String text = text(value).map(String::strip).orElse("");
            return WHOLE.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
