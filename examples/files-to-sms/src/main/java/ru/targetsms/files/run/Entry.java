package ru.targetsms.files.run;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.files.csv.CsvMessage;

/** A message on its way, and what has become of it so far. */
final class Entry {

    private final CsvMessage message;
    private ResultRow result;
    private boolean open = true;

    Entry(CsvMessage message) {
        this.message = message;
        result = row(Outcome.NOT_SENT, "its turn never came");
        if (message.problem() != null) {
            close(Outcome.INVALID, message.problem());
        }
    }

    /** Tells whether the message may (still, or once more) be handed to the gateway without arriving twice. */
    boolean open() {
        return open;
    }

    boolean hasClientId() {
        return !message.clientId().isEmpty();
    }

    Map<String, Object> fields() {
        return message.fields();
    }

    int length() {
        return message.length();
    }

    ResultRow result() {
        return result;
    }

    void close(Outcome outcome, String text) {
        open = false;
        result = row(outcome, text);
    }

    /** Takes over what the component says. What never left stays open, and so does what the gateway would know again. */
    void settle(SendResult answer) {
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

    private ResultRow row(Outcome outcome, String text) {
        return new ResultRow(message.line(), message.phone(), message.clientId(), outcome, "", text);
    }

    private static String text(SendResult answer) {
        return answer.violations().isEmpty()
                ? Objects.requireNonNullElse(answer.text(), "")
                : answer.violations().stream().map(Object::toString).collect(Collectors.joining("; "));
    }
}
