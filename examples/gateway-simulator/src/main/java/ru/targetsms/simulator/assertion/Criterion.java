package ru.targetsms.simulator.assertion;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ru.targetsms.simulator.model.ReceivedMessage;

/**
 * Is something a message is to have.
 *
 * @param wanted names it, without phone and text
 * @param test tells whether a message has it
 * @param instead names what a message has instead, without phone and text
 */
record Criterion(String wanted, Predicate<ReceivedMessage> test, Function<ReceivedMessage, String> instead) {

    private static final int NAMED = 5;

    /** Makes one of a value that may be shown. */
    static Criterion of(String name, Object wanted, Function<ReceivedMessage, Object> value) {
        return new Criterion(
                name + " " + wanted,
                message -> wanted.equals(value.apply(message)),
                message -> name + " " + value.apply(message));
    }

    boolean fits(ReceivedMessage message) {
        return test.test(message);
    }

    /** Names what the first of these messages have instead. */
    String found(List<ReceivedMessage> messages) {
        String named = messages.stream().limit(NAMED).map(instead).collect(Collectors.joining("; "));
        return messages.size() > NAMED ? named + "; and " + (messages.size() - NAMED) + " more" : named;
    }
}
