package ru.targetsms.camel.send;

import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;

/**
 * Warns of client ids that the gateway knew already (R20, F22): on a redelivery that is what they are for, on a first
 * attempt a key was used before, maybe for another message.
 */
final class DuplicateWarning {

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateWarning.class);
    private static final int IDS_SHOWN = 20;

    private DuplicateWarning() {}

    static void log(Message message, String host, List<SendResult> results) {
        List<Long> ids = results.stream()
                .filter(result -> result.outcome() == Outcome.DUPLICATE)
                .map(SendResult::clientIdMessage)
                .toList();
        if (!ids.isEmpty() && !isRedelivered(message)) {
            LOG.warn(
                    "{} knew {} client ids already, though the exchange is no redelivery: {}",
                    host,
                    ids.size(),
                    ids.subList(0, Math.min(IDS_SHOWN, ids.size())));
        }
    }

    private static boolean isRedelivered(Message message) {
        return Objects.requireNonNull(message.getExchange()).isExternalRedelivered()
                || Boolean.TRUE.equals(message.getHeader(Exchange.REDELIVERED, Boolean.class));
    }
}
