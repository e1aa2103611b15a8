package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.camel.model.NotTrackedException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.tracking.InMemoryDeliveryTracker;
import ru.targetsms.camel.tracking.JdbcDeliveryTracker;
import ru.targetsms.simulator.model.ReservedPhone;

/** The database of the delivery tracker is away while messages are reported, at each moment that matters. */
class OutageRowsTest extends ReportTest {

    private final NodeTracker tracker = new NodeTracker(new InMemoryDeliveryTracker());

    @Test
    void f35_when_nothing_can_be_claimed_the_polls_fail_until_the_database_is_back() {
        List<String> ids = tracked(tracker, Sms.several(5));
        tracker.down();

        ReportNode node = node(tracker, "");

        awaitOutage();
        assertThat(node.reports()).isEmpty();
        tracker.up();
        awaitRecorded(ids, tracker);
        assertThat(ids).allSatisfy(id -> assertThat(node.reports(id)).hasSize(1));
    }

    @Test
    void f35_reports_that_could_not_be_begun_are_begun_when_the_database_is_back() {
        List<Sms> messages = new ArrayList<>(Sms.several(5));
        messages.add(Sms.to(ReservedPhone.NEVER_FINAL));
        List<String> all = tracked(tracker, messages);
        List<String> ids = all.subList(0, 5);
        tracker.downForSaving();

        ReportNode node = node(tracker, "");

        awaitOutage();
        tracker.up();
        awaitRecorded(ids, tracker);
        assertThat(ids).allSatisfy(id -> assertThat(node.reports(id)).hasSize(1));
        assertThat(node.reports(all.get(5))).isEmpty();
    }

    @Test
    void f35_reports_that_were_done_are_recorded_when_the_database_is_back_and_not_repeated() throws Exception {
        List<String> ids = tracked(tracker, Sms.several(5));
        CountDownLatch begun = new CountDownLatch(1);
        ReportNode node = node(tracker, "", exchange -> {
            tracker.down();
            begun.countDown();
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        awaitOutage();
        assertThat(ids).allMatch(id -> tracker.recorded(id) == 0);
        await().atMost(PATIENCE).until(() -> node.reports().size() == 5);
        tracker.up();

        awaitRecorded(ids, tracker);
        assertThat(ids).allSatisfy(id -> assertThat(node.reports(id)).hasSize(1));
    }

    @Test
    void f35_claims_that_could_not_be_renewed_in_time_are_given_back_and_reported_later() throws Exception {
        List<String> ids = tracked(tracker, Sms.several(5));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch leaseOver = new CountDownLatch(1);
        ReportNode node = node(tracker, "claimTimeout=300", exchange -> {
            if (begun.getCount() == 1) {
                tracker.down();
                begun.countDown();
                leaseOver.await();
            }
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        long down = System.nanoTime();
        await().atMost(PATIENCE).until(() -> System.nanoTime() - down > 400_000_000L);

        leaseOver.countDown();

        awaitOutage();
        tracker.up();
        awaitRecorded(ids, tracker);
        assertThat(ids).allSatisfy(id -> assertThat(node.reports(id)).hasSizeBetween(1, 2));
    }

    @Test
    void f35_a_postgresql_that_is_stopped_and_started_again_costs_no_message_and_no_report(@TempDir Path folder)
            throws Exception {
        EmbeddedPostgres before = postgres(folder, 0);
        NodeTracker stored = new NodeTracker(new JdbcDeliveryTracker(before.getPostgresDatabase()).createSchema());
        List<String> ids = new ArrayList<>(tracked(stored, Sms.several(5)));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        ReportNode node = node(stored, "", exchange -> {
            begun.countDown();
            stopped.await();
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        before.close();
        stopped.countDown();
        await().atMost(PATIENCE).until(() -> node.reports().size() == 5);
        FaultRoute route = sender(stored);
        AtomicInteger started = new AtomicInteger();
        route.beforeRepeat(() -> {
            if (started.getAndIncrement() == 0) {
                postgres(folder, before.getPort());
            }
        });
        Trip later = send(route);
        fault("PostgreSQL is stopped and started again", started::get);

        assertThat(later.firstFailure())
                .isInstanceOf(NotTrackedException.class)
                .hasMessageContaining("targetsms_delivery");
        assertThat(later.outcomes()).containsOnly(Outcome.DUPLICATE);
        ids.addAll(ids(later));
        awaitRecorded(ids, stored);
        assertThat(ids).allSatisfy(id -> assertThat(node.reports(id)).hasSize(1));
    }

    private EmbeddedPostgres postgres(Path folder, int port) {
        try {
            return closing(EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitOutage() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(logged("WARN"))
                .anyMatch(line -> line.contains("the database is down")));
        fault("the database is down", tracker::refused);
    }
}
