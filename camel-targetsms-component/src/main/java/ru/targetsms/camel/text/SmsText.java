package ru.targetsms.camel.text;

import org.jspecify.annotations.Nullable;

/**
 * Tells how an SMS would carry a text, and in how many parts: a prediction, for the gateway does not say how it counts.
 * One character outside the GSM alphabet makes the whole text UCS-2. Immutable.
 *
 * <pre>{@code
 * SmsText.of("5 €").units(); // 4 septets: the euro sign takes two
 * }</pre>
 *
 * @param encoding      how the characters are carried
 * @param units         septets in GSM-7, UTF-16 units in UCS-2, those left free at the end of a part not counted
 * @param parts         1 for up to 160 septets or 70 UTF-16 units, else as many as it takes with 153 or 67 in each; neither an
 *     escaped septet nor a surrogate pair is split between two
 * @param ucs2Character the first character outside the GSM alphabet, which forces UCS-2; {@code null} in GSM-7
 */
public record SmsText(SmsEncoding encoding, int units, int parts, @Nullable String ucs2Character) {

    /**
     * Counts a text, as it was given or as it goes on the wire: a line break of any kind, and the two characters {@code
     * \n} that stand for one on the wire (R3), is one unit, as it is on the phone. An empty text is one part, for no
     * message takes less than one.
     */
    public static SmsText of(String text) {
        int outside = firstOutsideGsm(text);
        SmsEncoding encoding = outside < 0 ? SmsEncoding.GSM_7 : SmsEncoding.UCS_2;
        int units = 0;
        int parts = 1;
        int filled = 0;
        for (int at = 0; at < text.length(); at += length(text, at)) {
            int width = width(encoding, text, at);
            units += width;
            filled += width;
            if (filled > encoding.joined()) {
                parts++;
                filled = width;
            }
        }
        return new SmsText(
                encoding,
                units,
                units <= encoding.alone() ? 1 : parts,
                outside < 0 ? null : Character.toString(text.codePointAt(outside)));
    }

    /** Shows no character of the text. */
    @Override
    public String toString() {
        return "SmsText[encoding=" + encoding + ", units=" + units + ", parts=" + parts + "]";
    }

    private static int firstOutsideGsm(String text) {
        for (int at = 0; at < text.length(); at += length(text, at)) {
            if (width(SmsEncoding.GSM_7, text, at) == 0) {
                return at;
            }
        }
        return -1;
    }

    private static int width(SmsEncoding encoding, String text, int at) {
        if (isLineBreak(text, at)) {
            return 1;
        }
        int codePoint = text.codePointAt(at);
        return switch (encoding) {
            case GSM_7 -> GsmAlphabet.septets(codePoint);
            case UCS_2 -> Character.charCount(codePoint);
        };
    }

    /** The length, in the text, of the character or line break that begins here. */
    private static int length(String text, int at) {
        return text.startsWith("\r\n", at) || text.startsWith("\\n", at)
                ? 2
                : Character.charCount(text.codePointAt(at));
    }

    private static boolean isLineBreak(String text, int at) {
        return switch (text.charAt(at)) {
            case '\n', '\r', '\u0085', '\u2028', '\u2029' -> true;
            default -> text.startsWith("\\n", at);
        };
    }
}
