package ru.targetsms.camel.gateway;

import org.jspecify.annotations.Nullable;

/** Makes foreign text fit for exceptions and logs: short, one line, no long run of digits. */
public final class SafeText {

    private static final int LONGEST = 120;

    private SafeText() {}

    /**
     * Replaces control characters and runs of five or more digits, also those written as a phone, and cuts the text
     * after 120 characters.
     */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String safe = text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) || isHidden(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("[0-9](?:[ ()+-]*[0-9]){4,}", "***")
                .strip();
        return text.codePointCount(0, text.length()) > LONGEST ? safe + "..." : safe;
    }

    /** Line separators, direction marks and lone surrogates can forge or garble a line of a log. */
    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
