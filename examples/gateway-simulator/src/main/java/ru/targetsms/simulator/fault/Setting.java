package ru.targetsms.simulator.fault;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import ru.targetsms.simulator.model.DuplicateAnswer;

/**
 * Is one thing an action has to be told, with the values it may have.
 *
 * @param name its name in JSON
 * @param values which values are allowed, in words
 */
public record Setting<T>(String name, Class<T> type, Predicate<T> rule, String values) {

    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final long MOST_BYTES = 2L << 30;
    private static final int LONGEST_TEXT = 100_000;

    /** An HTTP status. */
    public static final Setting<Integer> CODE =
            new Setting<>("code", Integer.class, code -> code >= 200 && code <= 599, "200 to 599");

    /** The words of a refusal. */
    public static final Setting<String> TEXT =
            new Setting<>("text", String.class, text -> text.length() <= LONGEST_TEXT, "at most 100000 characters");

    /** An attribute of a recipient or a state (R23, R27). */
    public static final Setting<String> NAME =
            new Setting<>("name", String.class, name -> name.matches("[a-z_]{1,40}"), "an attribute's name");

    public static final Setting<Duration> DURATION =
            new Setting<>("duration", Duration.class, Setting::isDuration, "between 0 and 10m");

    public static final Setting<Long> BYTES =
            new Setting<>("bytes", Long.class, bytes -> bytes >= 1 && bytes <= MOST_BYTES, "1 to 2147483648");

    /** A number of recipients or states of an answer. */
    public static final Setting<Integer> COUNT =
            new Setting<>("count", Integer.class, count -> count >= 0, "0 or more");

    /** An address. */
    public static final Setting<String> LOCATION =
            new Setting<>("location", String.class, Setting::isAddress, "an address, without spaces and quotes");

    public static final Setting<XmlAttack> ATTACK = any("attack", XmlAttack.class);

    public static final Setting<WrongEncoding> ENCODING = any("encoding", WrongEncoding.class);

    /** The answer to a repeated client id (R20). */
    public static final Setting<DuplicateAnswer> FORM = any("form", DuplicateAnswer.class);

    public static final List<Setting<?>> ALL =
            List.of(CODE, TEXT, NAME, DURATION, BYTES, COUNT, LOCATION, ATTACK, ENCODING, FORM);

    /** @throws IllegalArgumentException when the value is not allowed; its text names the setting */
    void check(Object value) {
        Rule.require(type.isInstance(value) && rule.test(type.cast(value)), "%s must be %s", name, values);
    }

    static boolean isDuration(Duration duration) {
        return !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
    }

    private static boolean isAddress(String location) {
        try {
            return !URI.create(location).toString().contains("'");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static <T> Setting<T> any(String name, Class<T> type) {
        return new Setting<>(name, type, value -> true, "one of the values known");
    }
}
