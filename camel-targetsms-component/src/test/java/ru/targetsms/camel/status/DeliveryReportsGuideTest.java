package ru.targetsms.camel.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.tracking.DeliveryTracker;
import ru.targetsms.camel.tracking.JdbcDeliveryTracker;
import ru.targetsms.camel.tracking.TrackedMessage;

/** Runs the routes that the guide on delivery reports shows, as they stand there. */
class DeliveryReportsGuideTest extends CamelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSource dataSource = database();

    @Override
    protected void configure(TargetSmsConfiguration configuration) {
        super.configure(configuration);
        configuration.setFirstPollDelay(0);
    }

    @Test
    void aReportComesBackMatchedToItsOrder() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:orders")
                        .setHeader("CamelTargetSmsCorrelationId", header("orderNumber"))
                        .to("targetsms:send?track=true&idempotencyKey=${header.orderNumber}");

                from("targetsms:status")
                        .log("order ${header.CamelTargetSmsCorrelationId}: ${header.CamelTargetSmsState}")
                        .to("direct:report");

                from("direct:report").to("mock:report");
            }
        });

        Exchange sent = order("15");

        DeliveryStatus report = reports("mock:report", 1).get(0);
        assertThat(report.correlationId()).isEqualTo("15");
        assertThat(report.phone()).isEqualTo("79001234567");
        assertThat(report.state()).isEqualTo(DeliveryState.DELIVER);
        assertThat(report.idMessage()).isEqualTo(sent.getMessage().getHeader("CamelTargetSmsIdMessage"));
    }

    @Test
    void aDatabaseKeepsWhatIsTrackedAndForgetsWhatIsLongDone() throws Exception {
        TargetSmsComponent component = component();

        JdbcDeliveryTracker tracker = new JdbcDeliveryTracker(dataSource).createSchema();
        component.setDeliveryTracker(tracker);

        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("targetsms:status").to("mock:report");
                from("timer:retention?period=24h").process(exchange -> tracker.forget(Duration.ofDays(90)));
            }
        });
        send("targetsms:send?track=true", "x", Map.of("CamelTargetSmsPhone", "79001234567"));
        assertThat(reports("mock:report", 1)).extracting(DeliveryStatus::state).containsExactly(DeliveryState.DELIVER);
        await().atMost(PATIENCE).until(() -> tracker.forget(Duration.ZERO) == 1);
    }

    @Test
    void anIdThatCameFromElsewhereIsReportedAsWell() throws Exception {
        JdbcDeliveryTracker tracker = new JdbcDeliveryTracker(dataSource).createSchema();
        TargetSmsComponent component = component();
        component.setDeliveryTracker(tracker);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("targetsms:status?giveUpAfter=1").to("mock:report");
            }
        });

        tracker.track(List.of(TrackedMessage.of(component.account(), "1795437722631002")));

        DeliveryStatus report = reports("mock:report", 1).get(0);
        assertThat(report.idMessage()).isEqualTo("1795437722631002");
        assertThat(report.state()).isEqualTo(DeliveryState.UNKNOWN);
    }

    @Test
    void theOnlyTrackerAmongTheBeansIsTaken() throws Exception {
        DeliveryTracker bean = new Beans().deliveryTracker(dataSource);
        try (org.apache.camel.CamelContext other = new org.apache.camel.impl.DefaultCamelContext()) {
            other.getRegistry().bind("deliveryTracker", bean);

            other.start();

            assertThat(other.getComponent("targetsms", TargetSmsComponent.class).getDeliveryTracker())
                    .isSameAs(bean);
        }
    }

    @Test
    void ofEveryChangeThoseThatEndAMessageCanBePicked() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("targetsms:status?emit=changes")
                        .filter(header("CamelTargetSmsFinal"))
                        .to("direct:report");

                from("direct:report").to("mock:report");
            }
        });

        send("targetsms:send?track=true", Map.of("phone", "79001234567", "text_viber", "x"));

        assertThat(reports("mock:report", 1).get(0).stateViber()).isEqualTo(DeliveryState.READ);
    }

    @Test
    void aReportThatFailsAgainAndAgainIsParked() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("targetsms:status")
                        .choice()
                        .when(simple("${header.CamelTargetSmsReportAttempt} > 3"))
                        .to("direct:parked")
                        .otherwise()
                        .to("direct:report");

                from("direct:parked").to("mock:parked");
                from("direct:report")
                        .process(exchange -> attempts.incrementAndGet())
                        .throwException(new java.io.IOException("full"));
            }
        });

        send("targetsms:send?track=true", "x", Map.of("CamelTargetSmsPhone", "79001234567"));

        assertThat(reports("mock:parked", 1)).hasSize(1);
        assertThat(attempts).hasValue(3);
    }

    private static final class Beans {

        @Bean
        DeliveryTracker deliveryTracker(DataSource dataSource) {
            return new JdbcDeliveryTracker(dataSource).createSchema();
        }
    }

    private Exchange order(String number) {
        return send(
                "direct:orders",
                "Ваш заказ готов",
                Map.of("CamelTargetSmsPhone", "79001234567", "orderNumber", number));
    }

    /** Waits for so many reports. */
    private List<DeliveryStatus> reports(String uri, int count) {
        MockEndpoint mock = context.getEndpoint(uri, MockEndpoint.class);
        await().atMost(PATIENCE).until(() -> mock.getReceivedCounter() >= count);
        return mock.getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(DeliveryStatus.class))
                .toList();
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
