package ru.targetsms.camel.model;

import org.jspecify.annotations.Nullable;

/** Says that something never reached the gateway: no name, no connection, no TLS, or shut down. */
public final class NotSentException extends TargetSmsException {

    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public NotSentException(String message, @Nullable Throwable cause, SendReport report) {
        super(message, cause, report);
    }
}
