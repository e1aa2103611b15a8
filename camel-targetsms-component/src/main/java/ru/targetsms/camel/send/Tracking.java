package ru.targetsms.camel.send;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;
import ru.targetsms.camel.text.SmsText;
import ru.targetsms.camel.tracking.DeliveryTracker;
import ru.targetsms.camel.tracking.TrackedMessage;

/** Gathers what was accepted of one exchange and hands it to the delivery tracker. Safe for several threads. */
final class Tracking {

    private static final Logger LOG = LoggerFactory.getLogger(Tracking.class);
    private static final DateTimeFormatter TIME_SEND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /**
     * Where to.
     *
     * @param tracker stores what was accepted
     * @param account whose messages these are
     * @param zone    zone of {@code time_send} (R10)
     * @param clock   tells how far {@code time_send} is off
     */
    record Target(DeliveryTracker tracker, String account, ZoneId zone, Clock clock) {}

    private final Target target;
    private final Map<Integer, String> correlationIds = new HashMap<>();
    private final List<TrackedMessage> accepted = new ArrayList<>(1);

    Tracking(Target target) {
        this.target = target;
    }

    /** Remembers what the sender knows a recipient by. */
    synchronized void correlate(int index, @Nullable String correlationId) {
        if (correlationId != null) {
            correlationIds.put(index, correlationId);
        }
    }

    /** Takes what became of recipients. */
    synchronized void answered(List<Submission> recipients, List<SendResult> results) {
        for (int i = 0; i < recipients.size(); i++) {
            SendResult result = results.get(i);
            String id = result.idMessage();
            if (result.accepted() && id != null) {
                accepted.add(message(recipients.get(i), id));
            } else if (result.outcome() == Outcome.DUPLICATE || result.outcome() == Outcome.HELD) {
                LOG.warn(
                        "Client id {} was accepted before, and the gateway does not repeat its id: no delivery report"
                                + " can be asked for",
                        result.clientIdMessage());
            }
        }
    }

    /** Counts what was accepted and has an id. */
    synchronized int size() {
        return accepted.size();
    }

    /**
     * Stores what was accepted.
     *
     * @throws RuntimeException when the tracker fails
     */
    synchronized void store() {
        if (!accepted.isEmpty()) {
            target.tracker().track(accepted);
        }
    }

    private TrackedMessage message(Submission recipient, String id) {
        return new TrackedMessage(
                target.account(),
                id,
                recipient.phone(),
                recipient.clientIdMessage(),
                correlationIds.get(recipient.index()),
                startsIn(recipient.content().get(MessageField.TIME_SEND)),
                recipient.content().sms().map(SmsText::parts).orElse(null));
    }

    private Duration startsIn(@Nullable String timeSend) {
        return timeSend == null
                ? Duration.ZERO
                : Duration.between(
                        target.clock().instant(),
                        LocalDateTime.parse(timeSend, TIME_SEND)
                                .atZone(target.zone())
                                .toInstant());
    }
}
