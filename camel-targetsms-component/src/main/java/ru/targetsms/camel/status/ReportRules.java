package ru.targetsms.camel.status;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.ReportOptions;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.Emit;
import ru.targetsms.camel.tracking.Claim;
import ru.targetsms.camel.tracking.ClaimEnd;

/**
 * Decides what an answer about a claimed message means: whether there is something to report, and when the message is
 * due again. States only move forward, and the first final state stays (F38).
 *
 * @param emit           which states are reported
 * @param firstPollDelay zero or more; half the first delay between two polls, which is two seconds when it is zero
 * @param maxPollDelay   longest delay between two polls
 * @param giveUpAfter    age at which a message without a final state is given up
 * @param chance         numbers from 0 to 1, for the jitter
 */
record ReportRules(
        Emit emit, Duration firstPollDelay, Duration maxPollDelay, Duration giveUpAfter, DoubleSupplier chance) {

    private static final double JITTER = 0.1;
    private static final int MOST_DOUBLINGS = 40;

    /**
     * What an answer means.
     *
     * @param report        the report, {@code null} when there is none
     * @param end           what the claim comes to once the report is done
     * @param contradiction whether the answer takes a final state back, and was ignored
     */
    record Judgement(@Nullable DeliveryStatus report, ClaimEnd end, boolean contradiction) {}

    /**
     * Takes the rules from options.
     *
     * @throws IllegalArgumentException naming the option that makes no sense
     */
    static ReportRules of(ReportOptions options) {
        require(options.getFirstPollDelay() >= 0, "firstPollDelay must not be negative");
        require(options.getMaxPollDelay() > 0, "maxPollDelay must be positive");
        require(options.getGiveUpAfter() > 0, "giveUpAfter must be positive");
        return new ReportRules(
                options.getEmit(),
                Duration.ofMillis(options.getFirstPollDelay()),
                Duration.ofMillis(options.getMaxPollDelay()),
                Duration.ofMillis(options.getGiveUpAfter()),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Judges the answer about a claim. */
    Judgement judge(Claim claim, DeliveryStatus answer) {
        DeliveryStatus status = answer.ofMessage(
                claim.message().phone(),
                claim.message().clientIdMessage(),
                claim.message().correlationId());
        DeliveryState seen = furthest(status);
        boolean news = stage(seen) > stage(claim.state());
        DeliveryState known = news ? seen : claim.state();
        boolean contradiction = isFinal(claim.state()) && !news && stage(seen) > 0 && seen != claim.state();
        if (isFinal(known) && !awaitsReading(claim, status, known)) {
            return new Judgement(news ? status : null, claim.done(known), contradiction);
        }
        if (claim.age().compareTo(giveUpAfter) >= 0) {
            return new Judgement(lastReport(status, known), claim.done(known), contradiction);
        }
        boolean reported = news && (emit == Emit.CHANGES || isFinal(known));
        return new Judgement(reported ? status : null, claim.pollAgain(known, delay(claim)), contradiction);
    }

    /** A message whose final state was reported is given up in silence: only its reading was still waited for. */
    private static @Nullable DeliveryStatus lastReport(DeliveryStatus status, @Nullable DeliveryState known) {
        return isFinal(known) ? null : status.withoutFinalState(known == null ? DeliveryState.UNKNOWN : known);
    }

    /** A message that was delivered by Viber can still be read (R33). */
    private boolean awaitsReading(Claim claim, DeliveryStatus status, @Nullable DeliveryState known) {
        return emit == Emit.CHANGES
                && known == DeliveryState.DELIVER
                && (status.stateViber() == DeliveryState.DELIVER || claim.state() == DeliveryState.DELIVER);
    }

    /** Doubles with every poll; ends where the message is given up. */
    private Duration delay(Claim claim) {
        Duration base = firstPollDelay.isZero() ? Duration.ofSeconds(1) : firstPollDelay;
        double grown = base.toMillis() * Math.pow(2, Math.min(claim.polls() + 1, MOST_DOUBLINGS));
        double capped = Math.min(grown, (double) maxPollDelay.toMillis());
        Duration jittered = Duration.ofMillis((long) Math.max(1, capped * (1 - JITTER * chance.getAsDouble())));
        Duration left = giveUpAfter.minus(claim.age());
        return jittered.compareTo(left) < 0 ? jittered : left;
    }

    /** The whole stays {@code deliver} when Viber goes on to {@code read}, {@code link} or {@code unsubscribe}. */
    private static @Nullable DeliveryState furthest(DeliveryStatus status) {
        return status.state() == DeliveryState.DELIVER && stage(status.stateViber()) == stage(DeliveryState.READ)
                ? status.stateViber()
                : status.state();
    }

    private static boolean isFinal(@Nullable DeliveryState state) {
        return state != null && state.isFinal();
    }

    /** Orders the states: a message never goes back, nor from one to another of the same stage. */
    private static int stage(@Nullable DeliveryState state) {
        if (state == null) {
            return 0;
        }
        return switch (state) {
            case UNKNOWN -> 0;
            case SEND -> 1;
            case DELIVER, NOT_DELIVER, EXPIRED, PARTLY_DELIVER -> 2;
            case READ, LINK, UNSUBSCRIBE -> 3;
        };
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }
}
