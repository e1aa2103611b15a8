package ru.targetsms.camel.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.SafeText;
import ru.targetsms.camel.model.DeliveryStatus;

/**
 * Asks for the state of claimed ids. A document that the gateway refuses is halved until the id it is refused for stands
 * alone; that one's state is unknown, the others are answered (F39). Any other failure ends the asking.
 */
final class StatusQuery {

    private static final Logger LOG = LoggerFactory.getLogger(StatusQuery.class);

    private final Function<List<String>, Reply<List<DeliveryStatus>>> document;
    private final Map<String, DeliveryStatus> answers = new HashMap<>();
    private @Nullable Reply<?> failure;

    /** Makes a query; the function asks for one document's ids. */
    StatusQuery(Function<List<String>, Reply<List<DeliveryStatus>>> document) {
        this.document = document;
    }

    /** Asks for ids. */
    void ask(List<String> ids) {
        if (failure != null) {
            return;
        }
        Reply<List<DeliveryStatus>> reply = document.apply(ids);
        switch (reply.kind()) {
            case ANSWERED -> reply.value().forEach(status -> answers.put(status.idMessage(), status));
            case REFUSED -> refused(ids, reply);
            case REFUSED_BY_STATUS, NOT_SENT, UNKNOWN -> failure = reply;
        }
    }

    /** Returns the status of an id, {@code null} when the gateway did not get to it. */
    @Nullable
    DeliveryStatus answer(String id) {
        return answers.get(id);
    }

    /** Returns why the asking ended early, {@code null} when it did not. */
    @Nullable
    Reply<?> failure() {
        return failure;
    }

    private void refused(List<String> ids, Reply<?> reply) {
        if (reply.reason().concernsAccount()) {
            failure = reply;
        } else if (ids.size() == 1) {
            LOG.warn("The gateway refuses to tell the state of {}: {}", ids.get(0), SafeText.of(reply.text()));
            answers.put(ids.get(0), DeliveryStatus.unknown(ids.get(0)));
        } else {
            int half = ids.size() / 2;
            ask(ids.subList(0, half));
            ask(ids.subList(half, ids.size()));
        }
    }
}
