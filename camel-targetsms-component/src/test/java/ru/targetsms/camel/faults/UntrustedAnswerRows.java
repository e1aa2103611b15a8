package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.targetsms.camel.BrokenGateway;
import ru.targetsms.camel.ForwardProxy;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.WrongEncoding;
import ru.targetsms.simulator.fault.XmlAttack;
import ru.targetsms.simulator.model.ReservedPhone;

/** An answer came under 200, and nobody can vouch for what it says. */
abstract class UntrustedAnswerRows extends FaultTest {

    UntrustedAnswerRows(Ids ids) {
        super(ids);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY", "HTML_PAGE", "JSON", "OTHER_ROOT"})
    void f13_the_answer_is_no_response(FaultAction action) {
        assertOutcomeUnknown(Fault.of(action, Map.of()), AMPLE, "127.0.0.1: HTTP 200, the answer is ");
    }

    @Test
    void f14_the_answer_is_cut_after_two_of_five() {
        fault(Fault.halfAnswer(2).first(1));

        Trip trip = send(route(AMPLE));

        assertRepeatedOrParked(trip, 1, "127.0.0.1: HTTP 200, the answer is no well-formed XML");
        assertThat(trip.firstFailure().results())
                .as("nothing of half an answer is trusted")
                .allMatch(result -> result.outcome() == Outcome.UNKNOWN);
    }

    @Test
    void f27_an_answer_of_a_gigabyte_is_cut_off() {
        fault(Fault.huge(1L << 30).first(1));
        ForwardProxy meter = closing(new ForwardProxy(false));

        Trip trip = send(route(
                AMPLE,
                options -> options.setHttp(
                        Map.of("proxyHost", "127.0.0.1", "proxyPort", meter.port(), "proxyAuthScheme", "http"))));

        assertRepeatedOrParked(trip, 1, "127.0.0.1: HTTP 200, the answer is larger than 75776 bytes");
        assertThat(meter.answered())
                .as("what was read, and what the buffers of two sockets hold")
                .isBetween(75_776L, 64L << 20);
    }

    @Test
    void f27_a_huge_answer_about_states_is_cut_off() {
        assertOutcomeUnknown(Fault.huge(1L << 30), AMPLE, "127.0.0.1: HTTP 200, the answer is larger than ");
    }

    @Test
    void f27_gzip_that_nobody_asked_for_is_not_unpacked() {
        assertOutcomeUnknown(Fault.gzipBomb(), AMPLE, "127.0.0.1: HTTP 200, the answer is ");
    }

    @ParameterizedTest
    @EnumSource
    void f28_an_xml_attack_is_refused_and_asks_nobody(XmlAttack attack) {
        AtomicInteger asked = new AtomicInteger();
        BrokenGateway elsewhere = closing(new BrokenGateway((request, socket) -> {}));
        elsewhere.onConnection(asked::incrementAndGet);

        assertOutcomeUnknown(
                attack.external() ? Fault.xmlAttack(attack, elsewhere.baseUrl() + "/evil") : Fault.xmlAttack(attack),
                AMPLE,
                "127.0.0.1: HTTP 200, the answer is ");

        assertThat(asked).as("connections to the address an entity names").hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void f29_no_encoding_makes_false_letters_or_false_ids(WrongEncoding encoding) {
        List<Sms> messages = new ArrayList<>(Sms.several(4));
        messages.add(Sms.to(ReservedPhone.REFUSED));
        fault(Fault.encoding(encoding).first(1));

        Trip trip = judged(route(AMPLE).send(messages));

        boolean readable =
                encoding == WrongEncoding.BYTE_ORDER_MARK || encoding == WrongEncoding.UTF_8_SAYS_WINDOWS_1251;
        assertThat(trip.failures()).hasSize(readable ? 0 : 1);
        if (readable || ids.given()) {
            assertThat(trip.results().get(4).outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(trip.results().get(4).text())
                    .as("the gateway's own letters")
                    .matches("[А-Яа-я .,]+");
        } else {
            assertThat(trip.outcomes()).containsOnly(Outcome.UNKNOWN);
        }
    }
}
