package ru.targetsms.camel.status;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.camel.model.DeliveryState.DELIVER;
import static ru.targetsms.camel.model.DeliveryState.EXPIRED;
import static ru.targetsms.camel.model.DeliveryState.NOT_DELIVER;
import static ru.targetsms.camel.model.DeliveryState.READ;
import static ru.targetsms.camel.model.DeliveryState.SEND;
import static ru.targetsms.camel.model.DeliveryState.UNKNOWN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.Emit;
import ru.targetsms.camel.status.ReportRules.Judgement;
import ru.targetsms.camel.tracking.Claim;
import ru.targetsms.camel.tracking.TrackedMessage;

class ReportRulesTest {

    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final TrackedMessage MESSAGE =
            new TrackedMessage("host/login", "111", "79001234567", 7L, "order 7", Duration.ZERO, null);

    @Test
    void aFinalStateIsReportedWithTheSendersOwnMessageAndEndsIt() {
        Judgement judgement = rules(Emit.FINAL).judge(claim(null, 0, YOUNG), status(DELIVER, null));

        assertThat(judgement.report().phone()).isEqualTo("79001234567");
        assertThat(judgement.report().clientIdMessage()).isEqualTo(7L);
        assertThat(judgement.report().correlationId()).isEqualTo("order 7");
        assertThat(judgement.report().isFinal()).isTrue();
        assertThat(judgement.end().isDone()).isTrue();
        assertThat(judgement.end().state()).isEqualTo(DELIVER);
    }

