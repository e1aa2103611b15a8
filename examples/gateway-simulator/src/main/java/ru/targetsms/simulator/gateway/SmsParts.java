package ru.targetsms.simulator.gateway;

import ru.targetsms.simulator.model.Encoding;
import ru.targetsms.simulator.model.SmsMeter;

/** Counts the parts of an SMS: 160 or 153 septets of GSM-7 each, else 70 or 67 units of UCS-2. */
final class SmsParts {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private SmsParts() {}

    /** Returns the parts of a text as it came over the wire, where a line break is two characters (R3). */
    static int of(String wireText) {
        return meter(wireText).parts();
    }

    /** Measures a text as it came over the wire. */
    static SmsMeter meter(String wireText) {
        String text = wireText.replace("\\n", "\n");
        boolean gsm = text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
        return gsm ? fill(text, Encoding.GSM_7, 160, 153) : fill(text, Encoding.UCS_2, 70, 67);
    }

    /** Fills part after part; neither an escaped septet nor a surrogate pair is split between two. */
    private static SmsMeter fill(String text, Encoding encoding, int alone, int each) {
        int characters = 0;
        int total = 0;
        int parts = 1;
        int filled = 0;
        for (int i = 0, codePoint; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            int units = encoding == Encoding.UCS_2 ? Character.charCount(codePoint) : septets(codePoint);
            characters++;
            total += units;
            filled += units;
            if (filled > each) {
                parts++;
                filled = units;
            }
        }
        return total <= alone
                ? new SmsMeter(encoding, characters, total, 1, alone - total)
                : new SmsMeter(encoding, characters, total, parts, each - filled);
    }

    private static int septets(int codePoint) {
        return EXTENDED.indexOf(codePoint) >= 0 ? 2 : 1;
    }
}
