package ru.targetsms.camel.model;

import org.jspecify.annotations.Nullable;

/** Says that a document went out and no trustworthy answer came. */
public final class OutcomeUnknownException extends TargetSmsException {

    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public OutcomeUnknownException(String message, @Nullable Throwable cause, SendReport report) {
        super(message, cause, report);
    }
}