    @Test
    void whatIsUnderWayIsNoReportUnlessChangesAreWanted() {
        assertThat(rules(Emit.FINAL)
                        .judge(claim(null, 0, YOUNG), status(SEND, null))
                        .report())
                .isNull();

        Judgement first = rules(Emit.CHANGES).judge(claim(null, 0, YOUNG), status(SEND, null));
        Judgement again = rules(Emit.CHANGES).judge(claim(SEND, 1, YOUNG), status(SEND, null));

        assertThat(first.report().state()).isEqualTo(SEND);
        assertThat(first.end().isDone()).isFalse();
        assertThat(again.report()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Emit.class)
    void f37_anUnknownIdIsNoNewsAndStaysPending(Emit emit) {
        Judgement judgement = rules(emit).judge(claim(SEND, 1, YOUNG), status(UNKNOWN, null));

        assertThat(judgement.report()).isNull();
        assertThat(judgement.end().isDone()).isFalse();
        assertThat(judgement.end().state()).isEqualTo(SEND);
    }

    /** R33 */
    @Test
    void aViberDeliveryIsFollowedUntilItIsReadWhenChangesAreWanted() {
        ReportRules rules = rules(Emit.CHANGES);

        Judgement delivered = rules.judge(claim(SEND, 1, YOUNG), status(DELIVER, DELIVER));
        Judgement still = rules.judge(claim(DELIVER, 2, YOUNG), status(DELIVER, DELIVER));
        Judgement read = rules.judge(claim(DELIVER, 3, YOUNG), status(DELIVER, READ));

        assertThat(delivered.report().stateViber()).isEqualTo(DELIVER);
        assertThat(delivered.end().isDone()).isFalse();
        assertThat(still.report()).isNull();
        assertThat(still.end().isDone()).isFalse();
        assertThat(read.report().stateViber()).isEqualTo(READ);
        assertThat(read.end().isDone()).isTrue();
        assertThat(read.end().state()).isEqualTo(READ);
    }

    @Test
    void aDeliveryBySmsOrWithoutChangesWantedEndsTheMessage() {
        assertThat(rules(Emit.CHANGES)
                        .judge(claim(SEND, 1, YOUNG), status(DELIVER, null))
                        .end()
                        .isDone())
                .isTrue();
        assertThat(rules(Emit.FINAL)
                        .judge(claim(SEND, 1, YOUNG), status(DELIVER, DELIVER))
                        .end()
                        .isDone())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryState.class,
            names = {"SEND", "NOT_DELIVER", "EXPIRED"})
    void f38_aStateNeverGoesBackAndTheFirstFinalOneStays(DeliveryState later) {
        Judgement judgement = rules(Emit.CHANGES).judge(claim(DELIVER, 2, YOUNG), status(later, null));

        assertThat(judgement.contradiction()).isTrue();
        assertThat(judgement.report()).isNull();
        assertThat(judgement.end().state()).isEqualTo(DELIVER);
        assertThat(judgement.end().isDone()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Emit.class)
    void aMessageWithoutAFinalStateIsGivenUpWithTheLastStateKnown(Emit emit) {
        Judgement judgement = rules(emit).judge(claim(SEND, 9, Duration.ofDays(3)), status(UNKNOWN, null));

        assertThat(judgement.report().state()).isEqualTo(SEND);
        assertThat(judgement.report().text()).isEqualTo("no final state");
        assertThat(judgement.report().isFinal()).isFalse();
        assertThat(judgement.report().phone()).isEqualTo("79001234567");
        assertThat(judgement.end().isDone()).isTrue();
    }

    @Test
    void anIdTheGatewayNeverKnewIsGivenUpToo() {
        Judgement judgement = rules(Emit.FINAL).judge(claim(null, 9, Duration.ofDays(3)), status(UNKNOWN, null));

        assertThat(judgement.report().state()).isEqualTo(UNKNOWN);
        assertThat(judgement.end().isDone()).isTrue();
    }

    @Test
    void aFinalStateThatComesAtTheLastMomentIsStillReportedAsSuch() {
        Judgement judgement = rules(Emit.FINAL).judge(claim(SEND, 9, Duration.ofDays(4)), status(EXPIRED, null));

        assertThat(judgement.report().state()).isEqualTo(EXPIRED);
        assertThat(judgement.report().text()).isEqualTo("words");
    }

    @Test
    void aReportedDeliveryThatNobodyReadsIsGivenUpInSilence() {
        Judgement judgement =
                rules(Emit.CHANGES).judge(claim(DELIVER, 9, Duration.ofDays(3)), status(DELIVER, DELIVER));

        assertThat(judgement.report()).isNull();
        assertThat(judgement.end().isDone()).isTrue();
    }

    @Test
    void theDelayDoublesUpToTheLongestWithATenthOfJitterAndEndsWhereTheMessageIsGivenUp() {
        ReportRules without = rules(Emit.FINAL, 0);
        List<Long> seconds = new ArrayList<>();
        for (int polls = 0; polls < 10; polls++) {
            seconds.add(next(without, polls, YOUNG).toSeconds());
        }

        assertThat(seconds).containsExactly(20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L);
        assertThat(next(rules(Emit.FINAL, 1), 0, YOUNG)).isEqualTo(Duration.ofSeconds(18));
        assertThat(next(without, 1_000_000, YOUNG)).isEqualTo(Duration.ofHours(1));
        assertThat(next(without, 9, Duration.ofDays(3).minusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void withoutAFirstDelayTheNextOnesStillGrow() {
        ReportRules rules =
                new ReportRules(Emit.FINAL, Duration.ZERO, Duration.ofHours(1), Duration.ofDays(3), () -> 0);

        assertThat(next(rules, 0, YOUNG)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aNotDeliveredMessageIsAsFinalAsADeliveredOne() {
        Judgement judgement = rules(Emit.CHANGES).judge(claim(SEND, 1, YOUNG), status(NOT_DELIVER, NOT_DELIVER));

        assertThat(judgement.end().isDone()).isTrue();
    }

    private static Duration next(ReportRules rules, int polls, Duration age) {
        return rules.judge(claim(SEND, polls, age), status(SEND, null)).end().next();
    }

    private static ReportRules rules(Emit emit) {
        return rules(emit, 0.5);
    }

    private static ReportRules rules(Emit emit, double chance) {
        return new ReportRules(emit, Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofDays(3), () -> chance);
    }

    private static Claim claim(DeliveryState known, int polls, Duration age) {
        return new Claim(MESSAGE, 1, known, polls, 0, age);
    }

    private static DeliveryStatus status(DeliveryState state, DeliveryState viber) {
        return new DeliveryStatus("111", state, null, viber, null, null, null, null, "words", null, null, null);
    }
}
