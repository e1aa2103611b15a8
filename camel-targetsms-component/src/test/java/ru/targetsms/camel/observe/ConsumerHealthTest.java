package ru.targetsms.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.TargetSmsConfiguration;

/** The check of a report consumer, as Camel calls it. */
class ConsumerHealthTest extends ReportScene {

    @Override
    protected void configure(TargetSmsConfiguration configuration) {
        super.configure(configuration);
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
    }

    @Test
    void theCheckIsCamelsAndTellsWhatIsPending() throws Exception {
        reports("", exchange -> {});
        sent(Map.of());

        await().untilAsserted(() -> assertThat(result().getState()).isEqualTo(State.UP));

        assertThat(result().getCheck().getId()).isEqualTo("consumer:reports");
        assertThat(result().getDetails())
                .containsEntry("pending", 1L)
                .containsKeys("poll.last.successful", "pending.oldest.seconds");
        assertThat(result().getDetails().toString()).doesNotContain(PHONE, "4711", "demo");
    }

    @Test
    void theComponentSwitchesItsCheckOff() throws Exception {
        component().setHealthCheckConsumerEnabled(false);
        reports("", exchange -> {});

        assertThat(result().getState()).isEqualTo(State.UNKNOWN);
        assertThat(result().getDetails()).doesNotContainKey("pending");
    }

    private HealthCheck.Result result() {
        return HealthCheckHelper.invoke(context).iterator().next();
    }
}
