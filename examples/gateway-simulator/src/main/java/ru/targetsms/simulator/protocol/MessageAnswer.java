package ru.targetsms.simulator.protocol;

import java.util.List;

/**
 * Holds one {@code <message>} of an answer: either an error for all of it, or one entry per recipient (R22).
 *
 * @param error null when the message itself was in order
 */
public record MessageAnswer(String error, List<RecipientAnswer> recipients) {

    public static MessageAnswer refused(String words) {
        return new MessageAnswer(words, List.of());
    }
}
