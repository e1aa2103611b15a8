package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.MessagesRejectedException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;

/** The staging guard and the limits of cost and time, switched on by a property: what then reaches the gateway. */
class SafetyTest {

    private static final String CUSTOMER = "79001234567";
    private static final String DESK = "70000000100";
    private static final String TWO_PARTS = "я".repeat(71);
    private static final CannedGateway GATEWAY = new CannedGateway();

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @BeforeEach
    void forget() {
        GATEWAY.requests().clear();
    }

    @Test
    void aDryRunNeedsNoCredentialsAndPostsNothing() {
        Starter.with("base-url=" + GATEWAY.url(), "dry-run=true").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(outcomes(send(context, "Hello"))).containsExactly(Outcome.DRY_RUN);
        });

        assertThat(GATEWAY.requests()).isEmpty();
    }

    @Test
    void withoutADryRunCredentialsAreMissed() {
        Starter.with("base-url=" + GATEWAY.url(), "dry-run=false")
                .run(context -> assertThat(catchThrowable(() -> send(context, "Hello")))
                        .hasStackTraceContaining("credentials are missing"));
    }

    @Test
    void aBlankListOfAllowedPhonesAllowsNobody() {
        run(
                context -> assertThat(refusal(context, "Hello", MessagesRejectedException.class))
                        .containsExactly(Outcome.REJECTED),
                "allowed-phones=");

        assertThat(GATEWAY.requests()).isEmpty();
    }

    @Test
    void anAllowedPhoneIsReached() {
        run(
                context -> assertThat(outcomes(send(context, "Hello"))).containsExactly(Outcome.ACCEPTED),
                "allowed-phones=7900*");

        assertThat(body()).contains(CUSTOMER);
    }

    @Test
    void aRedirectPhoneGetsWhatWasMeantForACustomer() {
        run(
                context -> assertThat(send(context, "Hello")).singleElement().satisfies(result -> {
                    assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
                    assertThat(result.phone()).isEqualTo(CUSTOMER);
                }),
                "redirect-phone=" + DESK);

        assertThat(body()).contains("\"" + DESK + "\"").doesNotContain(CUSTOMER);
    }

    @Test
    void aTextOfMorePartsThanThePropertyAllowsIsRefused() {
        run(
                context -> assertThat(refusal(context, TWO_PARTS, InvalidMessageException.class))
                        .containsExactly(Outcome.INVALID),
                "max-sms-parts=1");

        assertThat(GATEWAY.requests()).isEmpty();
    }

    @Test
    void aTextOfAsManyPartsAsThePropertyAllowsLeaves() {
        run(
                context -> assertThat(outcomes(send(context, TWO_PARTS))).containsExactly(Outcome.ACCEPTED),
                "max-sms-parts=2");

        assertThat(GATEWAY.requests()).hasSize(1);
    }

    @Test
    void outsideTheWindowOfThePropertyTheMessageGetsTheNextOpeningAsItsTime() {
        LocalTime opens = LocalTime.now(ZoneId.of("Asia/Omsk")).plusHours(2);
        String window = "%tR-%tR".formatted(opens, opens.plusHours(1));

        run(context -> send(context, "Hello"), "zone=Asia/Omsk", "send-window=" + window);

        assertThat(body()).containsPattern("<time_send>\\d{4}-\\d\\d-\\d\\d %tR</time_send>".formatted(opens));
    }

    @Test
    void aWindowThatIsNoneIsRefused() {
        run(
                context -> assertThat(catchThrowable(() -> send(context, "Hello")))
                        .hasStackTraceContaining("sendWindow '9-21': hh:mm-hh:mm is expected"),
                "send-window=9-21");

        assertThat(GATEWAY.requests()).isEmpty();
    }

    @Test
    void theIntervalOfProbesIsADuration() {
        Starter.component(
                Starter.with("health-check-probe-interval=5m"),
                component -> assertThat(component.getHealthCheckProbeInterval()).isEqualTo(300_000));
    }

    private static void run(ThrowingConsumer<ApplicationContext> assertions, String... properties) {
        Starter.with(Stream.concat(
                                Stream.of("base-url=" + GATEWAY.url(), "username=demo", "password=demo"),
                                Stream.of(properties))
                        .toArray(String[]::new))
                .run(assertions::accept);
    }

    @SuppressWarnings("unchecked")
    private static List<SendResult> send(ApplicationContext context, String text) throws Exception {
        try (ProducerTemplate template = context.getBean(CamelContext.class).createProducerTemplate()) {
            return template.requestBodyAndHeader("targetsms:send", text, "CamelTargetSmsPhone", CUSTOMER, List.class);
        }
    }

    /** Returns the outcomes that a send fails with. */
    private static List<Outcome> refusal(
            ApplicationContext context, String text, Class<? extends TargetSmsException> type) {
        TargetSmsException refusal = Starter.cause(catchThrowable(() -> send(context, text)), TargetSmsException.class);
        assertThat(refusal).isInstanceOf(type);
        return outcomes(refusal.results());
    }

    private static List<Outcome> outcomes(List<SendResult> results) {
        return results.stream().map(SendResult::outcome).toList();
    }

    private static String body() {
        assertThat(GATEWAY.requests()).hasSize(1);
        return GATEWAY.requests().get(0).body();
    }
}
