package ru.targetsms.camel.gateway;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ru.targetsms.camel.gateway.wire.Response;
import ru.targetsms.camel.gateway.wire.Response.Information;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/**
 * Finds for every recipient what the answer says of it (R22-R24): by client id, then by position with an equal phone.
 * A recipient of which the answer says nothing is {@link Outcome#UNKNOWN}. One use per answer.
 */
final class AnswerMatcher {

    private final Map<Submission, SendResult> results = new IdentityHashMap<>();
    private final Set<Information> used = new HashSet<>();

    private AnswerMatcher() {}

    /**
     * Matches an answer.
     *
     * @param document the recipients
     * @param messages the same recipients, grouped as they stood in the request
     * @return one result for each recipient, in the order of the document
     */
    static List<SendResult> match(List<Submission> document, List<List<Submission>> messages, Response response) {
        AnswerMatcher matcher = new AnswerMatcher();
        matcher.byClientId(messages, response);
        if (messages.size() == response.messages.size()) {
            for (int i = 0; i < messages.size(); i++) {
                matcher.byPosition(messages.get(i), response.messages.get(i));
            }
        }
        return document.stream().map(matcher::result).toList();
    }

    private void byClientId(List<List<Submission>> messages, Response response) {
        Map<String, List<Information>> byId = response.messages.stream()
                .flatMap(message -> message.informations.stream())
                .filter(information -> information.clientIdMessage != null)
                .collect(Collectors.groupingBy(information -> information.clientIdMessage.strip()));
        Map<Long, List<Submission>> asked = messages.stream()
                .flatMap(List::stream)
                .filter(submission -> submission.clientIdMessage() != null)
                .collect(Collectors.groupingBy(Submission::clientIdMessage));
        asked.forEach((id, submissions) -> {
            List<Information> answers = byId.getOrDefault(id.toString(), List.of());
            if (submissions.size() == 1 && answers.size() == 1) {
                put(submissions.get(0), answers.get(0));
            }
        });
    }

    private void byPosition(List<Submission> message, Response.Message answer) {
        for (int i = 0; i < Math.min(message.size(), answer.informations.size()); i++) {
            Submission submission = message.get(i);
            Information information = answer.informations.get(i);
            if (!results.containsKey(submission) && !used.contains(information) && fits(submission, information)) {
                put(submission, information);
            }
        }
        if (answer.error != null) {
            message.forEach(submission ->
                    results.putIfAbsent(submission, SendResult.without(submission, Outcome.REJECTED, answer.error)));
        }
    }

    private void put(Submission submission, Information information) {
        used.add(information);
        results.put(submission, toResult(submission, information));
    }

    private SendResult result(Submission submission) {
        SendResult result = results.get(submission);
        return result != null ? result : SendResult.without(submission, Outcome.UNKNOWN, null);
    }

    private static boolean fits(Submission submission, Information information) {
        String id = information.clientIdMessage;
        boolean idFits = id == null || id.isBlank() || id.strip().equals(String.valueOf(submission.clientIdMessage()));
        return idFits && tail(Phones.digits(text(information.phone))).equals(tail(submission.phone()));
    }

    private static SendResult toResult(Submission submission, Information information) {
        Outcome outcome = outcome(submission, information);
        return new SendResult(
                submission.index(),
                submission.phone(),
                submission.clientIdMessage(),
                outcome,
                outcome.accepted() ? Numbers.id(information.idMessage) : null,
                Numbers.channelId(information.idSms),
                Numbers.channelId(information.idViber),
                Numbers.integer(information.countMessage),
                text(information.text),
                List.of());
    }

    private static Outcome outcome(Submission submission, Information information) {
        boolean hasId = !text(information.idMessage).isBlank();
        boolean isDuplicate = GatewayTexts.isDuplicate(information.text);
        boolean isHeld = GatewayTexts.isHeld(information.text);
        if (namesAnotherPhone(submission, information) && (hasId || isDuplicate || isHeld)) {
            return Outcome.REJECTED;
        }
        if (isDuplicate) {
            return Outcome.DUPLICATE;
        }
        if (isHeld) {
            return Outcome.HELD;
        }
        if (hasId) {
            return Outcome.ACCEPTED;
        }
        boolean saysWhy = !text(information.text).isBlank() && !GatewayTexts.isAccepted(information.text);
        return saysWhy ? Outcome.REJECTED : Outcome.UNKNOWN;
    }

    private static boolean namesAnotherPhone(Submission submission, Information information) {
        String answered = Phones.digits(text(information.phone));
        return Phones.isValid(answered) && !tail(answered).equals(tail(submission.phone()));
    }

    /** The gateway may write a number its own way, 8... as 7...: the last ten digits decide. */
    private static String tail(String phone) {
        return phone.substring(Math.max(0, phone.length() - 10));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
