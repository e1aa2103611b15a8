package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.LogCapture;
import ru.targetsms.camel.model.ClientIds;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.MessagesRejectedException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.simulator.model.ReceivedMessage;

/** The staging guard: a test system reaches nobody it must not reach. */
class StagingTest extends CamelTest {

    private static final String CUSTOMER = "79001234567";
    private static final String DESK = "70000000100";

    @Test
    void aDryRunDoesEverythingButThePostAndSaysSoInTheOutcome() {
        Exchange exchange = send("targetsms:send?dryRun=true", body(CUSTOMER, "79007654321"));

        assertThat(exchange.getException()).isNull();
        assertThat(results(exchange)).extracting(SendResult::outcome).containsOnly(Outcome.DRY_RUN);
        assertThat(results(exchange)).extracting(SendResult::idMessage).containsOnlyNulls();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelTargetSmsOutcome", Outcome.DRY_RUN)
                .containsEntry("CamelTargetSmsAcceptedCount", 2)
                .containsEntry("CamelTargetSmsParts", 2);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aDryRunStillRefusesWhatBreaksARule() {
        Exchange exchange = send("targetsms:send?dryRun=true", body(CUSTOMER, "12"));

        assertThat(results(exchange)).extracting(SendResult::outcome).containsExactly(Outcome.DRY_RUN, Outcome.INVALID);
    }

    @Test
    void aDryRunTracksNothingAndNeedsNoCredentials() throws Exception {
        try (LogCapture log = new LogCapture();
                CamelContext staging = contextWith(options -> {
                    options.setBaseUrl(simulator.baseUrl());
                    options.setDryRun(true);
                    options.setTrack(true);
                })) {
            staging.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:order").to("targetsms:send?phone=" + CUSTOMER).to("targetsms:status");
                    from("targetsms:status").to("mock:reports");
                }
            });

