package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;

/** The document left, and the answer is lost on its way or comes too late. */
class LostAnswerTest extends FaultTest {

    @Test
    void f6_the_gateway_accepts_and_closes_the_connection() {
        assertOutcomeUnknown(Fault.dropAfterAccept(), AMPLE, "127.0.0.1: the connection was closed without an answer");

        assertThat(simulator.ledger().totals().duplicatesRefused()).isEqualTo(ids.given() ? 5 : 0);
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(5);
    }

    @Test
    void f7_the_gateway_closes_the_connection_and_accepts_nothing() {
        assertOutcomeUnknown(Fault.dropBeforeAccept(), AMPLE, "127.0.0.1: the connection was closed without an answer");

        assertThat(simulator.ledger().totals().accepted()).isEqualTo(ids.given() ? 5 : 0);
    }

    @Test
    void f8_the_gateway_accepts_and_resets_the_connection() {
        assertOutcomeUnknown(Fault.resetAfterAccept(), AMPLE, "127.0.0.1: the connection broke");
    }

    @Test
    void f8_the_gateway_resets_the_connection_and_accepts_nothing() {
        assertOutcomeUnknown(Fault.resetBeforeAccept(), AMPLE, "127.0.0.1: the connection broke");
    }

    @Test
    void f10_the_gateway_accepts_after_we_gave_up() {
        fault(Fault.delayBeforeAccept(SHORT.plusMillis(500)).first(1));

        Trip trip = send(route(SHORT));

        assertRepeatedOrParked(trip, 1, "127.0.0.1: no complete answer within 1000 ms");
        await().untilAsserted(() -> assertThat(simulator.ledger().totals().recipients())
                .as("the late document is booked as well")
                .isEqualTo(5L * trip.attempts()));
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(5);
    }

    @Test
    void f11_the_answer_drips_for_ever() {
        assertOutcomeUnknown(
                Fault.drip(Duration.ofMillis(50)), SHORT, "127.0.0.1: HTTP 200, no complete answer within 1000 ms");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATED", "MALFORMED_CHUNK", "GARBAGE"})
    void f12_the_answer_breaks_off_or_is_no_http(FaultAction action) {
        Fault fault = Fault.of(action, java.util.Map.of());

        assertOutcomeUnknown(fault, AMPLE, "127.0.0.1: ");
    }

    @Test
    void a_late_acceptance_is_told_from_a_new_one_by_the_client_id() {
        fault(Fault.dropAfterAccept().first(1));

        Trip trip = send(route(AMPLE));

        assertThat(trip.results())
                .extracting(SendResult::outcome)
                .containsOnly(ids.given() ? Outcome.DUPLICATE : Outcome.UNKNOWN);
    }
}
