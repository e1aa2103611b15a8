package ru.targetsms.simulator.protocol;

/** Says that a whole document is refused, in the gateway's words; nothing of it was accepted (R21, R26). */
public final class DocumentRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public DocumentRefused(String words) {
        super(words, null, false, false);
    }

    public static DocumentRefused malformed() {
        return new DocumentRefused(Words.MALFORMED);
    }
}
