package ru.targetsms.camel.status;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.LogCapture;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TargetSmsEndpoint;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.tracking.TrackedMessage;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.model.State;

/** Sends with {@code track=true} and receives delivery reports, over the simulator, whose states the tests move. */
class DeliveryReportsTest extends CamelTest {

    private static final String PHONE = "79001234567";
    private static final String FROM = "targetsms:status?firstPollDelay=20&maxPollDelay=100&initialDelay=0&delay=20";

    @RegisterExtension
    private static final GatewaySimulator gateway =
            GatewaySimulator.builder().profile(Profile.MANUAL).start();

    private final List<Exchange> reports = new CopyOnWriteArrayList<>();

    @Override
    protected void configure(TargetSmsConfiguration configuration) {
        super.configure(configuration);
        configuration.setBaseUrl(gateway.baseUrl());
        configuration.setTrack(true);
    }

    @Test
    void aFinalStateIsReportedWithWhatTheSenderKnowsOfTheMessage() throws Exception {
        route(FROM, reports::add);

        String id = sent(Map.of(
                "CamelTargetSmsPhone",
                PHONE,
                "CamelTargetSmsClientIdMessage",
                42L,
                "CamelTargetSmsCorrelationId",
                "заказ 7"));
        gateway.setState(Long.parseLong(id), State.DELIVER);

        awaitReports(1);
        DeliveryStatus report = reports.get(0).getMessage().getBody(DeliveryStatus.class);
        assertThat(report.idMessage()).isEqualTo(id);
        assertThat(report.state()).isEqualTo(DeliveryState.DELIVER);
        assertThat(report.phone()).isEqualTo(PHONE);
        assertThat(report.clientIdMessage()).isEqualTo(42L);
        assertThat(report.correlationId()).isEqualTo("заказ 7");
        assertThat(report.numPartsSms()).isEqualTo(1);
        assertThat(reports.get(0).getMessage().getHeader("CamelTargetSmsParts"))
                .as("predicted, to hold against what was billed")
                .isEqualTo(1);
        assertThat(reports.get(0).getMessage().getHeaders())
                .containsEntry("CamelTargetSmsIdMessage", id)
                .containsEntry("CamelTargetSmsState", DeliveryState.DELIVER)
                .containsEntry("CamelTargetSmsFinal", true)
                .containsEntry("CamelTargetSmsReportPhone", PHONE)
                .containsEntry("CamelTargetSmsReportClientIdMessage", 42L)
                .containsEntry("CamelTargetSmsCorrelationId", "заказ 7")
                .containsEntry("CamelTargetSmsReportAttempt", 1);
    }

    @Test
    void aFinalStateIsReportedOnce() throws Exception {
        route(FROM, reports::add);
        String id = sent();

        gateway.setState(Long.parseLong(id), State.NOT_DELIVER);
        awaitReports(1);
        track(id);
        String other = sent();
        gateway.setState(Long.parseLong(other), State.DELIVER);

        awaitReports(2);
        assertThat(ids()).containsExactly(id, other);
    }

    @Test
    void changesAreReportedFromTheFirstStateToTheReading() throws Exception {
        route(FROM + "&emit=changes", reports::add);
        String id = sentBy(Map.of("CamelTargetSmsPhone", PHONE, "CamelTargetSmsSendViber", 1));

        awaitReports(1);
        gateway.setState(Long.parseLong(id), Channel.VIBER, State.DELIVER);
        awaitReports(2);
        gateway.setState(Long.parseLong(id), Channel.VIBER, State.READ);
        awaitReports(3);

        assertThat(reports)
                .extracting(report ->
                        report.getMessage().getBody(DeliveryStatus.class).state())
                .containsExactly(DeliveryState.SEND, DeliveryState.DELIVER, DeliveryState.DELIVER);
        assertThat(reports)
                .extracting(report ->
                        report.getMessage().getBody(DeliveryStatus.class).stateViber())
                .containsExactly(null, DeliveryState.DELIVER, DeliveryState.READ);
        awaitNothingPending();
    }

    @Test
    void partsThatWereNotPredictedAreWarnedOfOnceForAMessageHoweverManyReportsItHas() throws Exception {
        try (LogCapture log = new LogCapture()) {
            route(FROM + "&emit=changes", reports::add);
            String id = send("targetsms:send?track=false", "Привет", Map.of("CamelTargetSmsPhone", PHONE))
                    .getMessage()
                    .getHeader("CamelTargetSmsIdMessage", String.class);
            track(new TrackedMessage(component().account(), id, null, null, null, Duration.ZERO, 5));

            awaitReports(1);
            gateway.setState(Long.parseLong(id), Channel.SMS, State.DELIVER);
            awaitReports(2);
            awaitNothingPending();

            assertThat(log.lines("WARN"))
                    .filteredOn(line -> line.contains("5 SMS parts"))
                    .hasSize(1);
        }
    }

