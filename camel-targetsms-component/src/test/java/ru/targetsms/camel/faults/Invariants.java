package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.LedgerTotals;

/** Holds after every row, whatever the row is about. The gateway's ledger is the witness, never the component. */
final class Invariants {

    /** What a busy machine may take beyond the deadline of one POST. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Simulator gateway;
    private final CamelContext healthy;

    /**
     * Makes the judge.
     *
     * @param healthy reaches the gateway past every fault that is not the gateway's own
     */
    Invariants(Simulator gateway, CamelContext healthy) {
        this.gateway = gateway;
        this.healthy = healthy;
    }

    void hold(Trip trip) {
        everybodyIsAccountedFor(trip);
        nobodyIsAcceptedTwice(trip);
        everyFailureSaysWhereAndWhom(trip);
        statesStayFinal(trip);
        nothingTookLongerThanItsDeadline(trip);
    }

    /** I1: in = accepted + refused + not sent + unknown + not yet read, each named, and the ledger agrees with each. */
    private void everybodyIsAccountedFor(Trip trip) {
        int read = trip.results().size();
        for (int i = 0; i < read; i++) {
            Sms sms = trip.input().get(i);
            SendResult result = trip.results().get(i);
            assertThat(result.index()).isEqualTo(i);
            if (result.outcome() != Outcome.INVALID) {
                assertThat(result.phone()).as("I1: named by phone").isEqualTo(sms.phone());
                assertThat(result.clientIdMessage() != null)
                        .as("I1: named by client id")
                        .isEqualTo(trip.ids().given());
            }
            assertTrue(result, accepted(sms));
        }
        List<Sms> unread = trip.input().subList(read, trip.input().size());
        assertThat(unread).as("I1: not yet read").allMatch(sms -> accepted(sms) == 0);
        long leftOver = trip.outcomes().stream()
                .filter(outcome -> outcome == Outcome.NOT_SENT || outcome == Outcome.REJECTED)
                .count();
        if (trip.parked() == null) {
            assertThat(unread).as("I1: a result for everybody").isEmpty();
        } else {
            assertThat(trip.parked().remainder()).as("I1: what is left to do").hasSize((int) leftOver + unread.size());
        }
    }

    private static void assertTrue(SendResult result, int accepted) {
        switch (result.outcome()) {
            case ACCEPTED, DUPLICATE, HELD ->
                assertThat(accepted).as("I1: %s is accepted", result).isEqualTo(1);
            case REJECTED, INVALID, NOT_SENT, DRY_RUN ->
                assertThat(accepted).as("I1: %s is not accepted", result).isZero();
            case UNKNOWN -> assertThat(accepted).as("I1: %s", result).isBetween(0, 1);
        }
    }

    /** I2: nobody gets anything twice, and no client id is accepted twice. */
    void nobodyIsAcceptedTwice(Trip trip) {
        LedgerTotals totals = gateway.ledger().totals();
        assertThat(totals.doubledClientIds()).as("I2: client ids").isZero();
        assertThat(totals.doubledRecipients()).as("I2: recipients").isZero();
        assertThat(trip.input()).as("I2").allMatch(sms -> accepted(sms) <= 1);
    }

    /** I3: the class says what is certain; the text names the host and whom it is about. */
    private static void everyFailureSaysWhereAndWhom(Trip trip) {
        for (TargetSmsException failure : trip.failures()) {
            if (failure instanceof InvalidMessageException) {
                continue;
            }
            assertThat(failure.getMessage())
                    .as("I3: the host")
                    .matches("(?s).*(127\\.0\\.0\\.1|localhost|\\.invalid).*");
            Outcome outcome = failure instanceof OutcomeUnknownException ? Outcome.UNKNOWN : Outcome.NOT_SENT;
            if (failure instanceof OutcomeUnknownException || failure instanceof NotSentException) {
                Stream<SendResult> concerned = failure.results().stream().filter(result -> result.outcome() == outcome);
                assertThat(concerned).as("I3: whom").isNotEmpty().allSatisfy(result -> assertThat(failure)
                        .hasMessageContaining(
                                trip.ids().given() ? result.clientIdMessage().toString() : "without client ids"));
            }
        }
    }

    /** I6: no attempt took longer than its one POST may. */
    private static void nothingTookLongerThanItsDeadline(Trip trip) {
        assertThat(trip.elapsed())
                .as("I6")
                .isLessThan(trip.deadline().multipliedBy(trip.attempts()).plus(SLACK));
    }

    /** I5: every id that was handed out is known to the gateway, and its final state stays what it is. */
    private void statesStayFinal(Trip trip) {
        List<SendResult> accepted = trip.results().stream()
                .filter(result -> result.accepted() && result.idMessage() != null)
                .toList();
        if (accepted.isEmpty()) {
            return;
        }
        List<DeliveryStatus> first = ask(accepted);
        assertThat(first)
                .as("I5: every id is one of the gateway's")
                .noneMatch(status -> status.state() == DeliveryState.UNKNOWN);
        assertThat(ask(accepted)).as("I5").isEqualTo(first);
    }

    @SuppressWarnings("unchecked")
    private List<DeliveryStatus> ask(List<SendResult> accepted) {
        Exchange exchange =
                ExchangeBuilder.anExchange(healthy).withBody(accepted).build();
        healthy.createProducerTemplate().send("targetsms:status", exchange);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }

    private int accepted(Sms sms) {
        return gateway.ledger().recipient(sms.phone(), sms.text()).accepted();
    }
}
