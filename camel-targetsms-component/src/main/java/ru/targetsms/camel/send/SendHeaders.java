package ru.targetsms.camel.send;

import java.util.List;
import java.util.Objects;
import org.apache.camel.Message;
import ru.targetsms.camel.Headers;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;

/** Writes the results of a send to a message: the body, and headers that sum them up. */
final class SendHeaders {

    private SendHeaders() {}

    static void write(Message message, List<SendResult> results) {
        message.setBody(results);
        message.setHeader(TargetSmsConstants.ACCEPTED_COUNT, (int)
                results.stream().filter(SendResult::accepted).count());
        message.setHeader(TargetSmsConstants.REJECTED_COUNT, (int)
                results.stream().filter(result -> result.outcome().refused()).count());
        Headers.set(message, TargetSmsConstants.OUTCOME, Outcome.worst(results).orElse(null));
        Headers.set(message, TargetSmsConstants.ID_MESSAGE, idMessage(results));
    }

    private static Object idMessage(List<SendResult> results) {
        List<String> ids = results.stream()
                .filter(SendResult::accepted)
                .map(SendResult::idMessage)
                .filter(Objects::nonNull)
                .toList();
        if (results.size() == 1) {
            return ids.isEmpty() ? null : ids.get(0);
        }
        return ids;
    }
}
