package ru.targetsms.camel.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;
import ru.targetsms.camel.text.SmsText;

/** Measures one gateway. All meters are there from the start, so that the first event shows as an increase. */
final class GatewayMeters implements GatewayListener {

    private final Map<Kind, Counter> sent = new EnumMap<>(Kind.class);
    private final Map<Kind, Counter> asked = new EnumMap<>(Kind.class);
    private final Map<Outcome, Counter> recipients = new EnumMap<>(Outcome.class);
    private final Counter smsParts;
    private final DistributionSummary documentSize;
    private final Timer sending;
    private final Timer asking;

    GatewayMeters(MicrometerMeters meters, Tags tags) {
        Tags send = tags.and("operation", "send");
        Tags status = tags.and("operation", "status");
        for (Kind kind : Kind.values()) {
            String result = MicrometerMeters.word(kind);
            sent.put(kind, requests(meters, send.and("result", result)));
            asked.put(kind, requests(meters, status.and("result", result)));
        }
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.INVALID) {
                recipients.put(
                        outcome,
                        meters.counter(
                                "targetsms.recipients",
                                "Recipients by what the gateway made of them",
                                tags.and("outcome", MicrometerMeters.word(outcome))));
            }
        }
        smsParts = meters.counter(
                "targetsms.sms.parts", "SMS parts predicted for accepted recipients, as far as they go by SMS", tags);
        documentSize = meters.summary("targetsms.document.recipients", "Recipients in one document", tags);
        sending = meters.timer("targetsms.request", "How long a request took", send);
        asking = meters.timer("targetsms.request", "How long a request took", status);
    }

    @Override
    public void sent(List<Submission> document, Reply<List<SendResult>> reply, long nanos) {
        if (!Outcomes.areOfADryRun(reply)) {
            Objects.requireNonNull(sent.get(reply.kind())).increment();
            sending.record(nanos, TimeUnit.NANOSECONDS);
            documentSize.record(document.size());
        }
        if (Outcomes.areDecided(document, reply)) {
            count(document, reply);
        }
    }

    @Override
    public void asked(Reply<List<DeliveryStatus>> reply, long nanos) {
        Objects.requireNonNull(asked.get(reply.kind())).increment();
        asking.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** One increment for each outcome of the document. */
    @SuppressWarnings("EnumOrdinal") // lives as long as this call
    private void count(List<Submission> document, Reply<List<SendResult>> reply) {
        int[] outcomes = new int[Outcome.values().length];
        long parts = 0;
        for (int i = 0; i < document.size(); i++) {
            Outcome outcome = Outcomes.of(reply, i);
            outcomes[outcome.ordinal()]++;
            if (outcome == Outcome.ACCEPTED) {
                parts += document.get(i).content().sms().map(SmsText::parts).orElse(0);
            }
        }
        recipients.forEach((outcome, counter) -> {
            if (outcomes[outcome.ordinal()] > 0) {
                counter.increment(outcomes[outcome.ordinal()]);
            }
        });
        smsParts.increment((double) parts);
    }

    private static Counter requests(MicrometerMeters meters, Tags tags) {
        return meters.counter("targetsms.requests", "POSTs to the gateway by how they ended", tags);
    }
}
