package ru.targetsms.camel.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/**
 * Remembers how the requests of one gateway went: counts, the last success, the last failure and the last outcomes.
 * Takes no lock. Safe for several threads.
 *
 * <p>A request <em>succeeds</em> when the gateway answers it, or refuses it for what it holds: both prove that the
 * gateway is reached and the login is good. It <em>fails</em> when nothing left, when no trustworthy answer came, or
 * when it was refused for credentials or account. A document refused by its HTTP status otherwise says neither.
 */
@SuppressWarnings("EnumOrdinal") // indexes the counts, and is stored nowhere
public final class GatewayActivity implements GatewayListener {

    /** How many outcomes are remembered. */
    public static final int OUTCOMES_KEPT = 20;

    /**
     * Is the outcome of one recipient.
     *
     * @param at          when the answer came
     * @param maskedPhone the phone, its middle hidden
     * @param outcome     what became of the recipient
     * @param idMessage   the gateway's id, {@code null} when it gave none
     */
    public record Seen(Instant at, String maskedPhone, Outcome outcome, @Nullable String idMessage) {}

    /**
     * Is a request that failed.
     *
     * @param at        when it failed
     * @param operation {@code send} or {@code status}
     * @param problem   one line without phone, text or password
     */
    public record Failure(Instant at, String operation, String problem) {}

    /** What is kept of a recipient; its phone is masked when somebody looks, not when it is sent. */
    private record Kept(long at, String phone, Outcome outcome, @Nullable String idMessage) {
        private Seen shown() {
            return new Seen(Instant.ofEpochMilli(at), Phones.mask(phone), outcome, idMessage);
        }

        /** Hides the middle of the phone. */
        @Override
        public String toString() {
            return shown().toString();
        }
    }

    private static final long NEVER = Long.MIN_VALUE;

    private final Clock clock;
    private final LongAdder[] counts = new LongAdder[Outcome.values().length];
    private final AtomicReferenceArray<Kept> last = new AtomicReferenceArray<>(OUTCOMES_KEPT);
    private final AtomicLong kept = new AtomicLong();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long lastSuccess = NEVER;
    private volatile @Nullable Failure lastFailure;

    /** Remembers nothing yet; the clock dates what comes. */
    public GatewayActivity(Clock clock) {
        this.clock = clock;
        Arrays.setAll(counts, outcome -> new LongAdder());
    }

    @Override
    public void sent(List<Submission> document, Reply<List<SendResult>> reply, long nanos) {
        long now = clock.millis();
        if (!Outcomes.areOfADryRun(reply)) {
            judge("send", reply, now);
        }
        if (Outcomes.areDecided(document, reply)) {
            for (int i = 0; i < document.size(); i++) {
                counts[Outcomes.of(reply, i).ordinal()].increment();
            }
            keep(document, reply, now);
        }
    }

    @Override
    public void asked(Reply<List<DeliveryStatus>> reply, long nanos) {
        judge("status", reply, clock.millis());
    }

    /** Counts the recipients with the outcome. Those that never got as far as a request are not among them. */
    public long count(Outcome outcome) {
        return counts[outcome.ordinal()].sum();
    }

    /** Counts the recipients by outcome, in the order the outcomes are declared. */
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> all = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            all.put(outcome, count(outcome));
        }
        return all;
    }

    /** Tells when a request last succeeded, {@code null} for never. */
    public @Nullable Instant lastSuccess() {
        long at = lastSuccess;
        return at == NEVER ? null : Instant.ofEpochMilli(at);
    }

    /** Returns the last request that failed, {@code null} for none. */
    public @Nullable Failure lastFailure() {
        return lastFailure;
    }

    /** Counts the requests that failed since one succeeded. */
    public int consecutiveFailures() {
        return failures.get();
    }

    /** Tells how long ago a request last succeeded or failed, {@code null} for never. */
    @Nullable
    Duration sinceLastRequest() {
        Failure failure = lastFailure;
        long at = Math.max(lastSuccess, failure == null ? NEVER : failure.at().toEpochMilli());
        return at == NEVER ? null : ageOf(Instant.ofEpochMilli(at));
    }

    /** Tells how long ago something was. */
    Duration ageOf(Instant moment) {
        return Duration.between(moment, clock.instant());
    }

    /** Returns the last outcomes, the newest first. */
    public List<Seen> lastOutcomes() {
        List<Seen> seen = new ArrayList<>(OUTCOMES_KEPT);
        long newest = kept.get();
        for (long at = newest - 1; at >= Math.max(0, newest - OUTCOMES_KEPT); at--) {
            Kept one = last.get((int) (at % OUTCOMES_KEPT));
            if (one != null) {
                seen.add(one.shown());
            }
        }
        return seen;
    }

    /** Shows counts only. */
    @Override
    public String toString() {
        return "GatewayActivity" + counts();
    }

    private void judge(String operation, Reply<?> reply, long now) {
        switch (reply.kind()) {
            case ANSWERED -> succeeded(now);
            case REFUSED -> {
                if (reply.reason().concernsAccount()) {
                    failed(operation, reply, now);
                } else {
                    succeeded(now);
                }
            }
            case REFUSED_BY_STATUS -> {
                if (reply.reason().concernsAccount()) {
                    failed(operation, reply, now);
                }
            }
            case NOT_SENT, UNKNOWN -> failed(operation, reply, now);
        }
    }

    private void succeeded(long now) {
        lastSuccess = now;
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    private void failed(String operation, Reply<?> reply, long now) {
        lastFailure = new Failure(Instant.ofEpochMilli(now), operation, reply.problem());
        failures.incrementAndGet();
    }

    private void keep(List<Submission> document, Reply<List<SendResult>> reply, long now) {
        int first = Math.max(0, document.size() - OUTCOMES_KEPT);
        long at = kept.getAndAdd(document.size() - first);
        for (int i = first; i < document.size(); i++, at++) {
            String id = reply.value() == null ? null : reply.value().get(i).idMessage();
            Kept one = new Kept(now, document.get(i).phone(), Outcomes.of(reply, i), id);
            last.set((int) (at % OUTCOMES_KEPT), one);
        }
    }
}