    @Test
    void aReportThatFailsComesAgainWithACount() throws Exception {
        route(FROM, exchange -> {
            reports.add(exchange.copy());
            if (reports.size() < 3) {
                throw new IllegalStateException("not today");
            }
        });

        String id = sent();
        gateway.setState(Long.parseLong(id), State.DELIVER);

        awaitReports(3);
        awaitNothingPending();
        assertThat(reports)
                .extracting(report -> report.getMessage().getHeader("CamelTargetSmsReportAttempt"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void aReportThatIsRolledBackComesAgain() throws Exception {
        route(FROM, exchange -> {
            reports.add(exchange.copy());
            exchange.setRollbackOnly(reports.size() < 2);
        });

        gateway.setState(Long.parseLong(sent()), State.DELIVER);

        awaitReports(2);
        awaitNothingPending();
    }

    @Test
    void aReportIsDoneOnlyWhenTheRouteThatWentOnWithItIs() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:later").process(exchange -> {
                    reports.add(exchange);
                    held.await(20, SECONDS);
                });
                from(FROM + "&claimTimeout=300").to("seda:later");
            }
        });

        gateway.setState(Long.parseLong(sent()), State.DELIVER);
        awaitReports(1);

        await().during(Duration.ofMillis(700)).until(() -> reports.size() == 1 && pending() == 1);
        held.countDown();
        awaitNothingPending();
        assertThat(reports).hasSize(1);
    }

    @Test
    void aMessageWithoutAFinalStateIsGivenUp() throws Exception {
        route(FROM + "&giveUpAfter=150", reports::add);

        sent();
        awaitReports(1);

        DeliveryStatus report = reports.get(0).getMessage().getBody(DeliveryStatus.class);
        assertThat(report.state()).isEqualTo(DeliveryState.SEND);
        assertThat(report.text()).isEqualTo("no final state");
        assertThat(reports.get(0).getMessage().getHeader("CamelTargetSmsFinal")).isEqualTo(false);
        awaitNothingPending();
    }

    @Test
    void anIdThatCameFromElsewhereIsReportedToo() throws Exception {
        route(FROM, reports::add);
        SendResult result =
                (SendResult) send("targetsms:send?track=false", "Привет", Map.of("CamelTargetSmsPhone", PHONE))
                        .getMessage()
                        .getBody(List.class)
                        .get(0);
        gateway.setState(Long.parseLong(result.idMessage()), State.DELIVER);

        track(result.idMessage());

        awaitReports(1);
        assertThat(ids()).containsExactly(result.idMessage());
    }

    @Test
    void aListIsTrackedRecipientByRecipientAndEachElementBringsItsOwnCorrelationId() throws Exception {
        route(FROM, reports::add);
        List<Object> body = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Exchange element = context.getEndpoint("direct:none").createExchange();
            element.getMessage()
                    .setBody(TargetSmsMessage.builder()
                            .to("7900123450" + i)
                            .textSms("Привет")
                            .build());
            element.getMessage().setHeader("CamelTargetSmsCorrelationId", "order " + i);
            body.add(element);
        }

        send("targetsms:send", body)
                .getMessage()
                .getBody(List.class)
                .forEach(result -> gateway.setState(Long.parseLong(((SendResult) result).idMessage()), State.DELIVER));

        awaitReports(3);
        assertThat(reports)
                .extracting(report -> {
                    DeliveryStatus status = report.getMessage().getBody(DeliveryStatus.class);
                    return status.phone() + " " + status.correlationId();
                })
                .containsExactlyInAnyOrder("79001234500 order 0", "79001234501 order 1", "79001234502 order 2");
    }

    /** R10 */
    @Test
    void aMessageForLaterIsNotAskedForBefore() throws Exception {
        route(FROM, reports::add);

        sentBy(Map.of(
                "CamelTargetSmsPhone",
                PHONE,
                "CamelTargetSmsTimeSend",
                ZonedDateTime.now(ZoneId.of("Asia/Omsk")).plusHours(3)));
        String now = sent();
        gateway.setState(Long.parseLong(now), State.DELIVER);

        awaitReports(1);
        assertThat(ids()).containsExactly(now);
        assertThat(gateway.requests())
                .filteredOn(request -> request.path().endsWith("state_message.php"))
                .allSatisfy(request -> assertThat(request.requestText())
                        .containsOnlyOnce("<id_message>")
                        .contains(now));
    }

    @Test
    void thousandsAreReportedInBatchesByEqualConsumers() throws Exception {
        route(FROM, reports::add);
        route(FROM + "&batchSize=50", reports::add);
        List<TargetSmsMessage> body = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            body.add(TargetSmsMessage.builder()
                    .to(String.valueOf(79_000_000_000L + i))
                    .textSms("Привет")
                    .build());
        }

        List<?> results = send("targetsms:send", body).getMessage().getBody(List.class);
        results.forEach(result -> gateway.setState(Long.parseLong(((SendResult) result).idMessage()), State.DELIVER));

        awaitReports(2_000);
        awaitNothingPending();
        assertThat(ids()).doesNotHaveDuplicates().hasSize(2_000);
    }

    @Test
    void aGatewayThatIsDownFailsThePollAndLosesNothing() throws Exception {
        route(FROM, reports::add);
        StatusConsumer consumer = consumer();
        String id = sent();
        gateway.setState(Long.parseLong(id), State.DELIVER);
        gateway.faults().add(Fault.status(503).first(3));

        awaitReports(1);

        assertThat(ids()).containsExactly(id);
        await().untilAsserted(() -> {
            assertThat(consumer.getErrorCounter()).isZero();
            assertThat(consumer.getLastSuccessfulPoll()).isNotNull();
        });
    }

    @Test
    void healthTellsTheLastPollAndWhatIsPending() throws Exception {
        route(FROM, reports::add);
        sent();
        HealthCheck health = (HealthCheck) consumer().getHealthCheck();

        await().untilAsserted(() -> {
            HealthCheck.Result up = health.call();
            assertThat(up.getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(up.getDetails())
                    .containsEntry("pending", 1L)
                    .containsKeys("poll.last.successful", "pending.oldest.seconds");
        });

        gateway.faults().add(Fault.status(503));
        await().untilAsserted(() -> {
            HealthCheck.Result down = health.call();
            assertThat(down.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(down.getError()).containsInstanceOf(OutcomeUnknownException.class);
        });
    }

    @Test
    void oneConsumerMayNotTakeAnothersReports() throws Exception {
        route(FROM, reports::add);

        assertThatThrownBy(() -> route(FROM + "&emit=changes", reports::add))
                .hasStackTraceContaining("emit=CHANGES and emit=FINAL: the consumers of one account");
    }

    @Test
    void theLimitOfAPollIsKept() throws Exception {
        AtomicInteger most = new AtomicInteger();
        route(FROM + "&maxMessagesPerPoll=3", exchange -> {
            most.accumulateAndGet(exchange.getProperty(Exchange.BATCH_SIZE, Integer.class), Math::max);
            reports.add(exchange);
        });

        for (int i = 0; i < 10; i++) {
            gateway.setState(Long.parseLong(sent()), State.DELIVER);
        }

        awaitReports(10);
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstPollDelay=-1", "maxPollDelay=0", "giveUpAfter=0", "claimTimeout=0", "batchSize=0"})
    void anOptionThatMakesNoSenseFailsTheStart(String option) {
        String name = option.substring(0, option.indexOf('='));

        assertThatThrownBy(() -> route("targetsms:status?" + option, reports::add))
                .hasStackTraceContaining(name + " must ");
    }

    private void route(String from, Processor processor) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).process(processor);
            }
        });
    }

    private StatusConsumer consumer() {
        return context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(StatusConsumer.class::isInstance)
                .map(StatusConsumer.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private String sent() {
        return sentBy(Map.of("CamelTargetSmsPhone", PHONE));
    }

    private String sent(Map<String, Object> headers) {
        return sentBy(headers);
    }

    private String sentBy(Map<String, Object> headers) {
        Exchange exchange = send("targetsms:send", "Привет", headers);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader("CamelTargetSmsIdMessage", String.class);
    }

    private void track(String idMessage) {
        track(TrackedMessage.of(component().account(), idMessage));
    }

    private void track(TrackedMessage message) {
        context.getEndpoint("targetsms:status", TargetSmsEndpoint.class)
                .deliveryTracker()
                .track(List.of(message));
    }

    private void awaitReports(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> reports.size() >= count);
    }

    private void awaitNothingPending() {
        await().atMost(Duration.ofSeconds(20)).until(() -> pending() == 0);
    }

    private long pending() {
        return consumer().getPending();
    }

    private List<String> ids() {
        return reports.stream()
                .map(report -> report.getMessage().getBody(DeliveryStatus.class).idMessage())
                .toList();
    }
}
