package ru.targetsms.camel.model;

import java.util.Collection;
import java.util.Optional;

/**
 * What became of one recipient. Declared worst first: the header {@code CamelTargetSmsOutcome} holds the first that
 * occurs.
 */
public enum Outcome {
    /** The document went out and no trustworthy answer came. */
    UNKNOWN,
    /** Never left: no connection, stopped, or its turn never came. */
    NOT_SENT,
    /** Refused by the gateway. */
    REJECTED,
    /** Breaks a rule of the protocol, never left. */
    INVALID,
    /** Accepted and kept by the gateway until the account is topped up: never send it again. */
    HELD,
    /** The gateway has this client id already (R20). */
    DUPLICATE,
    /** Everything was done but the POST. */
    DRY_RUN,
    /** Accepted by the gateway. */
    ACCEPTED;

    /** Tells whether the recipient counts as accepted. */
    public boolean accepted() {
        return switch (this) {
            case ACCEPTED, DUPLICATE, HELD, DRY_RUN -> true;
            case UNKNOWN, NOT_SENT, REJECTED, INVALID -> false;
        };
    }

    /** Tells whether the recipient was refused: by the gateway, or by a rule before it left. */
    public boolean refused() {
        return this == REJECTED || this == INVALID;
    }

    /** Tells whether the gateway may have the recipient, so that only a client id makes a repeat safe. */
    public boolean left() {
        return this == ACCEPTED || this == DUPLICATE || this == UNKNOWN;
    }

    /** Returns the worst outcome among the results, empty if there are none. */
    public static Optional<Outcome> worst(Collection<SendResult> results) {
        Outcome worst = null;
        for (SendResult result : results) {
            worst = worst == null || result.outcome().compareTo(worst) < 0 ? result.outcome() : worst;
        }
        return Optional.ofNullable(worst);
    }
}