            Exchange exchange = staging.createProducerTemplate()
                    .request("direct:order", order -> order.getMessage().setBody("Заказ готов"));

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody())
                    .asInstanceOf(InstanceOfAssertFactories.list(DeliveryStatus.class))
                    .extracting(DeliveryStatus::state)
                    .containsExactly(DeliveryState.UNKNOWN);
            assertThat(log.lines()).noneMatch(line -> line.contains(CUSTOMER) || line.contains("Заказ"));
            assertThat(log.lines("INFO")).anyMatch(line -> line.contains("Dry run"));
            assertThat(log.lines("WARN")).isEmpty();
        }
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void withoutADryRunCredentialsAreStillDemanded() {
        try (CamelContext staging = contextWith(options -> options.setBaseUrl(simulator.baseUrl()))) {
            assertThatThrownBy(() -> staging.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("direct:order").to("targetsms:send?dryRun=false");
                        }
                    }))
                    .isInstanceOf(FailedToStartRouteException.class)
                    .hasRootCauseMessage("credentials are missing: set username and password, or token");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoIsNotAllowedIsRejectedWithoutLeavingAndTheOthersAreSent() {
        component().setAllowedPhones("7000*, +7 900 765-43-21");

        Exchange exchange = send("targetsms:send", body(CUSTOMER, DESK, "79007654321"));

        assertThat(results(exchange))
                .extracting(SendResult::outcome)
                .containsExactly(Outcome.REJECTED, Outcome.ACCEPTED, Outcome.ACCEPTED);
        assertThat(results(exchange).get(0).text()).isEqualTo(StagingGuard.REFUSAL);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelTargetSmsRejectedCount", 1)
                .containsEntry("CamelTargetSmsParts", 2);
        assertThat(simulator.messages())
                .extracting(ReceivedMessage::phone)
                .containsExactlyInAnyOrder(DESK, "79007654321");
    }

    @Test
    void blankAllowsNobodyAndTheRemainderIsAllOfThem() {
        component().setAllowedPhones(" ");

        Exchange exchange = send("targetsms:send?idempotencyKey=k", body(CUSTOMER, DESK));

        assertThat(exchange.getException()).isInstanceOfSatisfying(MessagesRejectedException.class, failure -> {
            assertThat(failure.results()).extracting(SendResult::outcome).containsOnly(Outcome.REJECTED);
            assertThat(failure.remainder()).hasSize(2);
            assertThat(failure).hasMessageContaining(StagingGuard.REFUSAL).hasMessageNotContaining(CUSTOMER);
        });
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void validationComesBeforeTheGuard() {
        component().setAllowedPhones("");

        Exchange exchange = send("targetsms:send?failOn=none", body("12", CUSTOMER));

        assertThat(results(exchange))
                .extracting(SendResult::outcome)
                .containsExactly(Outcome.INVALID, Outcome.REJECTED);
    }

    @Test
    void everythingGoesToTheRedirectPhoneAndResultsSpeakOfWhomItWasMeantFor() {
        component().setRedirectPhone("+7 (000) 000-01-00");

        Exchange exchange = send("targetsms:send", body(CUSTOMER, "79007654321", CUSTOMER));

        assertThat(results(exchange)).allMatch(SendResult::accepted);
        assertThat(results(exchange)).extracting(SendResult::phone).containsExactly(CUSTOMER, "79007654321", CUSTOMER);
        assertThat(simulator.messages())
                .hasSize(3)
                .extracting(ReceivedMessage::phone)
                .containsOnly(DESK);
    }

    @Test
    void r20_aRedirectedMessageUsesUpNoRealClientId() {
        component().setRedirectPhone(DESK);
        Map<String, Object> own = Map.of("CamelTargetSmsPhone", CUSTOMER, "CamelTargetSmsClientIdMessage", 42L);

        Exchange redirected = send("targetsms:send?textSms=x", null, own);
        component().setRedirectPhone(null);
        Exchange real = send("targetsms:send?textSms=x&nameDelivery=real", null, own);

        assertThat(results(redirected).get(0).clientIdMessage()).isEqualTo(42L);
        assertThat(results(real)).extracting(SendResult::outcome).containsExactly(Outcome.ACCEPTED);
        assertThat(simulator.messages())
                .extracting(ReceivedMessage::clientIdMessage)
                .containsExactly(ClientIds.derive("redirect", "42", CUSTOMER, 0), 42L);
    }

    @Test
    void r20_derivedIdsStayStableWhenRedirectedSoThatARepeatIsADuplicate() {
        component().setRedirectPhone(DESK);
        String uri = "targetsms:send?idempotencyKey=order-7&idempotencyNamespace=shop";

        Exchange first = send(uri, body(CUSTOMER, "79007654321"));
        Exchange again = send(uri, body(CUSTOMER, "79007654321"));

        assertThat(results(first)).extracting(SendResult::outcome).containsOnly(Outcome.ACCEPTED);
        assertThat(results(first)).extracting(SendResult::clientIdMessage).doesNotHaveDuplicates();
        assertThat(results(again)).allMatch(SendResult::accepted);
        assertThat(results(again))
                .extracting(SendResult::idMessage)
                .isEqualTo(results(first).stream().map(SendResult::idMessage).toList());
        assertThat(simulator.messages()).hasSize(2);
    }

    @Test
    void aPhoneThatIsNoneCannotBeRedirectedTo() {
        component().setRedirectPhone("desk");

        assertThatThrownBy(() ->
                        context.getEndpoint("targetsms:send").createProducer().start())
                .hasStackTraceContaining("redirectPhone must be a phone of 7 to 15 digits (R19)");
    }

    @Test
    void aMailingThatGoesPastTheGuardKeepsItsOrder() {
        component().setAllowedPhones(".*[02468]");
        List<TargetSmsMessage> mailing = IntStream.range(0, 250)
                .mapToObj(i -> TargetSmsMessage.builder()
                        .to(String.valueOf(79001230000L + i))
                        .textSms("x")
                        .build())
                .toList();

        Exchange exchange = send("targetsms:send", mailing);

        assertThat(results(exchange)).hasSize(250).allSatisfy(result -> {
            boolean even = (result.phone().charAt(10) - '0') % 2 == 0;
            assertThat(result.outcome()).isEqualTo(even ? Outcome.ACCEPTED : Outcome.REJECTED);
            assertThat(result.phone()).isEqualTo(String.valueOf(79001230000L + result.index()));
        });
        assertThat(simulator.messages()).hasSize(125);
    }

    private static List<Map<String, String>> body(String... phones) {
        return List.of(phones).stream()
                .map(phone -> Map.of("phone", phone, "text_sms", "Your order is ready"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<SendResult> results(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }
}
