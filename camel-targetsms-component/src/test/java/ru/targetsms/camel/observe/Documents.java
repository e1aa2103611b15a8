package ru.targetsms.camel.observe;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/** Makes documents and replies to them. */
final class Documents {

    private static final Content CONTENT = new Content(new EnumMap<>(Map.of(MessageField.TEXT_SMS, "Привет")));

    private Documents() {}

    /** Makes a document of so many messages, to one recipient each. */
    static List<Submission> of(int messages) {
        Object body = new Object();
        return IntStream.range(0, messages)
                .mapToObj(i -> new Submission(body, i, i, CONTENT, "7900123" + (4000 + i), null))
                .toList();
    }

    static Reply<List<SendResult>> answer(List<Submission> document, Outcome outcome) {
        List<SendResult> results = document.stream()
                .map(recipient -> new SendResult(
                        recipient.index(),
                        recipient.phone(),
                        null,
                        outcome,
                        "5" + recipient.index(),
                        null,
                        null,
                        null,
                        null,
                        List.of()))
                .toList();
        return new Reply<>(Kind.ANSWERED, results, null, null, null, null);
    }

    static <T> Reply<T> answered() {
        return new Reply<>(Kind.ANSWERED, null, null, null, null, null);
    }

    static <T> Reply<T> refusal(Kind kind, Reason reason) {
        return new Reply<>(kind, null, "words", reason, "refused: " + reason, null);
    }
}
