package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.proxy.FaultProxy;
import ru.targetsms.simulator.proxy.Toxic;

/** The document left, and the answer is lost on its way or comes too late. */
abstract class LostAnswerRows extends FaultTest {

    LostAnswerRows(Ids ids) {
        super(ids);
    }

    @ParameterizedTest(name = "document of some {0} bytes")
    @ValueSource(ints = {1_000, 1_000_000})
    void f5_the_connection_is_reset_while_the_document_is_half_written(int size) {
        FaultProxy network = network();
        fault(network, Toxic.resetAfterRequestBytes(size / 2).first(1));
        List<Sms> messages =
                Sms.several(5).stream().map(sms -> sms.padded(size / 10)).toList();

        Trip trip = judged(
                route(AMPLE, options -> options.setBaseUrl(network.baseUrl())).send(messages));

        assertRepeatedOrParked(trip, 1, "127.0.0.1: the connection ");
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(ids.given() ? 5 : 0);
    }

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
    void f9_a_kept_connection_is_closed_just_before_it_is_used_again() {
        FaultProxy network = network();
        FaultRoute route = route(AMPLE, options -> options.setBaseUrl(network.baseUrl()));
        assertThat(send(route).parked()).isNull();
        fault(network, Toxic.closeIdle().first(1));

        Trip trip = send(route);

        assertRepeatedOrParked(trip, 1, "127.0.0.1: the connection ");
        assertThat(simulator.ledger().totals().posts())
                .as("the one before, and what the route repeats: nothing below it does")
                .isEqualTo(trip.attempts());
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
        assertOutcomeUnknown(Fault.of(action, Map.of()), AMPLE, "127.0.0.1: ");
    }
}
