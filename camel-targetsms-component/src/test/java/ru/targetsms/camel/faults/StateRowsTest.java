package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.tracking.InMemoryDeliveryTracker;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.ReservedPhone;
import ru.targetsms.simulator.model.State;

/** The gateway answers a question for states, but not as it should. */
class StateRowsTest extends ReportTest {

    private final NodeTracker tracker = new NodeTracker(new InMemoryDeliveryTracker());

    @Test
    void f37_what_an_answer_leaves_out_stays_pending_and_is_reported_from_the_next() {
        List<String> ids = tracked(tracker, Sms.several(5));
        faultOnStatus(Fault.missing(3).first(2));

        ReportNode node = node(tracker, "");

        awaitRecorded(ids, tracker);
        assertEachDeliveredOnce(node, ids);
    }

    @Test
    void f37_an_id_that_nobody_asked_for_is_nobodys() {
        List<String> ids = tracked(tracker, Sms.several(5));
        faultOnStatus(Fault.extra());

        ReportNode node = node(tracker, "");

        awaitRecorded(ids, tracker);
        assertEachDeliveredOnce(node, ids);
    }

    @ParameterizedTest
    @CsvSource({"time_change_state, ''", "time_change_state, вчера", "num_parts_sms, две", "price_sms, '1,45 р.'"})
    void f37_a_state_counts_though_its_time_or_its_numbers_are_none(String attribute, String value) {
        List<String> ids = tracked(tracker, Sms.several(1));
        faultOnStatus(Fault.attribute(attribute, value));

        ReportNode node = node(tracker, "");

        awaitRecorded(ids, tracker);
        assertEachDeliveredOnce(node, ids);
        DeliveryStatus report = node.reports().get(0);
        assertThat(report.changedAt() == null).isEqualTo(attribute.equals("time_change_state"));
        assertThat(report.numPartsSms() == null).isEqualTo(attribute.equals("num_parts_sms"));
        assertThat(report.priceSms() == null).isEqualTo(attribute.equals("price_sms"));
    }

    @Test
    void f37_an_id_the_gateway_does_not_know_is_asked_for_again_and_given_up_in_the_end() {
        List<String> ids = tracked(tracker, Sms.several(3));
        String unknown = ids.get(1);
        simulator.forget(Long.parseLong(unknown));
        int before = simulator.questions().asked(unknown);
        fault("an unknown id", () -> simulator.questions().asked(unknown) - before);

        ReportNode node = node(tracker, "giveUpAfter=1s");

        awaitRecorded(ids, tracker);
        assertThat(simulator.questions().asked(unknown) - before)
                .as("questions")
                .isGreaterThan(2);
        assertGivenUp(node, unknown);
        assertEachDeliveredOnce(node, List.of(ids.get(0), ids.get(2)));
    }

    @Test
    void f38_a_final_state_that_was_reported_is_not_asked_for_again() {
        List<String> ids = tracked(tracker, Sms.several(1));
        int before = simulator.questions().asked(ids.get(0));
        ReportNode node = node(tracker, "");
        awaitRecorded(ids, tracker);

        simulator.setState(Long.parseLong(ids.get(0)), State.EXPIRED);
        fault("another final state", () -> 1);

        List<String> later = tracked(tracker, Sms.several(1));
        awaitRecorded(later, tracker);
        assertEachDeliveredOnce(node, List.of(ids.get(0), later.get(0)));
        assertThat(simulator.questions().asked(ids.get(0)) - before)
                .as("questions")
                .isOne();
    }

    @Test
    void f38_a_state_that_goes_back_and_a_second_final_one_are_ignored_with_one_warning() {
        Sms sms = Sms.to(ReservedPhone.NOT_READ);
        Trip trip = judged(sender(tracker)
                .send(List.of(sms), List.of(Map.of("phone", sms.phone(), "text_viber", sms.text())), Map.of()));
        String id = ids(trip).get(0);
        long number = Long.parseLong(id);
        ReportNode node = node(tracker, "emit=changes");
        await().atMost(PATIENCE).until(() -> node.reports(id).size() == 1);

        simulator.setState(number, State.SEND);
        awaitQuestions(id);
        simulator.setState(number, State.EXPIRED);
        awaitQuestions(id);
        simulator.setState(number, Channel.VIBER, State.READ);
        fault("a state that goes back, and another final one", () -> 2);

        awaitRecorded(List.of(id), tracker);
        assertThat(node.reports())
                .extracting(DeliveryStatus::state, DeliveryStatus::stateViber)
                .containsExactly(
                        tuple(DeliveryState.DELIVER, DeliveryState.DELIVER),
                        tuple(DeliveryState.DELIVER, DeliveryState.READ));
        assertThat(logged("WARN"))
                .filteredOn(line -> line.contains(id))
                .singleElement(as(STRING))
                .contains("says SEND of " + id + ", which was DELIVER");
    }

    @Test
    void f39_one_poison_id_among_states_stands_alone_and_the_others_are_reported() {
        List<String> ids = tracked(tracker, Sms.several(8));
        String poison = ids.get(5);
        List<String> others = ids.stream().filter(id -> !id.equals(poison)).toList();
        faultOnStatus(Fault.gatewayError("Ошибка базы данных").idMessage(poison));

        ReportNode node = node(tracker, "");

        awaitRecorded(others, tracker);
        assertThat(node.reports(poison)).isEmpty();
        simulator.faults().clear();
        awaitRecorded(ids, tracker);
        assertEachDeliveredOnce(node, ids);
    }

    @Test
    void f39_a_poison_id_that_stays_one_is_given_up_in_the_end() {
        List<String> ids = tracked(tracker, Sms.several(8));
        String poison = ids.get(5);
        faultOnStatus(Fault.gatewayError("Ошибка базы данных").idMessage(poison));

        ReportNode node = node(tracker, "giveUpAfter=1s");

        awaitRecorded(ids, tracker);
        assertGivenUp(node, poison);
        assertThat(logged("WARN")).anyMatch(line -> line.contains(poison) && line.contains("Ошибка базы данных"));
    }

    /** Waits until a question that was begun later is answered. */
    private static void awaitQuestions(String id) {
        int before = simulator.questions().asked(id);
        await().atMost(PATIENCE).until(() -> simulator.questions().asked(id) >= before + 2);
    }

    private static void assertEachDeliveredOnce(ReportNode node, List<String> ids) {
        assertThat(ids).allSatisfy(id -> assertThat(node.reports(id))
                .as("reports of %s", id)
                .singleElement()
                .satisfies(report -> assertThat(report.attempt()).isEqualTo(1))
                .satisfies(report -> assertThat(report.status().state()).isEqualTo(DeliveryState.DELIVER)));
        assertThat(node.reports()).hasSizeGreaterThanOrEqualTo(ids.size()).allMatch(report -> report.phone() != null);
    }

    private static void assertGivenUp(ReportNode node, String id) {
        assertThat(node.reports(id)).singleElement().satisfies(report -> {
            assertThat(report.status().state()).isEqualTo(DeliveryState.UNKNOWN);
            assertThat(report.status().isFinal()).isFalse();
            assertThat(report.status().text()).isEqualTo("no final state");
        });
    }
}
