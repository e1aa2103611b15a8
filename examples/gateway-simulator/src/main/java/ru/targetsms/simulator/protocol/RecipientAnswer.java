package ru.targetsms.simulator.protocol;

/**
 * Holds one {@code <information>} of an answer (R23, R24).
 *
 * @param idMessage 0 when the recipient was refused: the element then has neither ids nor parts
 */
public record RecipientAnswer(
        long idMessage, Abonent abonent, long idSms, long idViber, int countMessage, String words) {

    public static RecipientAnswer refused(Abonent abonent, String words) {
        return new RecipientAnswer(0, abonent, 0, 0, 0, words);
    }

    public boolean hasId() {
        return idMessage != 0;
    }
}
