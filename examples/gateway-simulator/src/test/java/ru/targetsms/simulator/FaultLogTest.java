package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;

class FaultLogTest {

    private final Logger logger = Logger.getLogger("ru.targetsms.simulator");
    private final Level level = logger.getLevel();
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.addHandler(lines);
    }

    @AfterEach
    void giveBack() {
        logger.removeHandler(lines);
        logger.setLevel(level);
    }

    @Test
    void aRuleIsToldOnceWithItsSeedAndWithoutPhoneAndTextAndARequestNever() {
        try (GatewaySimulator gateway = GatewaySimulator.start()) {
            ActiveFault fault = gateway.faults()
                    .add(Fault.refusal("secret")
                            .phone("79001234567")
                            .text("private")
                            .probability(1));
            new Client(gateway.baseUrl()).send(Client.sms("79001234567", "private"));
            gateway.faults().clear();
            gateway.faults().clear();

            assertThat(fault.fired()).isOne();
            assertThat(lines.texts)
                    .containsExactly(
                            "Fault 1 set: refusal [some phones, some texts, probability 1.0], seed " + fault.seed(),
                            "Faults cleared");
        }
    }

    private static final class Lines extends Handler {

        private final List<String> texts = new ArrayList<>();

        @Override
        public synchronized void publish(LogRecord line) {
            texts.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
