package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.BrokenGateway;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.simulator.fault.Fault;

/** What the HTTP around an answer says, and what of it is believed. */
abstract class HttpStatusRows extends FaultTest {

    HttpStatusRows(Ids ids) {
        super(ids);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void f23_a_redirect_is_never_followed(int code) {
        AtomicInteger followed = new AtomicInteger();
        BrokenGateway elsewhere = closing(new BrokenGateway((request, socket) -> {}));
        elsewhere.onConnection(followed::incrementAndGet);

        assertOutcomeUnknown(
                Fault.redirect(code, elsewhere.baseUrl() + "/xml/message.php"), AMPLE, "127.0.0.1: HTTP " + code);

        assertThat(followed).as("connections to the other host").hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "400, OTHER",
        "401, AUTHENTICATION",
        "403, AUTHENTICATION",
        "404, OTHER",
        "405, OTHER",
        "413, OTHER",
        "415, OTHER"
    })
    void f24_a_status_that_refuses_the_document_ends_it(int code, Reason reason) {
        fault(Fault.status(code));

        Trip trip = send(route(AMPLE));

        DocumentRejectedException failure = assertParked(trip, DocumentRejectedException.class);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure).hasMessageContaining("127.0.0.1: HTTP " + code);
        assertThat(trip.outcomes()).containsOnly(Outcome.REJECTED);
        assertThat(simulator.ledger().totals().posts()).isEqualTo(1);
    }

    @Test
    void f24_a_document_too_large_is_told_how_to_become_smaller() {
        fault(Fault.status(413));

        Trip trip = send(route(AMPLE));

        assertThat(trip.parked()).hasMessageContaining("batchSize");
    }

    @ParameterizedTest
    @CsvSource({
        "429,",
        "503,",
        "503, 1",
        "429, 0",
        "503, -1",
        "429, 99999999999999999999",
        "503, soon",
        "429, 'Fri, 31 Dec 9999 23:59:59 GMT'"
    })
    void f25_throttled_is_one_post_whatever_retry_after_says(int code, String retryAfter) {
        Fault fault = Fault.status(code);

        assertOutcomeUnknown(
                retryAfter == null ? fault : fault.retryAfter(retryAfter), AMPLE, "127.0.0.1: HTTP " + code);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void f26_an_error_of_the_server_says_nothing(int code) {
        assertOutcomeUnknown(Fault.status(code).afterAccept(), AMPLE, "127.0.0.1: HTTP " + code);
    }

    @Test
    void f26_a_good_answer_that_comes_too_late_says_nothing() {
        assertOutcomeUnknown(
                Fault.delay(Duration.ofSeconds(60)), SHORT, "127.0.0.1: no complete answer within 1000 ms");
    }

    @Test
    void f26_a_good_answer_under_500_is_an_answer() {
        fault(Fault.answerWithStatus(500));

        Trip trip = send(route(AMPLE));

        assertThat(trip.attempts()).isEqualTo(1);
        assertThat(trip.outcomes()).containsOnly(Outcome.ACCEPTED);
    }

    @Test
    void f30_headers_of_the_answer_reach_nobody() {
        fault(Fault.answerWithStatus(200)
                .header("CamelHttpUri", "http://127.0.0.1:1/")
                .header("cAMELBeanMethodName", "exit")
                .header("CamelTargetSmsIdMessage", "666")
                .header("Set-Cookie", "session=evil; Path=/")
                .header("x-java-serialized-object", "true"));
        FaultRoute route = route(AMPLE);

        Trip first = send(route);
        Trip second = send(route);

        for (Trip trip : List.of(first, second)) {
            assertThat(trip.attempts()).isEqualTo(1);
            assertThat(trip.outcomes()).containsOnly(Outcome.ACCEPTED);
            assertThat(trip.headers().keySet())
                    .extracting(name -> name.toLowerCase(Locale.ROOT))
                    .doesNotContain("camelhttpuri", "camelbeanmethodname", "set-cookie", "x-java-serialized-object");
            assertThat(trip.headers().get("CamelTargetSmsIdMessage")).isNotEqualTo("666");
        }
        assertThat(simulator.requests())
                .filteredOn(request -> request.path().contains("message.php"))
                .allMatch(request -> request.header("Cookie").isEmpty());
    }
}
