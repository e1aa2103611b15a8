package ru.targetsms.camel.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says that a send or a status query did not end well. No text of one holds a password, a full phone number or a
 * message text.
 *
 * <pre>{@code
 * onException(TargetSmsException.class).onWhen(simple("${exception.retrySafe}")).maximumRedeliveries(5);
 * }</pre>
 */
public abstract sealed class TargetSmsException extends RuntimeException
        permits InvalidMessageException,
                DocumentRejectedException,
                MessagesRejectedException,
                NotSentException,
                OutcomeUnknownException,
                NotTrackedException {

    private static final long serialVersionUID = 1L;

    private final transient SendReport report;

    TargetSmsException(String message, @Nullable Throwable cause, SendReport report) {
        super(message, cause);
        this.report = report;
    }

    /** Returns every recipient read so far, in input order. Empty for a status query. */
    public List<SendResult> results() {
        return report.results();
    }

    /**
     * Returns what is left to do, itself a valid body: the recipients {@code NOT_SENT} or {@code REJECTED}, each with
     * fields and client id resolved, then what was not yet read. For a status query, the ids asked for.
     */
    public Iterable<?> remainder() {
        return report.remainder();
    }

    /** Tells whether the same body may be sent again without anybody getting a message twice. */
    public boolean isRetrySafe() {
        return report.isRetrySafe();
    }

    SendReport report() {
        return report;
    }
}
