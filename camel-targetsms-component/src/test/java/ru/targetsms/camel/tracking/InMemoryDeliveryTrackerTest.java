package ru.targetsms.camel.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.LogCapture;
import ru.targetsms.camel.model.DeliveryState;

class InMemoryDeliveryTrackerTest extends DeliveryTrackerContract {

    /** The JVM's clock may begin anywhere, and near its end. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

    private final InMemoryDeliveryTracker tracker = new InMemoryDeliveryTracker(20_000, nanos::get);

    @Override
    DeliveryTracker tracker() {
        return tracker;
    }

    @Override
    DeliveryTracker otherNode() {
        return tracker;
    }

    @Override
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void whenAllArePendingTheOneStoredLongestAgoIsDroppedAndTold() {
        InMemoryDeliveryTracker small = new InMemoryDeliveryTracker(3, nanos::get);
        try (LogCapture log = new LogCapture()) {

            small.track(messages("1", "2", "3", "4", "5"));
            small.track(messages("6"));
            pass(FIRST_POLL_DELAY);

            assertThat(ids(small.claim(request(account, 10)))).containsExactly("4", "5", "6");
            assertThat(small.dropped()).isEqualTo(3);
            assertThat(log.lines("WARN"))
                    .singleElement()
                    .asString()
                    .contains("3 messages", "2 were dropped", "2 among");
        }
    }

    @Test
    void whatWasDroppedInTheMeantimeIsToldAMinuteLater() {
        InMemoryDeliveryTracker small = new InMemoryDeliveryTracker(1, nanos::get);
        try (LogCapture log = new LogCapture()) {
            small.track(messages("1", "2"));
            small.track(messages("3", "4"));

            pass(Duration.ofMinutes(1));
            small.track(messages("5"));

            assertThat(log.lines("WARN")).hasSize(2).element(1).asString().contains("3 were dropped", "4 among");
        }
    }

    @Test
    void whatIsDoneGivesWayFirstAndIsNotTold() {
        InMemoryDeliveryTracker small = new InMemoryDeliveryTracker(3, nanos::get);
        small.track(messages("1", "2", "3"));
        pass(FIRST_POLL_DELAY);
        List<Claim> claims = small.claim(request(account, 2));
        small.save(
                claims.stream().map(claim -> claim.done(DeliveryState.DELIVER)).toList());

        small.track(messages("4"));
        small.track(messages("2"));
        pass(LEASE);

        assertThat(small.dropped()).isZero();
        assertThat(ids(small.claim(request(account, 10)))).containsExactly("3", "4");
    }

    @Test
    void aClaimOfADroppedMessageIsLostEvenWhenItIsStoredAgain() {
        InMemoryDeliveryTracker small = new InMemoryDeliveryTracker(1, nanos::get);
        small.track(messages("1"));
        pass(FIRST_POLL_DELAY);
        Claim old = small.claim(request(account, 1)).get(0);
        small.track(messages("2"));
        small.track(messages("1"));
        pass(FIRST_POLL_DELAY);
        Claim current = small.claim(request(account, 1)).get(0);

        assertThat(small.save(List.of(old.done(DeliveryState.DELIVER)))).containsExactly(old);
        assertThat(small.renew(List.of(old, current), LEASE)).containsExactly(current);
    }

    @Test
    void aTrackerWithoutRoomIsRefused() {
        assertThatThrownBy(() -> new InMemoryDeliveryTracker(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 or more");
    }

    private List<TrackedMessage> messages(String... ids) {
        return List.of(ids).stream().map(id -> TrackedMessage.of(account, id)).toList();
    }
}
