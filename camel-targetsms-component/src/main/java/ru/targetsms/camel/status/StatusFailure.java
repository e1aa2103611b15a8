package ru.targetsms.camel.status;

import java.util.List;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.camel.model.SendReport;
import ru.targetsms.camel.model.TargetSmsException;

/** Names the exception for a status query that was not answered. */
final class StatusFailure {

    private StatusFailure() {}

    /** Returns the exception; a query changes nothing, so it is always retry safe but for refusals. */
    static TargetSmsException of(Reply<?> reply, List<String> ids) {
        SendReport report = SendReport.ofQuery(ids);
        return switch (reply.kind()) {
            case REFUSED, REFUSED_BY_STATUS ->
                new DocumentRejectedException(reply.problem(), reply.text(), reply.reason(), report);
            case NOT_SENT -> new NotSentException("not asked: " + reply.problem(), reply.cause(), report);
            case UNKNOWN -> new OutcomeUnknownException("no state: " + reply.problem(), reply.cause(), report);
            case ANSWERED -> throw new IllegalStateException("an answer is no failure");
        };
    }
}
