package ru.targetsms.camel.model;

/**
 * Says that recipients were refused, according to the option {@code failOn}. Never retry safe: go on with {@link
 * #remainder()}.
 */
public final class MessagesRejectedException extends TargetSmsException {

    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public MessagesRejectedException(String message, SendReport report) {
        super(message, null, report);
    }

    /** Returns false: the refused would be refused again, and the accepted may lack a client id. */
    @Override
    public boolean isRetrySafe() {
        return false;
    }
}
