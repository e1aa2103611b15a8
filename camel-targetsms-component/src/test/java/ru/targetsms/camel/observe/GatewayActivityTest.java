package ru.targetsms.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.Submission;

class GatewayActivityTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final GatewayActivity activity = new GatewayActivity(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void nothingIsKnownBeforeTheFirstRequest() {
        assertThat(activity.lastSuccess()).isNull();
        assertThat(activity.lastFailure()).isNull();
        assertThat(activity.consecutiveFailures()).isZero();
        assertThat(activity.lastOutcomes()).isEmpty();
        assertThat(activity.sinceLastRequest()).isNull();
    }

    @Test
    void anAnswerCountsEveryRecipientWhateverBecameOfIt() {
        send(3, Outcome.ACCEPTED);
        send(2, Outcome.REJECTED);

        assertThat(activity.count(Outcome.ACCEPTED)).isEqualTo(3);
        assertThat(activity.count(Outcome.REJECTED)).isEqualTo(2);
        assertThat(activity.lastSuccess()).isEqualTo(NOW);
        assertThat(activity.consecutiveFailures()).isZero();
    }

    /** The rule of the health check: what the gateway refuses for its content says nothing against the account. */
    @ParameterizedTest
    @CsvSource({
        "REFUSED, MALFORMED, true, 0",
        "REFUSED, OTHER, true, 0",
        "REFUSED, AUTHENTICATION, false, 1",
        "REFUSED, ACCOUNT_BLOCKED, false, 1",
        "REFUSED_BY_STATUS, AUTHENTICATION, false, 1",
        "REFUSED_BY_STATUS, OTHER, false, 0",
        "NOT_SENT, , false, 1",
        "UNKNOWN, , false, 1"
    })
    void aRequestSucceedsFailsOrSaysNothing(Kind kind, Reason reason, boolean success, int failures) {
        activity.asked(Documents.refusal(kind, reason), 1);

        assertThat(activity.lastSuccess() != null).isEqualTo(success);
        assertThat(activity.consecutiveFailures()).isEqualTo(failures);
        assertThat(activity.lastFailure() != null).isEqualTo(failures > 0);
    }

    @Test
    void aSuccessEndsTheRowOfFailuresAndTheLastOneIsRemembered() {
        List<Submission> document = Documents.of(1);
        activity.sent(document, Reply.notSent("no route to host"), 1);
        activity.sent(document, Reply.unknown("the answer was cut off", null), 1);
        assertThat(activity.consecutiveFailures()).isEqualTo(2);

        send(1, Outcome.ACCEPTED);

        assertThat(activity.consecutiveFailures()).isZero();
        assertThat(activity.lastFailure())
                .isEqualTo(new GatewayActivity.Failure(NOW, "send", "the answer was cut off"));
        assertThat(activity.count(Outcome.NOT_SENT)).isEqualTo(1);
        assertThat(activity.count(Outcome.UNKNOWN)).isEqualTo(1);
    }

    /** R21: it is halved and sent again, and its recipients would be counted again and again. */
    @Test
    void aRefusedDocumentOfSeveralMessagesDecidesNothing() {
        activity.sent(Documents.of(2), Documents.refusal(Kind.REFUSED, Reason.OTHER), 1);
        assertThat(activity.count(Outcome.REJECTED)).isZero();
        assertThat(activity.lastOutcomes()).isEmpty();

        activity.sent(Documents.of(1), Documents.refusal(Kind.REFUSED, Reason.OTHER), 1);
        activity.sent(Documents.of(2), Documents.refusal(Kind.REFUSED, Reason.AUTHENTICATION), 1);
        assertThat(activity.count(Outcome.REJECTED)).isEqualTo(3);
    }

    @Test
    void theLastTwentyOutcomesAreKeptNewestFirstWithMaskedPhones() {
        send(15, Outcome.DUPLICATE);
        send(100, Outcome.ACCEPTED);
        send(3, Outcome.HELD);

        assertThat(activity.lastOutcomes()).hasSize(20);
        assertThat(activity.lastOutcomes())
                .extracting(GatewayActivity.Seen::outcome)
                .startsWith(Outcome.HELD, Outcome.HELD, Outcome.HELD, Outcome.ACCEPTED)
                .doesNotContain(Outcome.DUPLICATE);
        assertThat(activity.lastOutcomes().get(0))
                .isEqualTo(new GatewayActivity.Seen(NOW, "7900***4002", Outcome.HELD, "52"));
        assertThat(activity.lastOutcomes().get(3).phone()).isEqualTo("7900***4099");
        assertThat(activity.toString()).doesNotContain("7900");
    }

    private void send(int messages, Outcome outcome) {
        List<Submission> document = Documents.of(messages);
        activity.sent(document, Documents.answer(document, outcome), 1);
    }
}
