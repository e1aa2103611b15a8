package ru.targetsms.camel.model;

/** Says that the gateway refused a whole document: nothing of it was accepted (R21). Never retry safe. */
public final class DocumentRejectedException extends TargetSmsException {

    private static final long serialVersionUID = 1L;

    /** Why the gateway refused the document. */
    public enum Reason {
        /** Login, password or token is wrong. */
        AUTHENTICATION,
        /** The account is blocked. */
        ACCOUNT_BLOCKED,
        /** The gateway could not read the document. */
        MALFORMED,
        /** Anything else: see the gateway's text. */
        OTHER;

        /** Tells whether every other document of the account would be refused as well. */
        public boolean concernsAccount() {
            return this == AUTHENTICATION || this == ACCOUNT_BLOCKED;
        }
    }

    private final String gatewayText;
    private final Reason reason;

    /** Makes the exception. The message shows the text only in a safe form. */
    public DocumentRejectedException(String message, String gatewayText, Reason reason, SendReport report) {
        super(message, null, report);
        this.gatewayText = gatewayText;
        this.reason = reason;
    }

    /** Returns the gateway's words, untouched, or {@code HTTP 403} and the like. */
    public String gatewayText() {
        return gatewayText;
    }

    /** Returns why the document was refused. */
    public Reason reason() {
        return reason;
    }

    /** Returns false: the gateway would refuse it again, and repeated logins may lock the account. */
    @Override
    public boolean isRetrySafe() {
        return false;
    }
}
