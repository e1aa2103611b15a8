package ru.targetsms.camel.send;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.Headers;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;

/** Writes the results of a send to a message: the body, and headers that sum them up. */
final class SendHeaders {

    private SendHeaders() {}

    static void write(Message message, List<SendResult> results) {
        int accepted = 0;
        int refused = 0;
        List<String> ids = new ArrayList<>(results.size());
        for (SendResult result : results) {
            Outcome outcome = result.outcome();
            accepted += outcome.accepted() ? 1 : 0;
            refused += outcome.refused() ? 1 : 0;
            if (outcome.accepted() && result.idMessage() != null) {
                ids.add(result.idMessage());
            }
        }
        message.setBody(results);
        message.setHeader(TargetSmsConstants.ACCEPTED_COUNT, accepted);
        message.setHeader(TargetSmsConstants.REJECTED_COUNT, refused);
        Headers.set(message, TargetSmsConstants.OUTCOME, Outcome.worst(results).orElse(null));
        Headers.set(message, TargetSmsConstants.ID_MESSAGE, results.size() == 1 ? single(ids) : List.copyOf(ids));
    }

    private static @Nullable String single(List<String> ids) {
        return ids.isEmpty() ? null : ids.get(0);
    }
}
