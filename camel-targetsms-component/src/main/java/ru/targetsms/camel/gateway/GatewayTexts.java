package ru.targetsms.camel.gateway;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;

/**
 * The only place where the gateway's words are looked into. Sources differ in case and final stop, so words are
 * compared loosely; a text that is not known is a plain refusal and is kept untouched.
 */
final class GatewayTexts {

    private static final String ACCEPTED = "send";
    private static final String DUPLICATE = "данное сообщение уже было отправлено";
    private static final String HELD = "будет отправлена как только";

    private GatewayTexts() {}

    /** Returns the usual text as the one constant: a million results need not hold a million of it. */
    static String shared(String text) {
        return text.equals(ACCEPTED) ? ACCEPTED : text;
    }

    static boolean isAccepted(@Nullable String text) {
        return fold(text).equals(ACCEPTED);
    }

    /** The gateway has this client id already (R20). */
    static boolean isDuplicate(@Nullable String text) {
        return fold(text).contains(DUPLICATE);
    }

    /** "Goes out once the account is topped up": not a refusal, a repeat would send it twice. */
    static boolean isHeld(@Nullable String text) {
        return fold(text).contains(HELD);
    }

    /** Sorts the words of {@code <response><error>} (R21, R26). */
    static Reason reason(String text) {
        String folded = fold(text);
        if (folded.contains("логин") || folded.contains("токен") || folded.contains("token")) {
            return Reason.AUTHENTICATION;
        }
        if (folded.contains("заблокирован")) {
            return Reason.ACCOUNT_BLOCKED;
        }
        if (folded.contains("формат xml") || folded.contains("post данные")) {
            return Reason.MALFORMED;
        }
        return Reason.OTHER;
    }

    private static String fold(@Nullable String text) {
        if (ACCEPTED.equals(text)) {
            return ACCEPTED;
        }
        String folded =
                text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replace("\u00a0", " ");
        return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
    }
}
