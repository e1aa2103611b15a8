package ru.targetsms.simulator.assertion;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ru.targetsms.simulator.model.ReceivedMessage;

/** Makes criteria of texts, none of which they show: a text has a length, and a first character that differs. */
final class TextCriterion {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private TextCriterion() {}

    static Criterion equalTo(String text) {
        String wire = wire(text);
        return criterion(
                "a text of %d characters".formatted(wire.length()),
                wire::equals,
                found -> "a text of %d, other from character %d on".formatted(found.length(), difference(wire, found)));
    }

    static Criterion containing(String part) {
        String wire = wire(part);
        return criterion(
                "a text with certain %d characters".formatted(wire.length()),
                found -> found.contains(wire),
                found -> "a text of %d without them".formatted(found.length()));
    }

    static Criterion matching(Pattern pattern) {
        return criterion(
                "a text that matches",
                found -> pattern.matcher(found.replace("\\n", "\n")).matches(),
                found -> "a text of %d that does not".formatted(found.length()));
    }

    private static Criterion criterion(String wanted, Predicate<String> fits, Function<String, String> instead) {
        return new Criterion(
                wanted,
                message -> Received.texts(message).stream().anyMatch(fits),
                (ReceivedMessage message) ->
                        Received.texts(message).stream().map(instead).collect(Collectors.joining(" and ")));
    }

    /** Writes a text as it goes over the wire (R3). */
    private static String wire(String text) {
        return LINE_BREAK.matcher(text).replaceAll("\\\\n");
    }

    /** Returns the place of the first character that differs, from 1. */
    private static int difference(String one, String other) {
        int i = 0;
        while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i + 1;
    }
}
