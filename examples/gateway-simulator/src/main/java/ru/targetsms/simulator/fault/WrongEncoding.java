package ru.targetsms.simulator.fault;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Lists the ways an answer's characters can go wrong. The label stands in the header and in the XML declaration. */
public enum WrongEncoding {
    /** Is UTF-16, and says so. */
    UTF_16("utf-16", StandardCharsets.UTF_16),
    UTF_16_SAYS_UTF_8("utf-8", StandardCharsets.UTF_16),
    /** Is windows-1251, and says so. */
    WINDOWS_1251("windows-1251", Charset.forName("windows-1251")),
    WINDOWS_1251_SAYS_UTF_8("utf-8", Charset.forName("windows-1251")),
    UTF_8_SAYS_WINDOWS_1251("windows-1251", StandardCharsets.UTF_8),
    /** Begins with U+FEFF. */
    BYTE_ORDER_MARK("utf-8", StandardCharsets.UTF_8),
    /** Holds bytes that are no UTF-8, at the end of the first text. */
    BROKEN_UTF_8("utf-8", StandardCharsets.UTF_8),
    /** Holds U+0001, which no XML may, at the end of the first text. */
    CONTROL_CHARACTER("utf-8", StandardCharsets.UTF_8);

    private static final String TEXT_ENDS = "</";

    private final String label;
    private final Charset real;

    WrongEncoding(String label, Charset real) {
        this.label = label;
        this.real = real;
    }

    /** Returns the character set the answer claims. */
    public String label() {
        return label;
    }

    /** Returns the answer's bytes. */
    public byte[] bytes(String answer) {
        String labelled = answer.replace("encoding=\"utf-8\"", "encoding=\"" + label + "\"");
        return switch (this) {
            case UTF_16, UTF_16_SAYS_UTF_8, WINDOWS_1251, WINDOWS_1251_SAYS_UTF_8, UTF_8_SAYS_WINDOWS_1251 ->
                labelled.getBytes(real);
            case BYTE_ORDER_MARK -> ("\uFEFF" + labelled).getBytes(real);
            case CONTROL_CHARACTER -> atFirstText(labelled, "\u0001").getBytes(real);
            // In ISO 8859-1 every character is one byte: what is put in stays what it is.
            case BROKEN_UTF_8 ->
                atFirstText(new String(labelled.getBytes(real), StandardCharsets.ISO_8859_1), "\u00C3\u0028\u00FF")
                        .getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private static String atFirstText(String answer, String inserted) {
        int end = answer.indexOf(TEXT_ENDS);
        return answer.substring(0, end) + inserted + answer.substring(end);
    }
}
