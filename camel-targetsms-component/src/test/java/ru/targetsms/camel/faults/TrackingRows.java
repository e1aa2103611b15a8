package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.model.NotTrackedException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.tracking.InMemoryDeliveryTracker;
import ru.targetsms.camel.tracking.TrackedMessage;

/** The gateway accepts, and the delivery tracker cannot store it. */
abstract class TrackingRows extends FaultTest {

    private final NodeTracker tracker = new NodeTracker(new InMemoryDeliveryTracker());

    TrackingRows(Ids ids) {
        super(ids);
    }

    @Test
    void f35_what_was_accepted_but_not_stored_is_stored_by_a_repeat_or_named_for_it() {
        FaultRoute route = closing(new FaultRoute(ids, options -> gateway(options, AMPLE), tracker));
        route.beforeRepeat(tracker::up);
        tracker.down();
        fault("the database is down", tracker::refused);

        Trip trip = send(route);

        assertThat(trip.firstFailure())
                .isInstanceOf(NotTrackedException.class)
                .hasMessageContaining("127.0.0.1 accepted 5 of 5 recipients")
                .hasMessageContaining("the database is down");
        assertThat(trip.firstFailure().isRetrySafe()).isEqualTo(ids.given());
        assertThat(trip.firstFailure().results())
                .extracting(SendResult::idMessage)
                .doesNotContainNull();
        if (ids.given()) {
            assertThat(trip.parked()).isNull();
            assertThat(trip.outcomes()).containsOnly(Outcome.DUPLICATE);
        } else {
            assertParked(trip, NotTrackedException.class);
            handOver(trip);
        }
        assertThatAllAreReported(trip);
    }

    /** What a route without client ids can do: the ids are there, and to store them repeats nobody. */
    private void handOver(Trip trip) {
        tracker.up();
        String account = trip.context()
                .getComponent("targetsms", TargetSmsComponent.class)
                .account();
        tracker.track(trip.parked().results().stream()
                .map(result -> TrackedMessage.of(account, result.idMessage()))
                .toList());
    }

    private void assertThatAllAreReported(Trip trip) {
        ReportNode node = closing(new ReportNode(options -> gateway(options, AMPLE), tracker, "", exchange -> {}));
        List<String> ids = ReportTest.ids(trip);
        await().atMost(Duration.ofSeconds(30)).until(() -> ids.stream().allMatch(id -> tracker.recorded(id) == 1));
        assertThat(node.reports()).hasSize(5).allMatch(report -> report.isFinal());
    }
}
