package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.camel.model.Outcome.ACCEPTED;
import static ru.targetsms.camel.model.Outcome.DRY_RUN;
import static ru.targetsms.camel.model.Outcome.DUPLICATE;
import static ru.targetsms.camel.model.Outcome.HELD;
import static ru.targetsms.camel.model.Outcome.INVALID;
import static ru.targetsms.camel.model.Outcome.NOT_SENT;
import static ru.targetsms.camel.model.Outcome.REJECTED;
import static ru.targetsms.camel.model.Outcome.UNKNOWN;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outcomes, and which of them fail an exchange. */
class OutcomeTest {

    private static final List<Outcome> WORST_FIRST =
            List.of(UNKNOWN, NOT_SENT, REJECTED, INVALID, HELD, DUPLICATE, DRY_RUN, ACCEPTED);

    @Test
    void the_contract_orders_the_outcomes_worst_first() {
        assertThat(Outcome.values()).containsExactlyElementsOf(WORST_FIRST);
    }

    @Property(tries = 200)
    void the_worst_of_several_is_the_first_of_the_contracts_list(@ForAll List<Outcome> outcomes) {
        assertThat(Outcome.worst(results(outcomes)))
                .isEqualTo(outcomes.stream().min(Comparator.comparing(WORST_FIRST::indexOf)));
    }

    @Test
    void the_contract_counts_four_outcomes_as_accepted() {
        assertThat(WORST_FIRST).filteredOn(Outcome::accepted).containsExactly(HELD, DUPLICATE, DRY_RUN, ACCEPTED);
    }

    @Test
    void the_contract_counts_two_outcomes_as_refused() {
        assertThat(WORST_FIRST).filteredOn(Outcome::refused).containsExactly(REJECTED, INVALID);
    }

    @Test
    void the_contract_says_which_recipients_left() {
        assertThat(WORST_FIRST).filteredOn(Outcome::left).containsExactly(UNKNOWN, DUPLICATE, ACCEPTED);
    }

    @Property(tries = 200)
    void refusals_fail_the_exchange_as_the_option_says(@ForAll List<Outcome> outcomes) {
        List<SendResult> results = results(outcomes);
        long refused = Collections.frequency(outcomes, REJECTED) + Collections.frequency(outcomes, INVALID);

        assertThat(FailOn.ALL.fails(results)).isEqualTo(!outcomes.isEmpty() && refused == outcomes.size());
        assertThat(FailOn.ANY.fails(results)).isEqualTo(refused > 0);
        assertThat(FailOn.NONE.fails(results)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_list_never_fails(FailOn failOn) {
        assertThat(failOn.fails(List.of())).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_report_counts_each_outcome(Outcome outcome) {
        SendReport report = new SendReport(results(List.of(outcome, ACCEPTED, outcome)), List.of(), true);

        assertThat(report.count(outcome)).isEqualTo(outcome == ACCEPTED ? 3 : 2);
    }

    private static List<SendResult> results(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> SendResult.without(
                        new Submission(null, 0, 0, new Content(Map.of()), "79001234567", null), outcome, null))
                .toList();
    }
}
