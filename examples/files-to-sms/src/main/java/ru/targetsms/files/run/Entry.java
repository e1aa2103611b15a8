package ru.targetsms.files.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.files.csv.CsvMessage;

/** A message on its way, and what has become of it so far. */
final class Entry {

    private final CsvMessage message;
    private final Map<String, Object> fields;
    private ResultRow result;
    private boolean open = true;

    /**
     * Makes an entry.
     *
     * @param key stands in for a client id where the row has none: no repeat may reach anybody twice
     * @param mayHaveLeft whether an earlier program may have sent it and not lived to see the answer
     */
    Entry(CsvMessage message, String key, boolean mayHaveLeft) {
        this.message = message;
        this.fields = new LinkedHashMap<>(message.fields());
        if (message.clientId().isEmpty()) {
            fields.putIfAbsent("idempotency_key", key);
        }
        result = mayHaveLeft
                ? row(Outcome.UNKNOWN, "the program ended while this message was on its way")
                : row(Outcome.NOT_SENT, "its turn never came");
        if (message.problem() != null) {
            close(Outcome.INVALID, message.problem());
        }
    }

    /** Tells whether the message may (still, or once more) be handed to the gateway without arriving twice. */
    boolean open() {
        return open;
    }

    Map<String, Object> fields() {
        return fields;
    }

    int length() {
        return message.length();
    }

    ResultRow result() {
        return result;
    }

    /** Lets an open message stay unsent. */
    void leaveOut(String reason) {
        if (open && result.outcome() == Outcome.NOT_SENT) {
            close(Outcome.NOT_SENT, reason);
        }
        open = false;
    }

    /**
     * Takes over what the component says. What never left stays open, and so does what the gateway would know again.
     * Once unknown, only the gateway's own word makes it known.
     */
    void settle(SendResult answer) {
        if (result.outcome() == Outcome.UNKNOWN && answer.outcome() == Outcome.NOT_SENT) {
            return;
        }
        open = answer.outcome() == Outcome.NOT_SENT
                || answer.outcome() == Outcome.UNKNOWN && answer.clientIdMessage() != null;
        result = new ResultRow(
                message.line(),
                Objects.requireNonNullElse(answer.phone(), message.phone()),
                answer.clientIdMessage() == null
                        ? message.clientId()
                        : answer.clientIdMessage().toString(),
                answer.outcome(),
                Objects.requireNonNullElse(answer.idMessage(), ""),
                text(answer));
    }

    private void close(Outcome outcome, String text) {
        open = false;
        result = row(outcome, text);
    }

    private ResultRow row(Outcome outcome, String text) {
        return new ResultRow(message.line(), message.phone(), message.clientId(), outcome, "", text);
    }

    private static String text(SendResult answer) {
        return answer.violations().isEmpty()
                ? Objects.requireNonNullElse(answer.text(), "")
                : answer.violations().stream().map(Object::toString).collect(Collectors.joining("; "));
    }
}
