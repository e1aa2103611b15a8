package ru.targetsms.camel.tracking;

import org.jspecify.annotations.Nullable;

/** Says that a tracker could not store or read. Its text, and that of its causes, holds no phone. */
public class TrackingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param cause may be {@code null}
     */
    public TrackingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
