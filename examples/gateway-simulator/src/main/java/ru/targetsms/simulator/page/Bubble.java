package ru.targetsms.simulator.page;

import java.time.Instant;
import java.util.List;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.MessageDetail;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.State;

/**
 * Is what one channel shows on the phone.
 *
 * @param channel the protocol's word
 * @param sender null without one
 * @param text with real line breaks
 * @param pale why it is not on the phone: {@code waits}, {@code notYet}, {@code ifFails}, {@code notNeeded}; null when
 *     it was sent
 * @param state the protocol's word, {@code send} until there is another
 */
record Bubble(String channel, String sender, String text, String pale, String state) {

    private static final String LINE_BREAK = "\\n";

    /** Returns a bubble for each channel, in the order they are tried (R8). */
    static List<Bubble> of(MessageDetail detail, Instant now) {
        return detail.message().channels().stream()
                .map(channel -> of(channel, detail, now))
                .toList();
    }

    private static Bubble of(Channel channel, MessageDetail detail, Instant now) {
        ReceivedMessage message = detail.message();
        MessageState state = message.state();
        boolean sms = channel == Channel.SMS;
        String text = sms ? message.textSms() : message.textViber();
        return new Bubble(
                channel.word(),
                sms ? message.senderSms() : message.senderViber(),
                text.replace(LINE_BREAK, "\n"),
                state.used(channel) ? null : pale(channel, detail, now),
                (sms ? state.stateSms() : state.stateViber()).word());
    }

    private static String pale(Channel channel, MessageDetail detail, Instant now) {
        ReceivedMessage message = detail.message();
        if (message.state().state() != State.SEND) {
            return "notNeeded";
        }
        if (message.channels().indexOf(channel) > 0) {
            return "ifFails";
        }
        return detail.startsAt().isAfter(now) ? "waits" : "notYet";
    }
}
