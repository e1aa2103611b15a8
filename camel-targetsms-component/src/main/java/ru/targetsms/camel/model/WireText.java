package ru.targetsms.camel.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** Makes text fit for the wire: one line, and only characters that XML 1.0 can carry (R3). */
public final class WireText {

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n\u0085\u2028\u2029]");

    private WireText() {}

    /** Replaces every line break by the two characters {@code \n} (R3). */
    public static String oneLine(String text) {
        return hasLineBreak(text) ? LINE_BREAK.matcher(text).replaceAll("\\\\n") : text;
    }

    /** Counts characters as the gateway's limits do: code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Names the first character that XML 1.0 cannot carry and its position, counted from 1. */
    public static Optional<String> illegalCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            int codePoint = text.codePointAt(i);
            if (!isLegal(codePoint)) {
                int position = text.codePointCount(0, i) + 1;
                return Optional.of(
                        "holds U+%04X at position %d, which XML 1.0 cannot carry".formatted(codePoint, position));
            }
            i += Character.charCount(codePoint) - 1;
        }
        return Optional.empty();
    }

    /** Most texts have none: looking first is far cheaper than the expression. */
    private static boolean hasLineBreak(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return true;
            }
        }
        return false;
    }

    private static boolean isLegal(int c) {
        return (c >= 0x20 && c <= 0xD7FF)
                || c == 0x9
                || c == 0xA
                || c == 0xD
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
