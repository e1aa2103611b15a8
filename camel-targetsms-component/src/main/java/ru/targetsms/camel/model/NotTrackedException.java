package ru.targetsms.camel.model;

/**
 * Says that recipients were accepted, but the delivery tracker could not store them. When every recipient has a client
 * id, the same body may be sent again: the gateway then names the ids once more, and they are stored.
 */
public final class NotTrackedException extends TargetSmsException {

    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public NotTrackedException(String message, Throwable cause, SendReport report) {
        super(message, cause, report);
    }
}
