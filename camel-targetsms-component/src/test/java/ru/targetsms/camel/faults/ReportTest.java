package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterEach;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.tracking.DeliveryTracker;

/** Is the frame of the rows about delivery reports: messages that were accepted and stored, and nodes that report them. */
abstract class ReportTest extends FaultTest {

    /** For what a busy machine may be slow with. */
    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    protected static final Processor NOTHING_MORE = exchange -> {};

    private final List<ReportNode> nodes = new ArrayList<>();

    ReportTest() {
        super(Ids.WITH_IDS);
    }

    /** I5: whichever node says it and however often, a final state never changes. */
    @AfterEach
    void finalStatesStay() {
        Map<String, DeliveryState> last = new HashMap<>();
        for (ReportNode node : nodes) {
            node.reports().stream().filter(DeliveryStatus::isFinal).forEach(report -> assertThat(
                            last.merge(report.idMessage(), report.state(), (first, next) -> first))
                    .as("I5: final state of %s", report.idMessage())
                    .isEqualTo(report.state()));
        }
    }

    /** Sends messages as one body; returns their ids once they are stored. */
    protected final List<String> tracked(DeliveryTracker tracker, List<Sms> messages) {
        return ids(judged(sender(tracker).send(messages)));
    }

    /** Makes a route that stores what was accepted. */
    protected final FaultRoute sender(DeliveryTracker tracker) {
        return closing(new FaultRoute(ids, options -> gateway(options, AMPLE), tracker));
    }

    protected static List<String> ids(Trip trip) {
        return trip.results().stream().map(SendResult::idMessage).toList();
    }

    /** Starts a node whose route does no more than note its reports. */
    protected final ReportNode node(DeliveryTracker tracker, String uriOptions) {
        return node(tracker, uriOptions, NOTHING_MORE);
    }

    /** Starts a node. */
    protected final ReportNode node(DeliveryTracker tracker, String uriOptions, Processor route) {
        ReportNode node = closing(new ReportNode(options -> gateway(options, AMPLE), tracker, uriOptions, route));
        nodes.add(node);
        return node;
    }

    /** Waits until every message is recorded as done; once each, by whichever node. */
    protected static void awaitRecorded(List<String> ids, NodeTracker... nodes) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids).allSatisfy(id -> assertThat(
                        Arrays.stream(nodes).mapToInt(node -> node.recorded(id)).sum())
                .as("how often %s was recorded", id)
                .isEqualTo(1)));
    }
}
