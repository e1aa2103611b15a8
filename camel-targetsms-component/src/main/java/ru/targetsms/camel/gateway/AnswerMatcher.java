package ru.targetsms.camel.gateway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ru.targetsms.camel.gateway.Response.Information;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/**
 * Finds for every recipient what the answer says of it (R22-R24): by client id, then by position with an equal phone.
 * A recipient of which the answer says nothing is {@link Outcome#UNKNOWN}. One use per answer.
 */
final class AnswerMatcher {

    private final IdentityHashMap<Submission, SendResult> results = new IdentityHashMap<>();
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
        return isInOrder(document, messages, response)
                ? inOrder(document, response)
                : search(document, messages, response);
    }

    /** The usual answer has one entry for each recipient, in order, and each fits: {@link #search} finds the same. */
    @SuppressWarnings("ReferenceEquality") // a document may hold equal recipients
    private static boolean isInOrder(List<Submission> document, List<List<Submission>> messages, Response response) {
        if (messages.size() != response.messages.size()) {
            return false;
        }
        Iterator<Submission> next = document.iterator();
        for (int i = 0; i < messages.size(); i++) {
            List<Submission> message = messages.get(i);
            List<Information> entries = response.messages.get(i).informations;
            if (message.size() != entries.size()) {
                return false;
            }
            for (int j = 0; j < entries.size(); j++) {
                if (message.get(j) != next.next() || !InformationReader.fits(message.get(j), entries.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<SendResult> inOrder(List<Submission> document, Response response) {
        List<SendResult> results = new ArrayList<>(document.size());
        for (Response.Message message : response.messages) {
            for (Information information : message.informations) {
                results.add(InformationReader.read(document.get(results.size()), information));
            }
        }
        return Collections.unmodifiableList(results);
    }

    /** Looks every recipient up; right for any answer. */
    static List<SendResult> search(List<Submission> document, List<List<Submission>> messages, Response response) {
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
            if (!results.containsKey(submission)
                    && !used.contains(information)
                    && InformationReader.fits(submission, information)) {
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
        results.put(submission, InformationReader.read(submission, information));
    }

    private SendResult result(Submission submission) {
        SendResult result = results.get(submission);
        return result != null ? result : SendResult.without(submission, Outcome.UNKNOWN, null);
    }
}
