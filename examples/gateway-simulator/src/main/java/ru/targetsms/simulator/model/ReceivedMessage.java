package ru.targetsms.simulator.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Holds one message the gateway accepted for one phone, as a test or an inbox wants to see it. Texts stand as they came
 * over the wire: a line break is the two characters {@code \n} (R3). Absent fields are null.
 *
 * @param idMessage the gateway's id
 * @param login the account that sent it
 * @param clientIdMessage the client's own number (R20)
 * @param channels the channels in the order they are tried (R8)
 * @param countMessage parts in the first channel
 * @param validityPeriodViber minutes (R17)
 * @param state the state when the message was looked at
 * @param unread whether nobody has opened it in the inbox yet
 * @param forgotten whether the gateway says that it does not know the id
 */
public record ReceivedMessage(
        long idMessage,
        String login,
        Long clientIdMessage,
        String phone,
        List<Channel> channels,
        String nameDelivery,
        LocalDateTime timeSend,
        String senderViber,
        String textViber,
        String buttonText,
        String buttonUrl,
        String imageUrl,
        int validityPeriodViber,
        boolean finaleViberRead,
        String senderSms,
        String textSms,
        int countMessage,
        Instant acceptedAt,
        MessageState state,
        boolean unread,
        boolean forgotten) {

    /** Returns the text of the first channel. */
    public String text() {
        return channels.get(0) == Channel.SMS ? textSms : textViber;
    }

    /** Names the message without its phone and texts: a log is no place for them. */
    @Override
    public String toString() {
        return "ReceivedMessage[" + idMessage + ", " + channels + ", " + state.state() + "]";
    }
}
