package ru.targetsms.simulator.page;

import java.time.Instant;
import java.util.List;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.ReceivedMessage;

/**
 * Is a message as a row of the inbox shows it.
 *
 * @param sender of the first channel, null without one
 * @param text of the first channel, in one line
 * @param state the protocol's word
 * @param channels in the order they are tried, as words
 * @param parts of the SMS, once one was sent; till then of the first channel
 */
record Row(
        long id,
        String phone,
        String sender,
        String text,
        String mailing,
        List<String> channels,
        String state,
        int parts,
        Instant acceptedAt,
        boolean unread,
        boolean forgotten) {

    private static final String LINE_BREAK = "\\n";

    static Row of(ReceivedMessage message) {
        MessageState state = message.state();
        boolean sms = message.channels().get(0) == Channel.SMS;
        return new Row(
                message.idMessage(),
                message.phone(),
                sms ? message.senderSms() : message.senderViber(),
                oneLine(message.text()),
                oneLine(message.nameDelivery()),
                message.channels().stream().map(Channel::word).toList(),
                state.state().word(),
                state.numPartsSms() == null ? message.countMessage() : state.numPartsSms(),
                message.acceptedAt(),
                message.unread(),
                message.forgotten());
    }

    private static String oneLine(String text) {
        return text.replace(LINE_BREAK, " ↵ ");
    }

    /** Returns for instance {@code viber-sms}, which names the badge and its text. */
    public String channel() {
        return String.join("-", channels);
    }
}
