package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.Preset;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.model.FaultCount;
import ru.targetsms.simulator.model.RunReport;
import ru.targetsms.simulator.model.Verdict;

class ReportTest {

    private static final TestClock clock = new TestClock("2026-11-23T10:00:00Z");
    private static final GatewaySimulator gateway =
            GatewaySimulator.builder().clock(clock).start();

    private static final String SMS = Client.request(Client.sms("79001234567", "text", 1));

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void a_run_begins_with_a_reset_and_nothing_received() {
        clock.pass(Duration.ofMinutes(5));
        post(SMS);

        gateway.reset();

        assertThat(gateway.report()).extracting(RunReport::since).isEqualTo(clock.instant());
        assertThat(gateway.report().received()).isZero();
        assertThat(gateway.report().verdict()).isEqualTo(Verdict.NOTHING_RECEIVED);
    }

    @Test
    void it_counts_what_became_of_the_recipients() {
        post(SMS);
        post(SMS);
        post(Client.request(Client.sms("70000000005", "text")));

        assertThat(gateway.report())
                .extracting("received", "accepted", "refused", "duplicatesRefused", "doubled", "unknown")
                .containsExactly(3L, 1L, 1L, 1L, 0L, 0L);
        assertThat(gateway.report().verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(gateway.report().verdict().met()).isTrue();
    }

    @Test
    void the_same_text_to_the_same_phone_twice_is_doubled() {
        post(Client.request(Client.sms("79001234567", "text")));
        post(Client.request(Client.sms("79001234567", "text")));

        assertThat(gateway.report().doubled()).isOne();
        assertThat(gateway.report().verdict()).isEqualTo(Verdict.DOUBLED);
        assertThat(gateway.report().verdict().met()).isFalse();
    }

    @Test
    void doubled_is_worse_than_unknown_and_that_worse_than_a_fault_that_never_fired() {
        gateway.faults().add(Fault.status(503).phone("7999*"));
        gateway.faults().add(Fault.dropAfterAccept().first(1));

        post(Client.request(Client.sms("79001234567", "text")));
        assertThat(gateway.report().verdict()).isEqualTo(Verdict.UNKNOWN_LEFT);
        post(Client.request(Client.sms("79001234567", "text")));

        assertThat(gateway.report().unknown()).isOne();
        assertThat(gateway.report().verdict()).isEqualTo(Verdict.DOUBLED);
    }

    @Test
    void accepted_without_an_answer_is_unknown_until_a_repeat_is_answered() {
        gateway.faults().add(Fault.dropAfterAccept().first(2));

        post(SMS);
        assertThat(gateway.report().unknown()).isOne();
        post(SMS);
        assertThat(gateway.report().unknown()).isOne();
        assertThat(gateway.report().verdict()).isEqualTo(Verdict.UNKNOWN_LEFT);
        post(SMS);

        assertThat(gateway.report().unknown()).isZero();
        assertThat(gateway.report().verdict()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void a_repeat_without_an_answer_leaves_nothing_unknown() {
        post(SMS);
        gateway.faults().add(Fault.dropAfterAccept().first(1));

        post(SMS);

        assertThat(gateway.report().unknown()).isZero();
    }

    @Test
    void what_was_not_accepted_is_not_unknown() {
        gateway.faults().add(Fault.dropBeforeAccept());

        post(SMS);

        assertThat(gateway.report()).extracting("received", "unknown").containsExactly(0L, 0L);
    }

    @Test
    void an_answer_that_still_tells_leaves_nothing_unknown() {
        gateway.faults().add(Fault.answerWithStatus(500).first(1));
        gateway.faults().add(Fault.extra());

        post(SMS);
        post(Client.request(Client.sms("79007654321", "text", 2)));

        assertThat(gateway.report()).extracting("accepted", "unknown").containsExactly(2L, 0L);
        assertThat(gateway.report().verdict()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void a_run_whose_fault_never_fired_proves_nothing() {
        ActiveFault fault = gateway.faults().add(Fault.empty().phone("7000*"));
        post(SMS);
        gateway.faults().remove(fault.id());

        assertThat(gateway.report().faults()).containsExactly(new FaultCount(fault.id(), "empty", 0, 0));
        assertThat(gateway.report().verdict()).isEqualTo(Verdict.FAULT_NEVER_FIRED);
    }

    @Test
    void a_fault_is_switched_off_and_on_while_its_counts_go_on() {
        ActiveFault fault = gateway.faults().add(Fault.gatewayError("struck"));
        assertThat(post(SMS)).contains("struck");

        assertThat(gateway.faults().enable(fault.id(), false)).isTrue();
        assertThat(gateway.faults().active()).isEmpty();
        assertThat(gateway.faults().rules()).containsExactly(fault);
        assertThat(post(SMS)).contains(">send<");
        gateway.faults().enable(fault.id(), true);
        assertThat(post(SMS)).contains("struck");

        assertThat(fault).extracting(ActiveFault::matched, ActiveFault::fired).containsExactly(2L, 2L);
        assertThat(gateway.faults().enable(fault.id() + 1, true)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Preset.class, mode = Mode.EXCLUDE, names = "SLOW")
    void a_preset_strikes_every_request(Preset preset) {
        gateway.faults().add(Preset.of(preset.word()).fault());

        String answer = post(SMS);

        assertThat(answer).doesNotEndWith("</response>");
        assertThat(gateway.ledger().totals().accepted()).isEqualTo(preset == Preset.GATEWAY_DOWN ? 0 : 1);
        assertThat(gateway.report().faults()).extracting(FaultCount::fired).containsExactly(1L);
    }

    private static String post(String document) {
        return RawClient.post(gateway.port(), "/xml/message.php", document);
    }
}
