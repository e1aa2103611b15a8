package ru.targetsms.camel.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.LogCapture;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.tracking.Backlog;
import ru.targetsms.camel.tracking.Claim;
import ru.targetsms.camel.tracking.ClaimEnd;
import ru.targetsms.camel.tracking.ClaimRequest;
import ru.targetsms.camel.tracking.DeliveryTracker;
import ru.targetsms.camel.tracking.TrackedMessage;
import ru.targetsms.camel.tracking.TrackingException;

/** A tracker the test completes by hand, and a clock it moves. */
class HeldClaimsTest {

    private static final Duration LEASE = Duration.ofSeconds(90);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ByHand tracker = new ByHand();
    private final HeldClaims held =
            new HeldClaims(tracker, new ClaimRequest("shop", "node", 100, LEASE, Duration.ZERO), nanos::get);

    @Test
    void whileTheLeaseLastsNobodyIsAsked() {
        Claim claim = held.claim(1).get(0);

        pass(LEASE.minusMillis(1));

        assertThat(held.isHeld(claim)).isTrue();
        assertThat(tracker.renewals).isEmpty();
    }

    /** F40: the clock goes on while a process is frozen. */
    @Test
    void f40_aLeaseThatMayHaveEndedIsRenewedBeforeItIsTrusted() {
        List<Claim> claims = held.claim(2);
        tracker.lost.add(claims.get(0));

        pass(LEASE);

        assertThat(held.isHeld(claims.get(0))).isFalse();
        assertThat(held.isHeld(claims.get(1))).isTrue();
        assertThat(held.size()).isEqualTo(1);
        assertThat(tracker.renewals).hasSize(2);
    }

    @Test
    void aRenewalLastsFromNowOn() {
        Claim claim = held.claim(1).get(0);
        pass(LEASE.minusSeconds(1));

        held.renewAll();
        pass(LEASE.minusSeconds(1));

        assertThat(held.isHeld(claim)).isTrue();
        assertThat(tracker.renewals).hasSize(1);
    }

    @Test
    void f35_whatCouldNotBeSavedIsSavedTheNextTime() {
        Claim claim = held.claim(1).get(0);
        held.end(claim.done(DeliveryState.DELIVER));
        tracker.down = true;

        assertThatThrownBy(held::save).isInstanceOf(TrackingException.class);
        tracker.down = false;

        assertThat(held.size()).isEqualTo(1);
        assertThat(held.save()).isEqualTo(1);
        assertThat(held.size()).isZero();
        assertThat(tracker.saved).containsExactly(claim.done(DeliveryState.DELIVER));
    }

    @Test
    void whatIsSavedAfterTheLeaseWasLostIsNamedInAWarning() {
        Claim claim = held.claim(1).get(0);
        tracker.lost.add(claim);
        held.end(claim.done(DeliveryState.DELIVER));

        try (LogCapture log = new LogCapture()) {
            assertThat(held.save()).isZero();

            assertThat(log.lines()).anyMatch(line -> line.contains("will be reported again") && line.contains("[0]"));
        }
        assertThat(held.size()).isZero();
    }

    @Test
    void whatIsSavedWhileLeasesAreRenewedIsNotTakenForLost() {
        Claim claim = held.claim(1).get(0);
        tracker.duringRenewal = () -> {
            tracker.duringRenewal = () -> {};
            held.end(claim.unchanged());
            held.save();
            tracker.lost.add(claim);
        };

        try (LogCapture log = new LogCapture()) {
            held.renewAll();

            assertThat(log.lines()).noneMatch(line -> line.contains("ended before"));
        }
        assertThat(held.size()).isZero();
    }

    /** F40: a node that woke up asks for its next report while the timer's renewal, begun before, tells what is lost. */
    @Test
    void f40_whatARenewalFindsLostIsAtNoMomentTrusted() throws Exception {
        List<Claim> claims = held.claim(5_000);
        tracker.lost.addAll(claims);
        pass(LEASE);
        CountDownLatch answered = new CountDownLatch(1);
        tracker.duringRenewal = answered::countDown;
        CompletableFuture<Void> timer = CompletableFuture.runAsync(held::renewAll);
        answered.await();
        tracker.duringRenewal = () -> {};

        assertThat(claims).noneMatch(held::isHeld);
        timer.join();
        assertThat(held.size()).isZero();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static final class ByHand implements DeliveryTracker {

        private final Set<Claim> lost = new HashSet<>();
        private final List<Collection<Claim>> renewals = new CopyOnWriteArrayList<>();
        private final List<ClaimEnd> saved = new ArrayList<>();
        private volatile Runnable duringRenewal = () -> {};
        private boolean down;

        @Override
        public void track(Collection<TrackedMessage> messages) {
            throw new UnsupportedOperationException("nothing is tracked here");
        }

        @Override
        public List<Claim> claim(ClaimRequest request) {
            return IntStream.range(0, request.limit())
                    .mapToObj(i -> new Claim(
                            TrackedMessage.of("shop", String.valueOf(i)), 1, null, 0, 0, Duration.ofMinutes(1)))
                    .toList();
        }

        @Override
        public Collection<Claim> renew(Collection<Claim> claims, Duration lease) {
            renewals.add(claims);
            duringRenewal.run();
            return claims.stream().filter(claim -> !lost.contains(claim)).toList();
        }

        @Override
        public Collection<Claim> save(Collection<ClaimEnd> ends) {
            if (down) {
                throw new TrackingException("down", null);
            }
            saved.addAll(ends);
            return ends.stream().map(ClaimEnd::claim).filter(lost::contains).toList();
        }

        @Override
        public Backlog backlog(String account) {
            return new Backlog(0, null);
        }
    }
}
