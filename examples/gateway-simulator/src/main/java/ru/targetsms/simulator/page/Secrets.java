package ru.targetsms.simulator.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts dots in the place of passwords and tokens. Always the same number: the length is a secret, too. */
final class Secrets {

    static final String DOTS = "••••••";

    private static final String PASSWORD = "passw";
    private static final Set<String> SCHEMES = Set.of("basic", "bearer", "digest");
    private static final Pattern SECRET_HEADER =
            Pattern.compile("auth|cookie|pass|token|secret|key", Pattern.CASE_INSENSITIVE);

    /** From anything that could begin the credentials to anything that must follow them: too much rather than too little. */
    private static final Pattern CREDENTIALS = Pattern.compile(
            "(<\\s*security|" + PASSWORD + "|bearer).*?(?=</(?:security|request)\\s*>|<(?:message|state)\\s*>|$)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Secrets() {}

    /** Tells whether an element or attribute of this name holds a password (R5). */
    static boolean isPassword(String name) {
        return name.toLowerCase(Locale.ROOT).contains(PASSWORD);
    }

    /** Returns a text nobody could parse without what may be credentials in it. */
    static String hideIn(String text) {
        return CREDENTIALS.matcher(text).replaceAll("$1 " + DOTS);
    }

    /** Returns the value of a header (R32), of its secrets no more than the scheme. */
    static String header(String name, String value) {
        if (!SECRET_HEADER.matcher(name).find()) {
            return hideIn(value);
        }
        int space = value.indexOf(' ');
        boolean known = space > 0 && SCHEMES.contains(value.substring(0, space).toLowerCase(Locale.ROOT));
        return known ? value.substring(0, space + 1) + DOTS : DOTS;
    }
}
