package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.tracking.JdbcDeliveryTracker;
import ru.targetsms.camel.tracking.PostgreSql;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;

/** A node that reports dies or stands still, and another goes on. The two share one PostgreSQL. */
class NodeRowsTest extends ReportTest {

    /** Long enough for a busy machine to renew it in time, short enough to wait for its end. */
    private static final String LEASE = "claimTimeout=2s";

    private final CountDownLatch thaw = new CountDownLatch(1);

    private NodeTracker one;
    private NodeTracker other;

    @BeforeEach
    void connect() {
        String schema = PostgreSql.newSchema();
        one = new NodeTracker(new JdbcDeliveryTracker(PostgreSql.dataSource(schema)).createSchema());
        other = new NodeTracker(new JdbcDeliveryTracker(PostgreSql.dataSource(schema)));
    }

    @Test
    void f40_when_a_node_dies_after_the_answer_the_other_goes_on() {
        List<String> ids = tracked(one, Sms.several(5));
        ActiveFault answer = faultOnStatus(Fault.delay(Duration.ofMillis(300)).first(1));
        ReportNode dying = node(one, LEASE);
        await().atMost(PATIENCE).until(() -> answer.matched() == 1);

        one.die();

        await().atMost(PATIENCE).until(() -> answer.fired() == 1);
        ReportNode living = node(other, LEASE);
        awaitRecorded(ids, one, other);
        assertThat(ids).allSatisfy(id -> assertThat(living.reports(id)).hasSize(1));
        assertThat(ids).allMatch(id -> other.recorded(id) == 1);
        assertThat(dying.reports().size())
                .as("at least once, at most once by each node")
                .isLessThanOrEqualTo(5);
        assertThat(simulator.questions().totals().overlapping()).isZero();
    }

    @Test
    void f40_a_node_that_freezes_in_its_route_for_longer_than_its_claims_drops_what_it_lost() {
        List<String> ids = tracked(one, Sms.several(5));
        AtomicInteger frozen = new AtomicInteger();
        ReportNode freezing = node(one, LEASE, exchange -> {
            if (frozen.incrementAndGet() == 1) {
                one.freeze(thaw);
                thaw.await();
            }
        });
        await().atMost(PATIENCE).until(() -> frozen.get() == 1);
        fault("a frozen node", frozen::get);

        ReportNode living = node(other, LEASE);

        awaitRecorded(ids, one, other);
        thaw.countDown();
        one.up();
        List<String> later = tracked(other, Sms.several(5));
        awaitRecorded(later, one, other);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(logged("WARN"))
                .anyMatch(line -> line.contains("claims of") && line.contains(ids.get(0))));
        awaitRecorded(ids, one, other);
        assertThat(ids).allMatch(id -> other.recorded(id) == 1);
        assertThat(ids).allSatisfy(id -> assertThat(living.reports(id)).hasSize(1));
        assertThat(freezing.reports().stream().map(DeliveryStatus::idMessage).filter(ids::contains))
                .as("what the frozen node had begun")
                .hasSize(1);
    }
}
