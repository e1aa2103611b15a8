package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;

/** Something ends while a document is under way: the context, the thread that waits, the caller's patience. */
abstract class ShutdownRows extends FaultTest {

    ShutdownRows(Ids ids) {
        super(ids);
    }

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stopCallers() {
        callers.shutdownNow();
    }

    @Test
    void f36_stopping_the_context_lets_a_document_under_way_end_and_begins_no_other() throws Exception {
        ActiveFault late = fault(Fault.delay(Duration.ofMillis(700)).first(1));
        FaultRoute route = route(AMPLE);
        List<Sms> messages = Sms.several(5);
        Future<Trip> underWay = callers.submit(() -> route.send(messages));
        await().until(() -> late.matched() == 1);

        route.context().stop();

        Trip trip = judged(underWay.get(20, TimeUnit.SECONDS));
        assertThat(trip.attempts()).isEqualTo(1);
        assertThat(trip.outcomes()).containsOnly(Outcome.ACCEPTED);
        assertThatThrownBy(() -> route.send(Sms.several(1))).isNotNull();
        assertThat(simulator.ledger().totals().posts()).isEqualTo(1);
    }

    @Test
    void f36_stopping_the_context_while_the_gateway_is_silent_waits_for_the_deadline_and_no_longer() throws Exception {
        ActiveFault silence = fault(Fault.delay(Duration.ofSeconds(60)).first(1));
        FaultRoute route = route(SHORT);
        List<Sms> messages = Sms.several(5);
        Future<Trip> underWay = callers.submit(() -> route.send(messages));
        await().until(() -> silence.matched() == 1);

        route.context().stop();

        Trip trip = judged(underWay.get(20, TimeUnit.SECONDS));
        assertRepeatedOrParked(trip, 1, "127.0.0.1: no complete answer within 1000 ms");
        assertThat(simulator.ledger().totals().posts()).isEqualTo(trip.attempts());
    }

    @Test
    void f36_an_interrupt_ends_the_waiting_and_names_whose_turn_never_came() throws Exception {
        ActiveFault late = fault(Fault.delay(Duration.ofMillis(700)).first(1));
        FaultRoute route = route(AMPLE, options -> {
            options.setBatchSize(1);
            options.setMaxConcurrentRequests(1);
        });
        List<Sms> messages = Sms.several(5);
        CompletableFuture<Thread> caller = new CompletableFuture<>();
        Future<CompletableFuture<Trip>> waiting = callers.submit(() -> {
            caller.complete(Thread.currentThread());
            return route.begin(messages);
        });
        await().until(() -> late.matched() == 1 && caller.get().getState() == Thread.State.WAITING);

        caller.get().interrupt();

        Trip trip = judged(waiting.get(20, TimeUnit.SECONDS).get(20, TimeUnit.SECONDS));
        NotSentException failure = (NotSentException) trip.firstFailure();
        assertThat(failure.results())
                .extracting(SendResult::outcome)
                .as("what was read so far: sent, queued, held back")
                .containsExactly(Outcome.ACCEPTED, Outcome.NOT_SENT, Outcome.NOT_SENT);
        assertThat(failure.remainder()).hasSize(4);
        assertThat(failure.isRetrySafe()).isEqualTo(ids.given());
        if (ids.given()) {
            assertThat(trip.outcomes()).startsWith(Outcome.DUPLICATE).endsWith(Outcome.ACCEPTED);
        } else {
            assertThat(trip.parked()).isSameAs(failure);
        }
    }

    @Test
    void f36_a_caller_that_gives_up_leaves_the_document_alone_and_may_come_again_with_its_ids() throws Exception {
        ActiveFault late = fault(Fault.delayBeforeAccept(Duration.ofMillis(700)).first(1));
        FaultRoute route = route(AMPLE);
        List<Sms> messages = Sms.several(5);
        Future<?> impatient = callers.submit(() -> route.send(messages));
        await().until(() -> late.matched() == 1);

        impatient.cancel(true);

        if (ids.given()) {
            assertThat(judged(route.send(messages)).parked()).isNull();
        }
        await().until(() -> simulator.ledger().totals().recipients() == (ids.given() ? 10 : 5));
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(5);
        assertThat(simulator.ledger().totals().posts()).isEqualTo(ids.given() ? 2 : 1);
    }
}
