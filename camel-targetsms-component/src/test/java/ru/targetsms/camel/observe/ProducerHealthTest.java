package ru.targetsms.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.simulator.fault.Fault;

/** The check of the producers, as Camel calls it. */
class ProducerHealthTest extends CamelTest {

    private static final String PHONE = "79001234567";
    private static final String TEXT = "Ваш код 4711";

    @Override
    protected void configure(TargetSmsConfiguration configuration) {
        super.configure(configuration);
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("producers"));
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
    }

    @Test
    void noProducerIsAskedWhereCamelHasThemSwitchedOff() throws Exception {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(false);

        route("targetsms:send?phone=" + PHONE);

        assertThat(HealthCheckHelper.invoke(context)).isEmpty();
    }

    @Test
    void aGatewayHasOneCheckHoweverManyEndpointsShareItAndNoneWhenTheLastHasStopped() throws Exception {
        route("targetsms:send?phone=" + PHONE, "targetsms:send?phone=79001234568", "targetsms:status");

        assertThat(results()).hasSize(1);
        assertThat(result().getCheck().getId())
                .matches("producer:targetsms-127\\.0\\.0\\.1/[0-9a-f]{16}")
                .endsWith(component().account());

        context.removeEndpoints("targetsms:*");
        context.getRouteController().stopAllRoutes();
        context.removeRoute("all");
        assertThat(results()).isEmpty();
    }

    @Test
    void theCheckIsUpBeforeAnythingWasSentAndAfterASuccess() throws Exception {
        route("targetsms:send?phone=" + PHONE);
        assertThat(result().getState()).isEqualTo(State.UP);

        template.sendBody("direct:all", TEXT);

        assertThat(result().getState()).isEqualTo(State.UP);
        assertThat(result().getDetails())
                .containsEntry("host", "127.0.0.1")
                .containsEntry("account", component().account())
                .containsEntry("failure.consecutive", 0)
                .containsKeys("success.last", "success.age.seconds");
    }

    @Test
    void theCheckIsDownWhileTheLastRequestFailedAndUpAgainAfterTheNextThatDoesNot() throws Exception {
        route("targetsms:send?phone=" + PHONE);
        simulator.faults().add(Fault.status(503).first(2));

        template.send("direct:all", exchange -> exchange.getMessage().setBody(TEXT));
        template.send("direct:all", exchange -> exchange.getMessage().setBody(TEXT));
        HealthCheck.Result down = result();
        template.sendBody("direct:all", TEXT);

        assertThat(down.getState()).isEqualTo(State.DOWN);
        assertThat(down.getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains("HTTP 503"));
        assertThat(down.getDetails())
                .containsEntry("failure.consecutive", 2)
                .containsEntry("failure.operation", "send")
                .containsKeys("failure.last", "failure.problem");
        assertThat(result().getState()).isEqualTo(State.UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Неверный логин или пароль", "Ваш аккаунт заблокирован"})
    void anAccountThatIsRefusedIsDown(String words) throws Exception {
        route("targetsms:send?phone=" + PHONE);
        simulator.faults().add(Fault.gatewayError(words).first(1));

        template.send("direct:all", exchange -> exchange.getMessage().setBody(TEXT));

        assertThat(result().getState()).isEqualTo(State.DOWN);
    }

    @Test
    void aRefusedMessageOrRecipientIsNoReasonToBeDown() throws Exception {
        route("targetsms:send?phone=" + PHONE);
        simulator
                .faults()
                .add(Fault.gatewayError("Неправильный формат XML документа").first(1));
        simulator.faults().add(Fault.refusal("Номер в чёрном списке"));

        template.send("direct:all", exchange -> exchange.getMessage().setBody(TEXT));
        assertThat(result().getState()).isEqualTo(State.UP);
        template.send("direct:all", exchange -> exchange.getMessage().setBody(TEXT));

        assertThat(result().getState()).isEqualTo(State.UP);
    }

    @Test
    void theComponentSwitchesItsCheckOff() throws Exception {
        component().setHealthCheckProducerEnabled(false);
        route("targetsms:send?phone=" + PHONE);
        simulator.faults().add(Fault.status(503));
        template.send("direct:all", exchange -> exchange.getMessage().setBody(TEXT));

        assertThat(result().getState()).isEqualTo(State.UNKNOWN);
        assertThat(result().getCheck().isEnabled()).isFalse();
    }

    @Test
    void theProbeProvesTheLoginSendsNoMessageAndAsksOnceInItsInterval() throws Exception {
        component().setHealthCheckProbeInterval(600_000L);
        route("targetsms:send?phone=" + PHONE);

        assertThat(result().getState()).isEqualTo(State.UP);
        assertThat(result().getDetails()).containsKey("success.last");
        assertThat(result().getState()).isEqualTo(State.UP);

        assertThat(simulator.ledger().totals().statusPosts()).isEqualTo(1);
        assertThat(lastRequest()).contains("<id_message>0</id_message>");
        assertThat(component().sharedGateways().get(0).activity().counts().values())
                .containsOnly(0L);
    }

    @Test
    void theProbeSeesThatTheLoginIsWrong() throws Exception {
        component().setHealthCheckProbeInterval(600_000L);
        route("targetsms:send?password=wrong&username=demo&phone=" + PHONE);

        assertThat(result().getState()).isEqualTo(State.DOWN);
        assertThat(result().getState()).as("cached").isEqualTo(State.DOWN);

        assertThat(simulator.ledger().totals().statusPosts()).isLessThanOrEqualTo(1);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aDryRunWithoutCredentialsHasNothingToProbeWith() throws Exception {
        component().setHealthCheckProbeInterval(600_000L);
        TargetSmsConfiguration options = component().getConfiguration();
        options.setUsername(null);
        options.setPassword(null);
        options.setDryRun(true);
        route("targetsms:send?phone=" + PHONE);

        assertThat(result().getState()).isEqualTo(State.UP);

        assertThat(result().getDetails()).as("nothing was asked").doesNotContainKey("success.last");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void anIntervalThatMakesNoSenseFailsTheStart() {
        component().setHealthCheckProbeInterval(0L);

        assertThatThrownBy(() -> route("targetsms:send"))
                .hasStackTraceContaining("healthCheckProbeInterval must be positive");
    }

    @Test
    void noDetailHoldsASecretAPhoneOrAText() throws Exception {
        component().getConfiguration().setUsername("login-of-mine");
        component().getConfiguration().setPassword("s3cret-of-mine");
        route("targetsms:send?textSms=Тайна&phone=" + PHONE);
        template.send("direct:all", exchange -> exchange.getMessage().setBody(TEXT));

        HealthCheck.Result result = result();

        assertThat(result.getState()).isEqualTo(State.DOWN);
        assertThat(result.getDetails()).hasSizeGreaterThan(5);
        assertThat(result.getCheck().getId() + result.getMessage() + result.getDetails())
                .doesNotContain("login-of-mine", "s3cret-of-mine", PHONE, "1234567", "4711", "Тайна");
    }

    private void route(String... uris) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                var route = from("direct:all").routeId("all");
                List.of(uris).forEach(route::to);
            }
        });
    }

    private Collection<HealthCheck.Result> results() {
        return HealthCheckHelper.invoke(context);
    }

    private HealthCheck.Result result() {
        return results().iterator().next();
    }
}
