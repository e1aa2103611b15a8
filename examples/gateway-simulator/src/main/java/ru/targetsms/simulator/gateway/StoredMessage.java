package ru.targetsms.simulator.gateway;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.ReceivedMessage;

/**
 * Holds one accepted message. It never changes: its state is a function of it and of the time.
 *
 * @param number running number of the message
 * @param startsAt when the first channel is tried (R10)
 * @param exchange number of the exchange that brought it
 * @param byHand the states somebody gave it, oldest first; empty while the clock rules
 * @param unread whether nobody has opened it
 * @param forgotten whether its id is unknown to clients
 */
record StoredMessage(
        int number,
        long idMessage,
        String login,
        Long clientId,
        String phone,
        Content content,
        Instant acceptedAt,
        Instant startsAt,
        long exchange,
        List<MessageState> byHand,
        boolean unread,
        boolean forgotten) {

    private static final int MOST_BY_HAND = 100;

    /** Makes a message that has just been accepted. */
    static StoredMessage accepted(
            int number,
            long idMessage,
            String login,
            Long clientId,
            String phone,
            Content content,
            Instant acceptedAt,
            Instant startsAt,
            long exchange) {
        return new StoredMessage(
                number,
                idMessage,
                login,
                clientId,
                phone,
                content,
                acceptedAt,
                startsAt,
                exchange,
                List.of(),
                true,
                false);
    }

    static Instant start(Content content, Instant acceptedAt, ZoneId zone) {
        if (content.timeSend() == null) {
            return acceptedAt;
        }
        Instant wanted = content.timeSend().atZone(zone).toInstant();
        return wanted.isAfter(acceptedAt) ? wanted : acceptedAt;
    }

    Outcome outcome() {
        return Outcome.of(phone);
    }

    /** Returns how much of the store it takes: its characters, though recipients of one message share them. */
    int weight() {
        return content.length();
    }

    /** Returns the last state somebody gave it, null while the clock rules. */
    MessageState setByHand() {
        return byHand.isEmpty() ? null : byHand.get(byHand.size() - 1);
    }

    StoredMessage withState(MessageState state) {
        List<MessageState> states = new ArrayList<>(byHand);
        states.add(state);
        return with(states.subList(Math.max(0, states.size() - MOST_BY_HAND), states.size()), unread, forgotten);
    }

    StoredMessage opened() {
        return unread ? with(byHand, false, forgotten) : this;
    }

    StoredMessage unknown() {
        return with(byHand, unread, true);
    }

    ReceivedMessage seen(MessageState state) {
        return new ReceivedMessage(
                idMessage,
                login,
                clientId,
                phone,
                content.channels(),
                content.nameDelivery(),
                content.timeSend(),
                content.senderViber(),
                content.textViber(),
                content.buttonText(),
                content.buttonUrl(),
                content.imageUrl(),
                content.validityMinutes(),
                content.finaleViberRead(),
                content.senderSms(),
                content.textSms(),
                content.countMessage(),
                acceptedAt,
                state,
                unread,
                forgotten);
    }

    private StoredMessage with(List<MessageState> states, boolean stillUnread, boolean nowForgotten) {
        return new StoredMessage(
                number,
                idMessage,
                login,
                clientId,
                phone,
                content,
                acceptedAt,
                startsAt,
                exchange,
                List.copyOf(states),
                stillUnread,
                nowForgotten);
    }

    @Override
    public String toString() {
        return "StoredMessage[" + idMessage + "]";
    }
}
