package ru.targetsms.simulator.gateway;

import java.time.Instant;
import java.util.List;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.State;

/** Moves a message by hand. */
record HandChange(Content content, MessageState before, Instant at) {

    /**
     * Gives the channel in hand its word; the message as a whole ends with it, without a further try.
     *
     * @throws IllegalArgumentException when the channel in hand cannot have this state
     */
    MessageState whole(State word) {
        Channel channel = inHand();
        State whole = word.reached() ? State.DELIVER : word;
        return move(channel, word).with(whole, at);
    }

    /**
     * Gives the channel in hand its word; the message as a whole follows by the rules of the cascade.
     *
     * @throws IllegalArgumentException when the channel in hand cannot have this state
     */
    MessageState inHand(State word) {
        return channel(inHand(), word);
    }

    /**
     * Gives one channel its word; the message as a whole follows by the rules of the cascade (R8, R18).
     *
     * @throws IllegalArgumentException when the message does not use the channel, or it cannot have this state
     */
    MessageState channel(Channel channel, State word) {
        MessageState moved = move(channel, word);
        if (LifeCycle.delivers(word, channel, content)) {
            return moved.with(State.DELIVER, at);
        }
        if (word == State.SEND || word.reached()) {
            return moved.with(State.SEND, at);
        }
        if (content.isLast(channel)) {
            return moved.with(word, at);
        }
        Channel next = content.channels().get(content.channels().indexOf(channel) + 1);
        return LifeCycle.handed(moved, next, content, at).with(State.SEND, at);
    }

    private MessageState move(Channel channel, State word) {
        if (!content.channels().contains(channel)) {
            throw new IllegalArgumentException("The message does not go by " + channel.word());
        }
        if (word.viberOnly() && channel != Channel.VIBER) {
            throw new IllegalArgumentException("An SMS cannot become " + word.word());
        }
        return LifeCycle.handed(before, channel, content, at).with(channel, word, at);
    }

    private Channel inHand() {
        List<Channel> channels = content.channels();
        Channel last = channels.get(channels.size() - 1);
        return before.used(last) ? last : content.first();
    }
}
