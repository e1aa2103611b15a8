package ru.targetsms.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.State;

/** The meters, in a registry that stands in Camel's. */
class MetersTest extends ReportScene {

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Override
    protected void configure(TargetSmsConfiguration configuration) {
        super.configure(configuration);
        context.getRegistry().bind("meters", meters);
    }

    @Test
    void requestsRecipientsPartsAndTimesAreMeasured() {
        TargetSmsMessage two = TargetSmsMessage.builder()
                .to("79001234501")
                .to("79001234502")
                .textSms("я".repeat(71))
                .build();
        TargetSmsMessage viber =
                TargetSmsMessage.builder().to("79001234503").textViber("Привет").build();

        send("targetsms:send", List.of(two, viber));
        gateway.faults().add(Fault.refusal("Номер в чёрном списке").first(1));
        send("targetsms:send?phone=" + PHONE, "Привет");
        gateway.faults().add(Fault.status(503).first(1));
        send("targetsms:send?phone=" + PHONE, "Привет");
        send("targetsms:status", "1");

        assertThat(counter("targetsms.requests", "operation", "send", "result", "answered"))
                .isEqualTo(2);
        assertThat(counter("targetsms.requests", "operation", "send", "result", "unknown"))
                .isEqualTo(1);
        assertThat(counter("targetsms.requests", "operation", "status", "result", "answered"))
                .isEqualTo(1);
        assertThat(counter("targetsms.recipients", "outcome", "accepted")).isEqualTo(3);
        assertThat(counter("targetsms.recipients", "outcome", "rejected")).isEqualTo(1);
        assertThat(counter("targetsms.recipients", "outcome", "unknown")).isEqualTo(1);
        assertThat(counter("targetsms.sms.parts")).isEqualTo(4);
        assertThat(meters.get("targetsms.document.recipients").summary().count())
                .isEqualTo(3);
        assertThat(meters.get("targetsms.document.recipients").summary().totalAmount())
                .isEqualTo(5);
        assertThat(meters.get("targetsms.request")
                        .tag("operation", "send")
                        .timer()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void whatIsBilledIsCountedOnceAtTheFinalStateAndWhatIsPendingIsShown() throws Exception {
        reports("&emit=changes", exchange -> {
            if (exchange.getMessage().getHeader("CamelTargetSmsReportAttempt", int.class) < 2) {
                throw new IllegalStateException("not today");
            }
        });
        long id = sent(Map.of("CamelTargetSmsSendViber", 1));
        await().until(() -> gauge("targetsms.reports.pending") == 1);
        assertThat(gauge("targetsms.reports.oldest.age")).isBetween(0.0, 60.0);

        gateway.setState(id, Channel.VIBER, State.DELIVER);
        await().until(() -> counter("targetsms.price", "channel", "viber") > 0);
        double price = counter("targetsms.price", "channel", "viber");
        gateway.setState(id, Channel.VIBER, State.READ);
        awaitNothingPending();

        assertThat(counter("targetsms.price", "channel", "viber")).isEqualTo(price);
        assertThat(counter("targetsms.price", "channel", "sms")).isZero();
        gateway.setState(sent(Map.of()), State.DELIVER);
        await().until(() -> counter("targetsms.sms.parts.billed") == 1);
        assertThat(counter("targetsms.price", "channel", "sms")).isPositive();
    }

    @Test
    void noTagHoldsAPhoneAnIdATextOrTheLogin() throws Exception {
        reports("", exchange -> {});
        long id = sent(Map.of());

        assertThat(ours()).isNotEmpty().allSatisfy(meter -> assertThat(meter.getId())
                .hasToString(meter.getId().toString().replaceAll(PHONE + "|4711|demo|" + id, "")));
        assertThat(ours().flatMap(meter -> meter.getId().getTags().stream()).map(Tag::getKey))
                .containsOnly("account", "operation", "result", "outcome", "channel", "route");
    }

    @Test
    void theMetersAreGoneWhenTheLastGatewayIs() throws Exception {
        reports("", exchange -> {});
        sent(Map.of());
        assertThat(ours()).isNotEmpty();

        context.getRouteController().stopRoute("reports");
        assertThat(ours().map(meter -> meter.getId().getName()))
                .isNotEmpty()
                .doesNotContain("targetsms.reports.pending", "targetsms.reports.oldest.age");
        context.stop();

        assertThat(ours()).isEmpty();
    }

    @Test
    void ofSeveralRegistriesTheCompositeIsUsedAndWithoutOneAllAre() {
        MeterRegistry one = new SimpleMeterRegistry();
        MeterRegistry other = new SimpleMeterRegistry();
        CompositeMeterRegistry both = new CompositeMeterRegistry();
        both.add(one);
        both.add(other);

        for (Map<String, MeterRegistry> beans :
                List.of(Map.of("one", one, "other", other, "both", both), Map.of("one", one, "other", other))) {
            Meters measuring = Meters.in(contextWith(beans));
            measuring.ofGateway("account").asked(Documents.answered(), 1);

            assertThat(List.of(one, other)).allSatisfy(registry -> assertThat(registry.get("targetsms.requests")
                            .tag("operation", "status")
                            .tag("result", "answered")
                            .counter()
                            .count())
                    .isEqualTo(1));

            measuring.close();
            assertThat(one.getMeters()).isEmpty();
            assertThat(other.getMeters()).isEmpty();
        }
    }

    @Test
    void withoutARegistryNothingIsMeasured() {
        assertThat(Meters.in(contextWith(Map.of()))).isSameAs(Meters.NONE);
    }

    private static CamelContext contextWith(Map<String, MeterRegistry> beans) {
        CamelContext other = new DefaultCamelContext();
        beans.forEach(other.getRegistry()::bind);
        return other;
    }

    private Stream<Meter> ours() {
        return meters.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("targetsms."));
    }

    private double counter(String name, String... tags) {
        return meters.get(name).tags(tags).counter().count();
    }

    private double gauge(String name) {
        return meters.get(name).tag("route", "reports").gauge().value();
    }
}
