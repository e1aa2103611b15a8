package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Health of the consumer as Camel's own registry tells it, which Actuator and others read. */
class HealthTest {

    @Test
    void theConsumerHasACheckThatTellsOfItsPolls() {
        reports().run(context -> {
            HealthCheck check = check(context.getBean(CamelContext.class));

            assertThat(check.isEnabled()).isTrue();
            await().untilAsserted(() -> {
                HealthCheck.Result result = check.call();
                assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
                assertThat(result.getDetails()).containsEntry("pending", 0L).containsKey("poll.last.successful");
            });
        });
    }

    @Test
    void aPropertySwitchesTheCheckOff() {
        reports("health-check-consumer-enabled=false").run(context -> {
            HealthCheck.Result result =
                    check(context.getBean(CamelContext.class)).call();

            assertThat(result.getState()).isEqualTo(HealthCheck.State.UNKNOWN);
            assertThat(result.getDetails()).containsEntry("check.enabled", false);
        });
    }

    /** Nothing is pending, so that nobody is asked. */
    private static ApplicationContextRunner reports(String... properties) {
        return Starter.with(properties)
                .withPropertyValues(
                        "camel.component.targetsms.base-url=http://localhost:1",
                        "camel.component.targetsms.username=demo",
                        "camel.component.targetsms.password=demo")
                .withBean(RouteBuilder.class, () -> new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("targetsms:status?initialDelay=1&delay=50")
                                .routeId("reports")
                                .to("mock:reports");
                    }
                });
    }

    private static HealthCheck check(CamelContext camelContext) {
        HealthCheckRepository consumers =
                (HealthCheckRepository) HealthCheckRegistry.get(camelContext).resolveById("consumers");
        return consumers.stream()
                .filter(check -> check.getId().equals("consumer:reports"))
                .findFirst()
                .orElseThrow();
    }
}
