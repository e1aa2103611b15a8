package ru.targetsms.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * Holds one recipient, checked and ready for the wire: an {@code <abonent>} to be.
 *
 * @param body            what the recipients of one exchange have in common: only they may share a {@code <message>};
 *                        compared by identity
 * @param index           position of the recipient in the input, from 0
 * @param message         number of the input message it belongs to, from 0
 * @param content         the fields of the message
 * @param phone           7 to 15 digits (R19)
 * @param clientIdMessage 1 to 9223372036854775807, {@code null} for none (R20)
 */
public record Submission(
        Object body, int index, int message, Content content, String phone, @Nullable Long clientIdMessage) {

    /** Returns the recipient as a message that can be sent again by itself. */
    public TargetSmsMessage toMessage() {
        TargetSmsMessageBuilder builder = TargetSmsMessage.builder().recipient(new Recipient(phone, clientIdMessage));
        content.fields().forEach(builder::set);
        return builder.build();
    }

    /** Hides the middle of the phone. */
    @Override
    public String toString() {
        return "Submission[index=" + index + ", phone=" + Phones.mask(phone) + ", clientIdMessage=" + clientIdMessage
                + "]";
    }
}
