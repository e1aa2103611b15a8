package ru.targetsms.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.gateway.Reply;

/** What only time changes: how long a failure counts, and when it is time for a probe. */
class GatewayHealthCheckTest {

    private Duration passed = Duration.ZERO;
    private final GatewayActivity activity = new GatewayActivity(new MovingClock());
    private final AtomicInteger probes = new AtomicInteger();
    private Reply<?> answerToProbe = Reply.notSent("no route to host");

    private final GatewayHealthCheck check =
            new GatewayHealthCheck("host", "host/digest", activity, this::probe, () -> passed.toNanos());

    @Test
    void withoutAProbeAFailureCountsForAMinute() {
        started(null);
        activity.asked(Reply.notSent("no route to host"), 1);

        pass(Duration.ofSeconds(59));
        assertThat(state()).isEqualTo(State.DOWN);
        pass(Duration.ofSeconds(1));
        assertThat(state()).isEqualTo(State.UP);

        assertThat(probes).hasValue(0);
    }

    @Test
    void withAProbeAFailureCountsUntilTheProbeSaysOtherwise() {
        started(Duration.ofMinutes(10));
        activity.asked(Reply.notSent("no route to host"), 1);

        assertThat(state()).isEqualTo(State.DOWN);
        pass(Duration.ofMinutes(9));
        assertThat(state()).isEqualTo(State.DOWN);
        assertThat(probes).hasValue(1);
        answerToProbe = Documents.answered();
        pass(Duration.ofMinutes(1));
        assertThat(state()).isEqualTo(State.UP);

        assertThat(probes).hasValue(2);
    }

    @Test
    void nothingIsProbedWhileRequestsSucceed() {
        started(Duration.ofMinutes(1));
        answerToProbe = Documents.answered();
        for (int i = 0; i < 5; i++) {
            activity.asked(Documents.answered(), 1);
            pass(Duration.ofSeconds(59));
            assertThat(state()).isEqualTo(State.UP);
        }
        assertThat(probes).hasValue(0);

        pass(Duration.ofSeconds(1));
        assertThat(state()).isEqualTo(State.UP);
        assertThat(probes).hasValue(1);
    }

    private void started(Duration probeInterval) {
        check.producerStarted(new DefaultCamelContext(), true, probeInterval);
    }

    private void pass(Duration time) {
        passed = passed.plus(time);
    }

    private State state() {
        return check.call(Map.of()).getState();
    }

    private void probe() {
        probes.incrementAndGet();
        activity.asked(answerToProbe.map(any -> null), 1);
    }

    private final class MovingClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.parse("2026-11-23T10:00:00Z").plus(passed);
        }
    }
}
