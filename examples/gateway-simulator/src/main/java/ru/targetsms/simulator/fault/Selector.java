package ru.targetsms.simulator.fault;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Says which requests a fault is for. All that is set must hold.
 *
 * @param phone digits, in which {@code *} stands for any number of them, or a regular expression for the whole phone
 * @param text regular expression, a match of which {@code text_sms} or {@code text_viber} contains
 * @param idMessage an id asked for, written as a phone is
 * @param after how many fitting requests pass unharmed first
 * @param first how many fitting requests the fault is for, those that passed not counted
 * @param probability of each request, 0 to 1
 * @param seed of the probability; null to draw one
 * @param perSecond how many requests a second pass unharmed
 * @param on null for both addresses
 */
public record Selector(
        String phone,
        String text,
        String idMessage,
        int after,
        Integer first,
        Double probability,
        Long seed,
        Integer perSecond,
        On on) {

    /** Names the gateway's two addresses (R1). */
    public enum On {
        SEND,
        STATUS
    }

    public static final Selector ALL = new Selector(null, null, null, 0, null, null, null, null, null);

    private static final int LONGEST_PATTERN = 1000;
    private static final Pattern WILDCARD = Pattern.compile("[0-9*]*");

    /** @throws IllegalArgumentException when a value makes no sense; its text names the selector */
    public Selector {
        Rule.require(after >= 0, "after must be 0 or more");
        Rule.require(first == null || first >= 1, "first must be 1 or more");
        Rule.require(probability == null || probability >= 0 && probability <= 1, "probability must be 0 to 1");
        Rule.require(seed == null || probability != null, "seed goes with probability");
        Rule.require(perSecond == null || perSecond >= 0, "per_second must be 0 or more");
        Rule.require(on != On.STATUS || phone == null && text == null, "a status document has no phone and no text");
        Rule.require(
                idMessage == null || on != On.SEND && phone == null && text == null,
                "id_message is in no document with messages");
        compile("phone", phone);
        compile("text", text);
        compile("id_message", idMessage);
    }

    Selector phone(String value) {
        return new Selector(value, text, idMessage, after, first, probability, seed, perSecond, on);
    }

    Selector text(String value) {
        return new Selector(phone, value, idMessage, after, first, probability, seed, perSecond, on);
    }

    Selector idMessage(String value) {
        return new Selector(phone, text, value, after, first, probability, seed, perSecond, on);
    }

    Selector after(int value) {
        return new Selector(phone, text, idMessage, value, first, probability, seed, perSecond, on);
    }

    Selector first(Integer value) {
        return new Selector(phone, text, idMessage, after, value, probability, seed, perSecond, on);
    }

    Selector probability(Double value, Long seedOrNull) {
        return new Selector(phone, text, idMessage, after, first, value, seedOrNull, perSecond, on);
    }

    Selector perSecond(Integer value) {
        return new Selector(phone, text, idMessage, after, first, probability, seed, value, on);
    }

    Selector on(On value) {
        return new Selector(phone, text, idMessage, after, first, probability, seed, perSecond, value);
    }

    /** Returns the test of a phone; any fits when none is set. */
    public Predicate<String> phoneTest() {
        return phone == null ? any -> true : compile("phone", phone).asMatchPredicate();
    }

    /** Returns the test of a text; any fits when none is set. */
    public Predicate<String> textTest() {
        return text == null ? any -> true : compile("text", text).asPredicate();
    }

    /** Returns the test of an id asked for; any fits when none is set. */
    public Predicate<String> idMessageTest() {
        return idMessage == null
                ? any -> true
                : compile("id_message", idMessage).asMatchPredicate();
    }

    /** Names what is set; numbers in full, a phone and a text not. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        append(words, "", phone == null ? null : "some phones");
        append(words, "", text == null ? null : "some texts");
        append(words, "id ", idMessage);
        append(words, "after ", after == 0 ? null : after);
        append(words, "first ", first);
        append(words, "probability ", probability);
        append(words, "per second ", perSecond);
        append(words, "on ", on == null ? null : on.name().toLowerCase(java.util.Locale.ROOT));
        return words.toString();
    }

    private static void append(StringBuilder words, String name, Object value) {
        if (value != null) {
            words.append(words.isEmpty() ? "" : ", ").append(name).append(value);
        }
    }

    private static Pattern compile(String name, String pattern) {
        if (pattern == null) {
            return null;
        }
        Rule.require(
                !pattern.isEmpty() && pattern.length() <= LONGEST_PATTERN, "%s must have 1 to 1000 characters", name);
        boolean wildcard = !name.equals("text") && WILDCARD.matcher(pattern).matches();
        try {
            return Pattern.compile(wildcard ? pattern.replace("*", "[0-9]*") : pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(name + " is no regular expression");
        }
    }
}
