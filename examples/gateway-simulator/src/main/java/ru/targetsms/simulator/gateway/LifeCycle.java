package ru.targetsms.simulator.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.State;

/**
 * Tells the state of a message at any moment (R8, R10, R17, R18, R29-R31). A message's life is written out in steps as
 * far as its phone foretells it, and the last step that has come is its state: nothing runs, nothing waits.
 */
final class LifeCycle {

    private final Pace pace;

    LifeCycle(Pace pace) {
        this.pace = pace;
    }

    MessageState at(Instant now, StoredMessage message) {
        if (message.setByHand() != null) {
            return message.setByHand();
        }
        List<MessageState> steps = steps(message);
        int last = steps.size() - 1;
        while (last > 0 && steps.get(last).changedAt().isAfter(now)) {
            last--;
        }
        return steps.get(last);
    }

    /** Returns every state the message has had until now, in order. */
    List<MessageState> past(Instant now, StoredMessage message) {
        boolean byHand = !message.byHand().isEmpty();
        Instant end = byHand ? message.byHand().get(0).changedAt() : now;
        List<MessageState> past = new ArrayList<>(steps(message));
        past.subList(1, past.size()).removeIf(step -> step.changedAt().isAfter(end));
        past.addAll(message.byHand());
        return past;
    }

    /** Tells whether time alone moves the message to another state, after the one moment and until the other. */
    boolean moves(StoredMessage message, Instant after, Instant until) {
        return message.byHand().isEmpty()
                && steps(message).stream()
                        .map(MessageState::changedAt)
                        .anyMatch(at -> at.isAfter(after) && !at.isAfter(until));
    }

    /** Returns every state the message will have, in order; the time of each is its {@code changedAt}. */
    List<MessageState> steps(StoredMessage message) {
        Steps steps = new Steps(message);
        if (!pace.byHand() && message.outcome() != Outcome.HELD) {
            Instant at = message.startsAt();
            for (Channel channel : message.content().channels()) {
                at = at == null ? null : steps.travel(channel, at);
            }
        }
        return steps.list;
    }

    /** Returns a state as it is once a channel has been handed the message. */
    static MessageState handed(MessageState state, Channel channel, Content content, Instant at) {
        return channel == Channel.VIBER
                ? state.withViberSent(Tariff.VIBER, at)
                : state.withSmsSent(content.smsParts(), Tariff.sms(content.smsParts()), at);
    }

    /** Tells whether a channel's word means the whole message was delivered (R18). */
    static boolean delivers(State word, Channel channel, Content content) {
        boolean needsReading = channel == Channel.VIBER && content.finaleViberRead();
        return word.reached() && !(needsReading && word == State.DELIVER);
    }

    /** Writes out one life. */
    private final class Steps {

        private final List<MessageState> list = new ArrayList<>(6);
        private final Content content;
        private final Outcome outcome;

        Steps(StoredMessage message) {
            content = message.content();
            outcome = message.outcome();
            list.add(MessageState.accepted(message.acceptedAt()));
        }

        /** Tries a channel; returns when the next one is due, null when there is nothing more to try. */
        Instant travel(Channel channel, Instant start) {
            list.add(handed(now(), channel, content, start));
            State end = outcome.end(channel);
            if (end == State.SEND) {
                return null;
            }
            if (!end.reached()) {
                return fail(channel, end, start.plus(pace.attempts(channel, content)));
            }
            move(channel, State.DELIVER, start.plus(pace.delivery()));
            if (end == State.READ) {
                move(channel, State.READ, start.plus(pace.reading()));
            }
            return now().state() == State.DELIVER ? null : giveUp(channel, start.plus(pace.attempts(channel, content)));
        }

        private void move(Channel channel, State word, Instant at) {
            MessageState moved = now().with(channel, word, at);
            list.add(delivers(word, channel, content) ? moved.with(State.DELIVER, at) : moved);
        }

        private Instant fail(Channel channel, State word, Instant at) {
            MessageState failed = now().with(channel, word, at);
            list.add(content.isLast(channel) ? failed.with(word, at) : failed);
            return at;
        }

        /** Ends "delivered, but not read" (R18): the channel keeps its word, the message goes on or fails. */
        private Instant giveUp(Channel channel, Instant at) {
            if (content.isLast(channel)) {
                list.add(now().with(State.NOT_DELIVER, at));
            }
            return at;
        }

        private MessageState now() {
            return list.get(list.size() - 1);
        }
    }
}
