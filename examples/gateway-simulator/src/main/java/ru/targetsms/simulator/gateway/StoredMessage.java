package ru.targetsms.simulator.gateway;

import java.time.Instant;
import java.time.ZoneId;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.ReceivedMessage;

/**
 * Holds one accepted message. It never changes: its state is a function of it and of the time.
 *
 * @param number running number of the message
 * @param startsAt when the first channel is tried (R10)
 * @param setByHand the state somebody gave it, null while the clock rules
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
        MessageState setByHand) {

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

    StoredMessage withState(MessageState state) {
        return new StoredMessage(number, idMessage, login, clientId, phone, content, acceptedAt, startsAt, state);
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
                state);
    }

    @Override
    public String toString() {
        return "StoredMessage[" + idMessage + "]";
    }
}
