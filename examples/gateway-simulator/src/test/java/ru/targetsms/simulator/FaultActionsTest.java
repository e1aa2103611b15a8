package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;

class FaultActionsTest {

    private static final GatewaySimulator gateway = GatewaySimulator.start();
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
    void a_dropped_connection_is_closed_without_a_byte() {
        ActiveFault fault = gateway.faults().add(Fault.dropAfterAccept());

        assertThat(post()).isEmpty();
        assertThat(fault.fired()).isOne();
        assertThat(gateway.messages()).hasSize(1);
    }

    @Test
    void a_reset_connection_is_reset() {
        ActiveFault fault = gateway.faults().add(Fault.resetBeforeAccept());

        assertThat(post()).isEqualTo(RawClient.RESET);
        assertThat(fault.fired()).isOne();
        assertThat(gateway.messages()).isEmpty();
    }

    @Test
    void a_truncated_answer_is_shorter_than_it_promised() {
        ActiveFault fault = gateway.faults().add(Fault.truncated());

        assertThat(post()).contains("Content-Length: 232").contains("<message>").doesNotContain("</response>");
        assertThat(fault.fired()).isOne();
    }

    private static String post() {
        return RawClient.post(gateway.port(), "/xml/message.php", SMS);
    }
}
