package ru.targetsms.benchmark.contender;

import org.apache.camel.Exchange;

/** What came back. */
final class Answers {

    private Answers() {}

    /** Returns the exchange, unless it failed. */
    static Exchange rethrow(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new IllegalStateException("an exchange failed", exchange.getException());
        }
        return exchange;
    }
}
