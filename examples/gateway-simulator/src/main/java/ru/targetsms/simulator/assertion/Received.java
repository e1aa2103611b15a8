package ru.targetsms.simulator.assertion;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.Refusal;

/**
 * Is what a simulator has received at one moment.
 *
 * @param messages those still kept
 * @param missing how many more were accepted
 */
record Received(List<ReceivedMessage> messages, List<Refusal> refusals, long missing) {

    /** A message is counted a moment before it is kept. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    static Received of(Simulator simulator) {
        long accepted = simulator.ledger().totals().accepted();
        simulator.await((int) accepted, MOMENT);
        List<ReceivedMessage> messages = simulator.messages();
        return new Received(messages, simulator.refusals(), Math.max(0, accepted - messages.size()));
    }

    List<ReceivedMessage> at(String phone) {
        return messages.stream()
                .filter(message -> message.phone().equals(phone))
                .toList();
    }

    /** Returns the problem that messages are gone; empty when all are there. */
    Optional<String> cannotTell() {
        return missing == 0 ? Optional.empty() : Optional.of("Cannot tell" + gone());
    }

    /** Says how many messages are gone, when any are. */
    String gone() {
        return missing == 0
                ? ""
                : ": of %d accepted messages %d are no longer kept, give the simulator more capacity"
                        .formatted(missing + messages.size(), missing);
    }

    /** Says what there is when there is nothing for a phone. */
    String insteadOf(String phone) {
        String refused = refusals.stream()
                .filter(refusal -> phone.equals(refusal.phone()))
                .map(Refusal::words)
                .distinct()
                .collect(Collectors.joining(", "));
        return (refused.isEmpty() ? "there is none" : "it was refused: " + refused)
                + (messages.isEmpty() ? "" : "; for other phones: " + messages.size())
                + gone();
    }

    /** Says how many messages there are. */
    static String count(long count, String one, String many) {
        return count == 1 ? "1 message " + one : count + " messages " + many;
    }

    /** Returns the texts of the channels a message goes by. */
    static List<String> texts(ReceivedMessage message) {
        return message.channels().stream()
                .map(channel -> channel == Channel.SMS ? message.textSms() : message.textViber())
                .toList();
    }

    /** Returns the senders of the channels a message goes by. */
    static List<String> senders(ReceivedMessage message) {
        return message.channels().stream()
                .flatMap(channel ->
                        Stream.ofNullable(channel == Channel.SMS ? message.senderSms() : message.senderViber()))
                .toList();
    }
}
