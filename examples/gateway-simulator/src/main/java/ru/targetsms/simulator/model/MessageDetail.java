package ru.targetsms.simulator.model;

import java.time.Instant;
import java.util.List;

/**
 * Holds all that is known about one message. The exchanges hold the password.
 *
 * @param history every state the message has had until now, in order, each with its time
 * @param startsAt when the first channel is tried (R10), not before it was accepted
 * @param sms measures the text of the SMS; null without one
 * @param sending the POST that brought the message; null when it is not answered yet, or no longer kept
 * @param questions the POSTs still kept that asked for its state, oldest first
 * @param asked how often its id was asked for
 * @param tally what became of its client id, or, without one, of its phone and text
 */
public record MessageDetail(
        ReceivedMessage message,
        List<MessageState> history,
        Instant startsAt,
        SmsMeter sms,
        HttpExchange sending,
        List<HttpExchange> questions,
        int asked,
        Tally tally) {

    /** Names the message only. */
    @Override
    public String toString() {
        return "MessageDetail[" + message.idMessage() + "]";
    }
}
