package ru.targetsms.benchmark.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import ru.targetsms.benchmark.contender.Contender;
import ru.targetsms.benchmark.contender.Quota;
import ru.targetsms.benchmark.gateway.LeanGateway;

class MeterTest {

    @Test
    void refusesAContenderThatCountsWhatTheGatewayNeverTook() throws Exception {
        try (LeanGateway gateway = new LeanGateway()) {
            Row row = new Row(Kind.SINGLES, "1 caller", new Boaster());

            assertThatThrownBy(() -> new Meter(gateway).measure(row, () -> Quota.of(10)))
                    .hasMessageContaining("reports 10 accepted, the gateway 0");
        }
    }

    /** Sends nothing and says it did. */
    private static final class Boaster implements Contender {

        @Override
        public long send(Quota quota) {
            return 10;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
