package ru.targetsms.camel.observe;

import java.util.List;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/** Tells what a reply means for the recipients of its document. */
final class Outcomes {

    private Outcomes() {}

    /**
     * Tells whether the reply decides what becomes of the recipients. A refused document of several messages is halved
     * and sent again (R21): what becomes of its recipients is decided by later replies.
     */
    static boolean areDecided(List<Submission> document, Reply<?> reply) {
        return reply.kind() != Kind.REFUSED || reply.reason().concernsAccount() || isOneMessage(document);
    }

    /** Returns the outcome of the recipient at a place of the document. */
    static Outcome of(Reply<List<SendResult>> reply, int place) {
        return switch (reply.kind()) {
            case ANSWERED -> reply.value().get(place).outcome();
            case REFUSED, REFUSED_BY_STATUS -> Outcome.REJECTED;
            case NOT_SENT -> Outcome.NOT_SENT;
            case UNKNOWN -> Outcome.UNKNOWN;
        };
    }

    private static boolean isOneMessage(List<Submission> document) {
        Submission first = document.get(0);
        return document.stream().allMatch(other -> other.body() == first.body() && other.message() == first.message());
    }
}
