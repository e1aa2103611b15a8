package ru.targetsms.camel.gateway;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;

/**
 * Tells how one document ended. Its kind tells which components are there: the others are {@code null}, and nobody asks.
 *
 * @param kind       which of the five ways
 * @param value      what the gateway answered, only when {@link Kind#ANSWERED}
 * @param text       the gateway's words or {@code HTTP 403}, only when refused
 * @param reason     why, only when refused
 * @param problem    one line a person can act on; holds no phone, text or password; {@code null} when answered
 * @param cause      what failed underneath, may be {@code null}
 */
@SuppressWarnings("NullAway")
public record Reply<T>(Kind kind, T value, String text, Reason reason, String problem, @Nullable Throwable cause) {

    /** The five ways a document ends. */
    public enum Kind {
        /** A trustworthy answer came. */
        ANSWERED,
        /** The gateway refused the document by {@code <response><error>}: nothing was accepted (R21, R26). */
        REFUSED,
        /** The HTTP status refused the document: nothing was accepted. */
        REFUSED_BY_STATUS,
        /** No byte of the document left. */
        NOT_SENT,
        /** The document left and no trustworthy answer came. */
        UNKNOWN
    }

    static <T> Reply<T> answered(T value) {
        return new Reply<>(Kind.ANSWERED, value, null, null, null, null);
    }

    static <T> Reply<T> refused(Kind kind, String text, Reason reason, String problem) {
        return new Reply<>(kind, null, text, reason, problem, null);
    }

    /** Makes the reply of a document that was never begun. */
    public static <T> Reply<T> notSent(String problem) {
        return failed(Kind.NOT_SENT, problem, null);
    }

    /** Makes the reply of a document that may have left and of which nothing is known. */
    public static <T> Reply<T> unknown(String problem, @Nullable Throwable cause) {
        return failed(Kind.UNKNOWN, problem, cause);
    }

    static <T> Reply<T> failed(Kind kind, String problem, @Nullable Throwable cause) {
        return new Reply<>(kind, null, null, null, problem, cause);
    }

    /** Returns the reply with a part of its value; one without a value stays as it is. */
    public <U> Reply<U> map(Function<T, U> part) {
        return new Reply<>(kind, value == null ? null : part.apply(value), text, reason, problem, cause);
    }

    /** Shows kind and problem only. */
    @Override
    public String toString() {
        return "Reply[" + kind + (problem == null ? "" : ", " + problem) + "]";
    }
}
