package ru.targetsms.simulator.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.MessageDetail;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.State;
import ru.targetsms.simulator.page.Step.Kind;

/** Tells a message's life step by step: what is new in each of its states. Not thread safe; made for one look. */
final class Timeline {

    private final MessageDetail detail;
    private final ReceivedMessage message;
    private final List<Step> steps = new ArrayList<>();
    private Instant before;

    private Timeline(MessageDetail detail) {
        this.detail = detail;
        this.message = detail.message();
    }

    /** Returns the steps in their order; at the end those whose time nobody wrote down. */
    static List<Step> of(MessageDetail detail) {
        Timeline timeline = new Timeline(detail);
        timeline.tellStates();
        timeline.tellRest();
        return timeline.steps;
    }

    private void tellStates() {
        add(Kind.ACCEPTED, message.acceptedAt(), null, State.SEND);
        if (detail.startsAt().isAfter(message.acceptedAt())) {
            add(Kind.WAITS, message.acceptedAt(), null, State.SEND);
        }
        List<MessageState> history = detail.history();
        for (int i = 1; i < history.size(); i++) {
            tell(history.get(i - 1), history.get(i));
        }
    }

    private void tell(MessageState from, MessageState to) {
        for (Channel channel : message.channels()) {
            if (to.used(channel) && !from.used(channel)) {
                add(Kind.TRIED, to.changedAt(), channel, State.SEND);
            }
            if (of(to, channel) != of(from, channel)) {
                add(Kind.SAID, to.changedAt(), channel, of(to, channel));
            }
        }
        if (to.state() != from.state()) {
            add(Kind.ENDED, to.changedAt(), null, to.state());
        }
    }

    private void tellRest() {
        if (detail.tally().refusedAsDuplicate() > 0) {
            addTimeless(Kind.REPEATED, detail.tally().refusedAsDuplicate());
        }
        if (detail.tally().accepted() > 1) {
            addTimeless(Kind.DOUBLED, detail.tally().accepted());
        }
        if (message.forgotten()) {
            addTimeless(Kind.FORGOTTEN, 0);
        }
    }

    private void add(Kind kind, Instant at, Channel channel, State state) {
        Elapsed since = before == null || before.equals(at) ? null : Elapsed.of(Duration.between(before, at));
        steps.add(new Step(kind, at, since, channel, state, 0));
        before = at;
    }

    private void addTimeless(Kind kind, int times) {
        steps.add(new Step(kind, null, null, null, State.SEND, times));
    }

    private static State of(MessageState state, Channel channel) {
        return channel == Channel.SMS ? state.stateSms() : state.stateViber();
    }
}
