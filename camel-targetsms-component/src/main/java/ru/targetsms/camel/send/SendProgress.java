package ru.targetsms.camel.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.SafeText;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.FailOn;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.MessagesRejectedException;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.NotTrackedException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.SendReport;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.model.Violation;
import ru.targetsms.camel.tracking.TrackingException;

/**
 * Gathers what becomes of the recipients of one exchange, in input order, and says at the end how the exchange fails.
 * Safe for several threads.
 */
@SuppressWarnings("EnumOrdinal") // indexes the counts, and is stored nowhere
final class SendProgress {

    private static final int IDS_SHOWN = 20;
    private static final int OUTCOMES = Outcome.values().length;

    private final String host;
    private final List<SendResult> results = new ArrayList<>(1);
    private final int[] counts = new int[OUTCOMES];
    private final TreeMap<Integer, Submission> leftOver = new TreeMap<>();
    private int refusedByDocument;
    private @Nullable Reply<?> accountRefusal;
    private @Nullable Reply<?> documentRefusal;
    private @Nullable Reply<?> notSent;
    private @Nullable Reply<?> unknown;
    private @Nullable Throwable readFailure;
    private volatile boolean halted;

    /** Makes an empty report on what goes to the host. */
    SendProgress(String host) {
        this.host = host;
    }

    /** Records a recipient, given by its position, of a message that breaks rules. */
    synchronized void invalid(
            int index, @Nullable String phone, @Nullable Long clientIdMessage, List<Violation> violations) {
        set(SendResult.invalid(index, phone, clientIdMessage, violations));
    }

    /** Records what became of recipients. */
    synchronized void record(List<Submission> recipients, Reply<List<SendResult>> reply) {
        switch (reply.kind()) {
            case ANSWERED -> {
                for (int i = 0; i < recipients.size(); i++) {
                    put(recipients.get(i), reply.value().get(i));
                }
            }
            case REFUSED, REFUSED_BY_STATUS -> {
                putAll(recipients, Outcome.REJECTED, reply.text());
                refusedByDocument += recipients.size();
                documentRefusal = documentRefusal == null ? reply : documentRefusal;
                if (reply.reason().concernsAccount()) {
                    accountRefusal = reply;
                    halted = true;
                }
            }
            case NOT_SENT -> {
                putAll(recipients, Outcome.NOT_SENT, reply.problem());
                notSent = notSent == null ? reply : notSent;
                halted = true;
            }
            case UNKNOWN -> {
                putAll(recipients, Outcome.UNKNOWN, reply.problem());
                unknown = unknown == null ? reply : unknown;
            }
        }
    }

    /** Records a recipient that was refused before it left. */
    synchronized void refused(Submission recipient, String why) {
        put(recipient, SendResult.without(recipient, Outcome.REJECTED, why));
    }

    /** Records recipients that were read, but whose turn never came. */
    synchronized void neverBegun(List<Submission> recipients) {
        putAll(recipients, Outcome.NOT_SENT, "its turn never came");
    }

    /** Records that the body could not be read further. */
    synchronized void readingFailed(Throwable cause) {
        readFailure = cause;
    }

    /** Tells whether no further document may be begun. */
    boolean isHalted() {
        return halted;
    }

    /** Counts the recipients with an outcome. */
    synchronized int count(Outcome outcome) {
        return counts[outcome.ordinal()];
    }

    /** The results, in input order. */
    synchronized List<SendResult> results() {
        return List.copyOf(results);
    }

    /** Chooses the one exception of the contract, or null when the exchange does not fail. */
    synchronized @Nullable TargetSmsException failure(Body body, FailOn failOn) {
        if (readFailure != null) {
            String problem = "the body could not be read after " + results.size() + " recipients: "
                    + readFailure.getClass().getName();
            return new InvalidMessageException(problem, readFailure, report(body));
        }
        if (count(Outcome.UNKNOWN) > 0) {
            return new OutcomeUnknownException(
                    describe("outcome unknown for", Outcome.UNKNOWN, unknown), cause(unknown), report(body));
        }
        if (accountRefusal != null) {
            return documentRejected(accountRefusal, body);
        }
        if (count(Outcome.NOT_SENT) > 0) {
            return new NotSentException(describe("not sent:", Outcome.NOT_SENT, notSent), cause(notSent), report(body));
        }
        if (!results.isEmpty() && count(Outcome.INVALID) == results.size()) {
            return new InvalidMessageException(report(body));
        }
        if (documentRefusal != null && !results.isEmpty() && refusedByDocument == results.size()) {
            return documentRejected(documentRefusal, body);
        }
        return failOn.fails(results) ? new MessagesRejectedException(describeRefused(), report(body)) : null;
    }

    /** Says that recipients were accepted, but not stored by the tracker. */
    synchronized NotTrackedException notTracked(Body body, int accepted, Throwable cause) {
        return new NotTrackedException(
                host + " accepted " + accepted + " of " + results.size()
                        + " recipients, but the delivery tracker did not store them: "
                        + (cause instanceof TrackingException
                                ? cause.getMessage()
                                : cause.getClass().getName()),
                cause,
                report(body));
    }

    private DocumentRejectedException documentRejected(Reply<?> reply, Body body) {
        return new DocumentRejectedException(reply.problem(), reply.text(), reply.reason(), report(body));
    }

    private SendReport report(Body body) {
        List<TargetSmsMessage> messages =
                leftOver.values().stream().map(Submission::toMessage).toList();
        return new SendReport(List.copyOf(results), body.remainder(messages), body.isRereadable());
    }

    private void putAll(List<Submission> recipients, Outcome outcome, String text) {
        recipients.forEach(recipient -> put(recipient, SendResult.without(recipient, outcome, text)));
    }

    private void put(Submission recipient, SendResult result) {
        set(result);
        if (result.outcome() == Outcome.NOT_SENT || result.outcome() == Outcome.REJECTED) {
            leftOver.put(recipient.index(), recipient);
        }
    }

    private void set(SendResult result) {
        while (results.size() <= result.index()) {
            results.add(null);
        }
        results.set(result.index(), result);
        counts[result.outcome().ordinal()]++;
    }

    private Stream<SendResult> with(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome);
    }

    private String describe(String what, Outcome outcome, @Nullable Reply<?> reply) {
        List<Long> ids = with(outcome)
                .map(SendResult::clientIdMessage)
                .filter(Objects::nonNull)
                .toList();
        String named =
                ids.isEmpty() ? "without client ids" : "client ids " + ids.subList(0, Math.min(IDS_SHOWN, ids.size()));
        return what + " " + count(outcome) + " of " + results.size() + " recipients (" + named + "); "
                + (reply == null ? host + ": the answer does not name them" : reply.problem());
    }

    private String describeRefused() {
        List<SendResult> refused =
                results.stream().filter(result -> result.outcome().refused()).toList();
        SendResult first = refused.get(0);
        String why = first.outcome() == Outcome.INVALID ? first.violations().toString() : SafeText.of(first.text());
        return host + ": " + refused.size() + " of " + results.size() + " recipients refused; the first, "
                + Phones.mask(first.phone()) + " (client id " + first.clientIdMessage() + "): " + why;
    }

    private static @Nullable Throwable cause(@Nullable Reply<?> reply) {
        return reply == null ? null : reply.cause();
    }
}
