package ru.targetsms.camel.send;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.camel.support.PatternHelper;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.Phones;

/**
 * Tells whom a test system may reach: {@code allowedPhones}. What is redirected reaches {@code redirectPhone} and nobody
 * else, so that is the phone that has to be allowed then. Immutable.
 *
 * <p>Patterns are exact, wildcards ({@code 7900*}) or regular expressions, as everywhere in Camel, and matched against
 * the digits. One that is written like a phone ({@code +7 900 123-45-67}) is read as one.
 */
final class StagingGuard {

    /** What the result of a recipient says whom the guard refused. */
    static final String REFUSAL = "refused by allowedPhones: never left";

    /** Not within braces, where it belongs to a regular expression. */
    private static final String COMMA = ",(?![^{]*})";

    private static final Pattern LIKE_A_PHONE = Pattern.compile("[+(]?[\\d\\s()-]+\\*?");
    private static final String[] EVERYBODY = {"*"};

    private final String[] patterns;
    private final @Nullable String redirectPhone;

    private StagingGuard(String[] patterns, @Nullable String redirectPhone) {
        this.patterns = patterns;
        this.redirectPhone = redirectPhone;
    }

    /**
     * Reads the options.
     *
     * @param allowedPhones comma-separated patterns; {@code null} for everybody, blank for nobody
     * @param redirectPhone digits of the phone that gets everything, {@code null} for none
     * @throws IllegalArgumentException when a pattern is none; says which one by its place, for it may hold a phone
     */
    static StagingGuard of(@Nullable String allowedPhones, @Nullable String redirectPhone) {
        if (allowedPhones == null) {
            return new StagingGuard(EVERYBODY, redirectPhone);
        }
        String[] patterns = Arrays.stream(allowedPhones.split(COMMA))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(StagingGuard::normalized)
                .toArray(String[]::new);
        for (int i = 0; i < patterns.length; i++) {
            check(patterns[i], i + 1);
        }
        return new StagingGuard(patterns, redirectPhone);
    }

    /** Tells whether a message to a phone, given as digits, may leave. */
    boolean admits(String phone) {
        return patterns == EVERYBODY
                || PatternHelper.matchPatterns(redirectPhone == null ? phone : redirectPhone, patterns);
    }

    private static String normalized(String pattern) {
        if (!LIKE_A_PHONE.matcher(pattern).matches()) {
            return pattern;
        }
        return pattern.endsWith("*")
                ? Phones.digits(pattern.substring(0, pattern.length() - 1)) + "*"
                : Phones.digits(pattern);
    }

    /** Camel takes a pattern that is none for one that matches nobody, and says nothing. */
    private static void check(String pattern, int place) {
        boolean wildcard = pattern.indexOf('*') == pattern.length() - 1;
        try {
            if (!wildcard) {
                Pattern.compile(pattern);
            }
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "allowedPhones: pattern " + place + " is no regular expression: " + e.getDescription());
        }
    }
}
