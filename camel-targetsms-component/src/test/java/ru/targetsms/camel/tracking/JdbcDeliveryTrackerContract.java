package ru.targetsms.camel.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.DeliveryState;

/** Says what holds for the tracker in a database, whichever that is. Time passes by moving the rows into the past. */
abstract class JdbcDeliveryTrackerContract extends DeliveryTrackerContract {

    private final DeliveryTracker tracker = new JdbcDeliveryTracker(dataSource());

    /** Leads to the database, with a pool, and with the table in it. */
    abstract DataSource dataSource();

    /** Leads to a database, with a pool, where nothing is yet. */
    abstract DataSource emptyDatabase();

    @Override
    DeliveryTracker tracker() {
        return tracker;
    }

    @Override
    DeliveryTracker otherNode() {
        return new JdbcDeliveryTracker(dataSource());
    }

    @Override
    void pass(Duration time) {
        String earlier = " - CAST(? AS DOUBLE PRECISION) * INTERVAL '1' SECOND";
        try (Connection connection = dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE targetsms_delivery SET since = since"
                        + earlier + ", next_poll = next_poll" + earlier + ", done_at = done_at" + earlier
                        + " WHERE account = ?")) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                update.setDouble(parameter, time.toSeconds());
            }
            update.setString(4, account);
            update.executeUpdate();
            update.setString(4, otherAccount);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLeaseEndsByTheDatabasesClockAlone() {
        track("1");
        Duration lease = Duration.ofMillis(300);
        Claim first = tracker()
                .claim(new ClaimRequest(account, "a frozen node", 10, lease, Duration.ZERO))
                .get(0);

        await().pollInterval(Duration.ofMillis(20))
                .until(
                        () -> otherNode().claim(new ClaimRequest(account, "another", 10, LEASE, Duration.ZERO)),
                        claims -> !claims.isEmpty());

        assertThat(tracker().renew(List.of(first), LEASE)).isEmpty();
        assertThat(tracker().save(List.of(first.done(DeliveryState.DELIVER)))).containsExactly(first);
    }

    @Test
    void theNextPollComesByTheDatabasesClockAlone() {
        track("1");
        ClaimRequest request = new ClaimRequest(account, "a node", 10, LEASE, Duration.ZERO);
        save(tracker().claim(request).get(0).pollAgain(DeliveryState.SEND, Duration.ofMillis(100)));

        await().pollInterval(Duration.ofMillis(20)).until(() -> tracker().claim(request), claims -> !claims.isEmpty());
    }

    @Test
    void nodesThatMakeTheSchemaAtTheSameMomentDoNotDisturbEachOther() {
        DataSource empty = emptyDatabase();

        Nodes.run(3, node -> new JdbcDeliveryTracker(empty).createSchema());

        new JdbcDeliveryTracker(empty).createSchema().track(List.of(TrackedMessage.of(account, "1")));
        assertThat(new JdbcDeliveryTracker(empty).backlog(account).pending()).isOne();
    }

    @Test
    void aConnectionIsGivenBackAsItCame() {
        for (boolean autoCommit : new boolean[] {true, false}) {
            WatchedDataSource watched = new WatchedDataSource(dataSource(), autoCommit);
            DeliveryTracker node = new JdbcDeliveryTracker(watched).createSchema();
            node.track(List.of(TrackedMessage.of(account, "auto-commit " + autoCommit)));
            List<Claim> claims = node.claim(new ClaimRequest(account, "a node", 10, LEASE, Duration.ZERO));

            node.renew(claims, LEASE);
            node.save(List.of(claims.get(0).done(DeliveryState.DELIVER)));
            assertThatThrownBy(() -> node.track(List.of(TrackedMessage.of(account, "too long".repeat(40)))))
                    .isInstanceOf(TrackingException.class);

            assertThat(claims).hasSize(1);
            assertThat(watched.opened()).isEqualTo(6);
            assertThat(watched.closedAsTheyCame()).isEqualTo(6);
            assertThat(claim(10)).isEmpty();
        }
    }

    @Test
    void aMessageThatCannotBeStoredIsToldAndTheOthersCanBeStoredAgain() {
        TrackedMessage tooLong = TrackedMessage.of(account, "9".repeat(300));
        List<TrackedMessage> others = List.of(TrackedMessage.of(account, "1"), TrackedMessage.of(account, "2"));

        assertThatThrownBy(() -> tracker().track(List.of(others.get(0), tooLong, others.get(1))))
                .isInstanceOf(TrackingException.class)
                .hasMessageStartingWith("Could not store 3 messages in targetsms_delivery, SQLState 22");
        tracker().track(others);

        assertThat(otherNode().backlog(account).pending()).isEqualTo(2);
    }

    @Test
    void workThatTheDatabaseGaveUpIsDoneAgainButNotForEver() {
        track("1");
        ClaimRequest request = new ClaimRequest(account, "a node", 10, LEASE, Duration.ZERO);
        WatchedDataSource always = new WatchedDataSource(dataSource(), true).failCommits("40P01", 1_000);
        WatchedDataSource twice = new WatchedDataSource(dataSource(), true).failCommits("40001", 2);

        assertThatThrownBy(() -> new JdbcDeliveryTracker(always).claim(request))
                .isInstanceOf(TrackingException.class)
                .hasMessage("Could not claim messages in targetsms_delivery, SQLState 40P01");
        List<Claim> claims = new JdbcDeliveryTracker(twice).claim(request);

        assertThat(claims).extracting(Claim::version).containsExactly(1L);
        assertThat(twice.opened()).isEqualTo(3).isEqualTo(twice.closedAsTheyCame());
        assertThat(always.opened()).isEqualTo(10).isEqualTo(always.closedAsTheyCame());
    }

    @Test
    void anyOtherFailureIsNotTriedAgain() {
        WatchedDataSource full = new WatchedDataSource(dataSource(), true).failCommits("53100", 1);

        assertThatThrownBy(() -> new JdbcDeliveryTracker(full).track(List.of(TrackedMessage.of(account, "1"))))
                .isInstanceOf(TrackingException.class)
                .hasMessageEndingWith("SQLState 53100")
                .hasCauseInstanceOf(SQLException.class);
        assertThat(full.opened()).isOne();
    }

    @Test
    void aMissingTableIsNamed() {
        DeliveryTracker tracker = new JdbcDeliveryTracker(emptyDatabase());

        assertThatThrownBy(() -> tracker.claim(request(account, 10)))
                .isInstanceOf(TrackingException.class)
                .hasMessageStartingWith("Could not claim messages in targetsms_delivery, SQLState 42")
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsTold() {
        WatchedDataSource gone = new WatchedDataSource(dataSource(), true).gone();

        assertThatThrownBy(() -> new JdbcDeliveryTracker(gone).backlog(account))
                .isInstanceOf(TrackingException.class)
                .hasMessage("Could not count in targetsms_delivery: no connection")
                .hasRootCauseMessage("gone");
    }

    @Test
    void aDatabaseOfAnotherKindIsRefused() {
        WatchedDataSource other = new WatchedDataSource(dataSource(), true).product("MySQL");

        assertThatThrownBy(() -> new JdbcDeliveryTracker(other).createSchema())
                .isInstanceOf(TrackingException.class)
                .hasMessage("Delivery reports are tracked in PostgreSQL or H2, and the data source leads to MySQL");
        assertThatThrownBy(() -> new JdbcDeliveryTracker(other).claim(request(account, 10)))
                .isInstanceOf(TrackingException.class)
                .hasMessageEndingWith("leads to MySQL");
        assertThat(other.closedAsTheyCame()).isEqualTo(2);
    }

    @Test
    void onlyWhatWasDoneLongAgoIsForgotten() {
        JdbcDeliveryTracker own = new JdbcDeliveryTracker(emptyDatabase()).createSchema();
        own.track(IntStream.range(0, 2_500)
                .mapToObj(i -> TrackedMessage.of(account, "id" + i))
                .toList());
        List<Claim> claims = own.claim(new ClaimRequest(account, "a node", 2_100, LEASE, Duration.ZERO));
        own.save(claims.stream().map(claim -> claim.done(DeliveryState.DELIVER)).toList());

        int tooEarly = own.forget(Duration.ofMinutes(10));
        int forgotten = own.forget(Duration.ZERO);

        assertThat(claims).hasSize(2_100);
        assertThat(tooEarly).isZero();
        assertThat(forgotten).isEqualTo(2_100);
        assertThat(own.backlog(account).pending()).isEqualTo(400);
    }

    @Test
    void theBacklogIsNotReadAgainAtOnce() {
        WatchedDataSource watched = new WatchedDataSource(dataSource(), true);
        DeliveryTracker node = new JdbcDeliveryTracker(watched);
        int calls = 10_000;

        IntStream.range(0, calls).forEach(i -> node.backlog(account));

        assertThat(watched.opened()).isBetween(1, calls / 10);
    }

    /** Two saves lock the same rows: in one order, whatever order they were handed over in. */
    @Test
    void nodesThatSaveTheSameClaimsAtTheSameTimeStoreEachOnceAndDoNotDeadlock() {
        track(IntStream.range(0, 300).mapToObj(i -> "id" + i).toArray(String[]::new));
        List<Claim> claims = tracker().claim(new ClaimRequest(account, "a node", 300, LEASE, Duration.ZERO));
        Set<String> saved = ConcurrentHashMap.newKeySet();
        AtomicInteger lost = new AtomicInteger();
        AtomicInteger attempts = new AtomicInteger();

        Nodes.run(4, node -> {
            WatchedDataSource watched = new WatchedDataSource(dataSource(), true);
            DeliveryTracker tracker = new JdbcDeliveryTracker(watched);
            tracker.renew(Nodes.shuffled(claims, node), LEASE);
            List<Claim> refused = List.copyOf(tracker.save(Nodes.shuffled(claims, node + 10L).stream()
                    .map(claim -> claim.done(DeliveryState.DELIVER))
                    .toList()));
            lost.addAndGet(refused.size());
            claims.stream().filter(claim -> !refused.contains(claim)).forEach(claim -> assertThat(
                            saved.add(claim.message().idMessage()))
                    .isTrue());
            attempts.addAndGet(watched.opened());
        });

        assertThat(saved).hasSize(300);
        assertThat(lost).hasValue(3 * 300);
        assertThat(attempts).as("none had to be tried again").hasValue(4 * 2);
    }
}
