package ru.targetsms.camel.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.DeliveryState;

/** Freezes nodes for longer than their leases (F40), on a real PostgreSQL that notes who held what and when. */
class FrozenNodesTest {

    private static final String ACCOUNT = "gateway.example:frozen";
    private static final Duration LEASE = Duration.ofMillis(300);

    private final String schema = PostgreSql.newSchema();
    private final JdbcConnectionPool first = PostgreSql.pool(schema);
    private final JdbcConnectionPool second = PostgreSql.pool(schema);
    private final ClaimHistory history = new ClaimHistory(PostgreSql.pool(schema));

    private final DeliveryTracker nodeA = new JdbcDeliveryTracker(first).createSchema();
    private final DeliveryTracker nodeB = new JdbcDeliveryTracker(second).createSchema();

    @AfterEach
    void dispose() {
        first.dispose();
        second.dispose();
        history.dispose();
    }

    @Test
    void whatANodeSaysAfterAFreezeLongerThanItsLeaseIsRefused() throws SQLException {
        history.begin();
        nodeA.track(List.of(TrackedMessage.of(ACCOUNT, "1")));
        Claim frozen = nodeA.claim(request("A")).get(0);

        Claim taken = await().pollInterval(Duration.ofMillis(20))
                .until(() -> nodeB.claim(request("B")), claims -> !claims.isEmpty())
                .get(0);
        Collection<Claim> renewedLate = nodeA.renew(List.of(frozen), LEASE);
        Collection<Claim> lostLate = nodeA.save(List.of(frozen.done(DeliveryState.NOT_DELIVER)));
        Collection<Claim> lost = nodeB.save(List.of(taken.done(DeliveryState.DELIVER)));

        assertThat(renewedLate).isEmpty();
        assertThat(lostLate).containsExactly(frozen);
        assertThat(lost).isEmpty();
        assertThat(history.overlaps()).isZero();
        assertThat(history.finalStates("1")).containsExactly("deliver");
    }

    @Test
    void nodesThatFreezeAgainAndAgainNeverHoldOneMessageTogetherAndRecordEachReportOnce() throws SQLException {
        int messages = 120;
        int nodes = 4;
        history.begin();
        nodeA.track(IntStream.range(0, messages)
                .mapToObj(i -> TrackedMessage.of(ACCOUNT, "id" + i))
                .toList());
        AtomicInteger done = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger claims = new AtomicInteger();
        Semaphore mayFreeze = new Semaphore(nodes - 1);

        Nodes.run(nodes, node -> {
            DeliveryTracker tracker = node % 2 == 0 ? nodeA : nodeB;
            Random random = new Random(node);
            while (done.get() < messages && !Thread.interrupted()) {
                List<Claim> batch = tracker.claim(request("node " + node + ", claim " + claims.incrementAndGet()));
                if (!batch.isEmpty() && random.nextInt(3) == 0 && mayFreeze.tryAcquire()) {
                    await().pollInterval(Duration.ofMillis(20))
                            .atMost(Duration.ofSeconds(40))
                            .until(() -> history.isTaken(batch.get(0)));
                    mayFreeze.release();
                }
                Collection<Claim> lost = tracker.save(batch.stream()
                        .map(claim -> claim.polls() == 0
                                ? claim.pollAgain(DeliveryState.SEND, Duration.ZERO)
                                : claim.done(DeliveryState.DELIVER))
                        .toList());
                refused.addAndGet(lost.size());
                done.addAndGet((int) batch.stream()
                        .filter(claim -> claim.polls() > 0 && !lost.contains(claim))
                        .count());
            }
        });

        assertThat(refused).as("claims lost in a freeze").hasPositiveValue();
        assertThat(history.overlaps()).isZero();
        assertThat(history.claimed()).isEqualTo(2 * messages + refused.get());
        assertThat(IntStream.range(0, messages).mapToObj(i -> "id" + i))
                .allSatisfy(id -> assertThat(history.finalStates(id)).containsExactly("deliver"));
        assertThat(new JdbcDeliveryTracker(first).backlog(ACCOUNT).pending()).isZero();
    }

    private static ClaimRequest request(String owner) {
        return new ClaimRequest(ACCOUNT, owner, 5, LEASE, Duration.ZERO);
    }
}
