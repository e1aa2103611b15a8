package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;

/** The one line that decides "retry is safe" (R20). */
class RetrySafetyTest {

    private static final Set<Outcome> LEFT = EnumSet.of(Outcome.ACCEPTED, Outcome.DUPLICATE, Outcome.UNKNOWN);

    @Property
    void r20_retry_is_safe_exactly_when_the_contract_says_so(
            @ForAll("recipients") List<SendResult> results, @ForAll boolean rereadable) {
        SendReport report = new SendReport(results, List.of(), rereadable);

        assertThat(report.isRetrySafe()).isEqualTo(contractSaysSafe(results, rereadable));
        assertThat(new NotSentException("x", null, report).isRetrySafe()).isEqualTo(report.isRetrySafe());
        assertThat(new OutcomeUnknownException("x", null, report).isRetrySafe()).isEqualTo(report.isRetrySafe());
    }

    @Property(tries = 100)
    void a_refusal_is_never_worth_a_retry(@ForAll("recipients") List<SendResult> results, @ForAll Reason reason) {
        SendReport report = new SendReport(results, List.of(), true);

        assertThat(new InvalidMessageException(report).isRetrySafe()).isFalse();
        assertThat(new InvalidMessageException("x", null, report).isRetrySafe()).isFalse();
        assertThat(new MessagesRejectedException("x", report).isRetrySafe()).isFalse();
        assertThat(new DocumentRejectedException("x", "x", reason, report).isRetrySafe())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SENT", "REJECTED", "INVALID", "DRY_RUN"})
    void a_lone_message_that_never_left_is_always_retry_safe(Outcome outcome) {
        assertThat(new SendReport(List.of(result(outcome, null)), List.of(), true).isRetrySafe())
                .isTrue();
    }

    @Test
    void r20_a_client_id_makes_the_difference_for_a_message_that_left() {
        assertThat(new SendReport(List.of(result(Outcome.UNKNOWN, null)), List.of(), true).isRetrySafe())
                .isFalse();
        assertThat(new SendReport(List.of(result(Outcome.UNKNOWN, 111L)), List.of(), true).isRetrySafe())
                .isTrue();
    }

    @Test
    void a_held_message_is_never_sent_again() {
        assertThat(new SendReport(List.of(result(Outcome.HELD, 111L)), List.of(), true).isRetrySafe())
                .isFalse();
    }

    @Test
    void a_failed_status_query_changes_nothing_and_its_ids_are_what_is_left_to_do() {
        NotSentException failure = new NotSentException("x", null, SendReport.ofQuery(List.of("1", "2")));

        assertThat(failure.isRetrySafe()).isTrue();
        assertThat(failure.results()).isEmpty();
        assertThat(failure.remainder()).isEqualTo(List.of("1", "2"));
    }

    private static boolean contractSaysSafe(List<SendResult> results, boolean rereadable) {
        if (!rereadable) {
            return false;
        }
        for (SendResult result : results) {
            if (result.outcome() == Outcome.HELD) {
                return false;
            }
            if (LEFT.contains(result.outcome()) && result.clientIdMessage() == null) {
                return false;
            }
        }
        return true;
    }

    @Provide
    Arbitrary<List<SendResult>> recipients() {
        Arbitrary<Long> ids = Arbitraries.longs().greaterOrEqual(1).injectNull(0.2);
        return Combinators.combine(Arbitraries.of(Outcome.class), ids)
                .as(RetrySafetyTest::result)
                .list()
                .ofMaxSize(4);
    }

    private static SendResult result(Outcome outcome, Long clientId) {
        return SendResult.without(
                new Submission(null, 0, 0, new Content(Map.of()), "79001234567", clientId), outcome, null);
    }
}
