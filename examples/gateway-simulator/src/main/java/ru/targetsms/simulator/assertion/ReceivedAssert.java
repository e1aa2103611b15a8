package ru.targetsms.simulator.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.State;

/**
 * Asserts something about the messages for one phone. Each step keeps those that fit it, and fails when none does;
 * {@link #once()} counts what the steps before it have kept. Not thread safe.
 */
public final class ReceivedAssert {

    private final SimulatorAssert simulator;
    private final String phone;
    private final List<Criterion> criteria = new ArrayList<>();

    ReceivedAssert(SimulatorAssert simulator, String phone) {
        this.simulator = simulator;
        this.phone = phone;
    }

    /** Asserts that there is one, not more. */
    public ReceivedAssert once() {
        return times(1);
    }

    /** Asserts how many there are. Fails as well when the simulator no longer keeps all messages. */
    public ReceivedAssert times(int count) {
        simulator.require(() -> {
            Received received = Received.of(simulator.simulator());
            long found = received.at(phone).stream()
                    .filter(message -> criteria.stream().allMatch(criterion -> criterion.fits(message)))
                    .count();
            return found == count
                    ? received.cannotTell()
                    : Optional.of("Expected %d, but %s: %s"
                            .formatted(count, Received.count(found, "is there", "are there"), wanted()));
        });
        return this;
    }

    /** Keeps those with a text, on one of their channels; a line break matches the wire's {@code \n} (R3). */
    public ReceivedAssert withText(String text) {
        return with(TextCriterion.equalTo(text));
    }

    /** Keeps those with these characters in a text; a line break matches the wire's {@code \n} (R3). */
    public ReceivedAssert withTextContaining(String part) {
        return with(TextCriterion.containing(part));
    }

    /** Keeps those with a text that matches as a whole; the expression sees real line breaks. */
    public ReceivedAssert withTextMatching(String regex) {
        return with(TextCriterion.matching(Pattern.compile(regex)));
    }

    /** Keeps those that go by these channels, in this order (R8). */
    public ReceivedAssert by(Channel... channels) {
        List<Channel> wanted = List.of(channels);
        return with(Criterion.of("channels", wanted, ReceivedMessage::channels));
    }

    public ReceivedAssert bySms() {
        return by(Channel.SMS);
    }

    public ReceivedAssert byViber() {
        return by(Channel.VIBER);
    }

    public ReceivedAssert byViberThenSms() {
        return by(Channel.VIBER, Channel.SMS);
    }

    /** Keeps those with this sender on one of their channels (R11). */
    public ReceivedAssert from(String sender) {
        return with(new Criterion(
                "sender " + Mask.sender(sender),
                message -> Received.senders(message).contains(sender),
                message -> "senders "
                        + Received.senders(message).stream().map(Mask::sender).toList()));
    }

    /** Keeps those with this client id (R20). */
    public ReceivedAssert withClientId(long clientId) {
        return with(Criterion.of("client id", clientId, ReceivedMessage::clientIdMessage));
    }

    /** Keeps those in a state; what only Viber knows, such as {@code READ}, is the state of their Viber message (R33). */
    public ReceivedAssert inState(State state) {
        return with(Criterion.of(
                state.viberOnly() ? "Viber state" : "state",
                state,
                message -> state.viberOnly()
                        ? message.state().stateViber()
                        : message.state().state()));
    }

    /** Returns to the simulator, for what else it received. */
    public SimulatorAssert and() {
        return simulator;
    }

    ReceivedAssert exists() {
        simulator.require(this::missing);
        return this;
    }

    private ReceivedAssert with(Criterion criterion) {
        criteria.add(criterion);
        return exists();
    }

    /** Tells why there is no message that fits; empty when there is one. */
    private Optional<String> missing() {
        Received received = Received.of(simulator.simulator());
        List<ReceivedMessage> left = received.at(phone);
        if (left.isEmpty()) {
            return Optional.of("Expected %s, but %s".formatted(wanted(), received.insteadOf(phone)));
        }
        for (Criterion criterion : criteria) {
            List<ReceivedMessage> fitting =
                    left.stream().filter(criterion::fits).toList();
            if (fitting.isEmpty()) {
                return Optional.of(
                        "Expected %s, but there is %s%s".formatted(wanted(), criterion.found(left), received.gone()));
            }
            left = fitting;
        }
        return Optional.empty();
    }

    private String wanted() {
        StringBuilder wanted = new StringBuilder("a message for ").append(Mask.phone(phone));
        criteria.forEach(criterion -> wanted.append(", ").append(criterion.wanted()));
        return wanted.toString();
    }
}
