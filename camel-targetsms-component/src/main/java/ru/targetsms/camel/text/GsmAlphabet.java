package ru.targetsms.camel.text;

/** Knows the default alphabet of GSM 03.38 and its extension table. */
final class GsmAlphabet {

    /** Without 0x1B, the escape: it begins an extended character and is none itself. */
    private static final String DEFAULT = "@£$¥èéùìòÇ\nØø\rÅå"
            + "Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
            + " !\"#¤%&'()*+,-./"
            + "0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNO"
            + "PQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmno"
            + "pqrstuvwxyzäöñüà";

    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final byte[] SEPTETS = new byte['€' + 1];

    static {
        DEFAULT.chars().forEach(character -> SEPTETS[character] = 1);
        EXTENSION.chars().forEach(character -> SEPTETS[character] = 2);
    }

    private GsmAlphabet() {}

    /** Returns the septets of a character: 1, or 2 with the escape before it, or 0 when the alphabet has it not. */
    static int septets(int codePoint) {
        return codePoint < SEPTETS.length ? SEPTETS[codePoint] : 0;
    }
}
