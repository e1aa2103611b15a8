package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.faults.SeededPlan.Body;
import ru.targetsms.camel.model.FailOn;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.model.LedgerTotals;
import ru.targetsms.simulator.proxy.FaultProxy;

/** Feeds the route as a plan says, goes on with what was not done until all is done or parked, and asks the ledger. */
final class SeededRun {

    private static final int ROUNDS = 5;

    private final SeededPlan plan;
    private final GatewaySimulator gateway;
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    /** Phones that some failed attempt reached, or may have: a refusal of a later one is no word on the earlier. */
    private final Set<String> onceLeft = ConcurrentHashMap.newKeySet();

    private final Queue<Body> unfinished = new ConcurrentLinkedQueue<>();
    private List<ActiveFault> faults;

    SeededRun(SeededPlan plan, GatewaySimulator gateway) {
        this.plan = plan;
        this.gateway = gateway;
    }

    /** Runs the plan and judges it; returns the gateway's books. */
    LedgerTotals run() throws Exception {
        gateway.reset();
        faults = gateway.faults().set(plan.faults());
        try (FaultProxy network = FaultProxy.to(gateway.port())) {
            whileThingsGoWrong(network);
        }
        faults.stream()
                .filter(active -> active.fault().action() != FaultAction.REFUSAL)
                .forEach(active -> gateway.faults().remove(active.id()));
        afterwards();
        verdict();
        return gateway.ledger().totals();
    }

    /** Returns the gateway's faults, with how often each fired. */
    List<ActiveFault> faults() {
        return faults;
    }

    private void whileThingsGoWrong(FaultProxy network) throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (FaultRoute route = new FaultRoute(plan.ids(), options -> configure(options, network.baseUrl()))) {
            route.context().getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
            route.context().getShutdownStrategy().setTimeout(plan.stopAfter() == null ? 30_000 : 50);
            inParallel(() -> {
                for (int i = next.getAndIncrement(); i < plan.bodies().size(); i = next.getAndIncrement()) {
                    if (plan.toxics().containsKey(i)) {
                        network.add(plan.toxics().get(i).toxic());
                    }
                    feed(route, plan.bodies().get(i), true);
                    if (plan.stopAfter() != null && plan.stopAfter() == i) {
                        route.context().stop();
                        return null;
                    }
                }
                return null;
            });
        }
        if (plan.stopAfter() != null) {
            // What was done before the stop is fed again as well: whoever stops may have forgotten that it was done.
            unfinished.clear();
            unfinished.addAll(plan.bodies());
        }
    }

    /** Goes on without faults, for as long as that leads anywhere; who is refused stays refused. */
    private void afterwards() throws Exception {
        for (int round = 0; round < ROUNDS && !unfinished.isEmpty(); round++) {
            List<Body> bodies = new ArrayList<>(unfinished);
            unfinished.clear();
            try (FaultRoute route = new FaultRoute(plan.ids(), options -> {
                configure(options, gateway.baseUrl());
                options.setRequestTimeout(FaultTest.AMPLE.toMillis());
            })) {
                bodies.forEach(body -> feed(route, body, false));
            }
        }
    }

    /** Sends a body, and keeps what is left to do: with the refused, or only what never left. */
    private void feed(FaultRoute route, Body body, boolean refusedAgain) {
        Trip trip;
        try {
            trip = route.send(body.messages(), body.value(), Map.of());
        } catch (AssertionError | RuntimeException e) {
            if (plan.stopAfter() == null) {
                throw e;
            }
            body.messages().forEach(sms -> onceLeft.add(sms.phone()));
            return;
        }
        trip.failures().stream()
                .flatMap(failure -> failure.results().stream())
                .filter(result -> result.accepted() || result.outcome() == Outcome.UNKNOWN)
                .forEach(result -> onceLeft.add(result.phone()));
        for (SendResult result : trip.results()) {
            outcomes.put(body.messages().get(result.index()).phone(), result.outcome());
        }
        if (trip.parked() == null) {
            return;
        }
        if (trip.parked().isRetrySafe()) {
            unfinished.add(body);
        } else {
            Stream<Sms> leftOver = trip.results().stream()
                    .filter(result -> result.outcome() == Outcome.NOT_SENT || result.outcome() == Outcome.REJECTED)
                    .map(result -> body.messages().get(result.index()));
            Stream<Sms> unread = body.messages().stream().skip(trip.results().size());
            List<Sms> rest = Stream.concat(leftOver, unread).toList();
            if (rest.stream().anyMatch(sms -> refusedAgain || outcomes.get(sms.phone()) != Outcome.REJECTED)) {
                unfinished.add(new Body(rest, trip.parked().remainder()));
            }
        }
    }

    private void verdict() {
        LedgerTotals totals = gateway.ledger().totals();
        assertThat(totals.doubledClientIds()).as("client ids accepted twice").isZero();
        assertThat(totals.doubledRecipients()).as("messages accepted twice").isZero();
        assertThat(unfinished).as("neither done nor parked").isEmpty();
        plan.bodies().stream().map(Body::messages).flatMap(Collection::stream).forEach(this::judge);
    }

    private void judge(Sms sms) {
        int accepted = gateway.ledger().recipient(sms.phone(), sms.text()).accepted();
        Outcome outcome = outcomes.get(sms.phone());
        assertThat(outcome).as("%s is named", sms).isNotNull();
        switch (outcome) {
            case ACCEPTED, DUPLICATE ->
                assertThat(accepted).as("%s %s", outcome, sms).isEqualTo(1);
            case REJECTED ->
                assertThat(accepted)
                        .as("%s %s", outcome, sms)
                        .isLessThanOrEqualTo(onceLeft.contains(sms.phone()) ? 1 : 0);
            case UNKNOWN -> assertThat(plan.ids()).as("%s %s", outcome, sms).isEqualTo(Ids.WITHOUT_IDS);
            case HELD, DRY_RUN, INVALID, NOT_SENT -> throw new AssertionError(sms + " ended as " + outcome);
        }
    }

    private void configure(TargetSmsConfiguration options, String baseUrl) {
        options.setBaseUrl(baseUrl);
        options.setUsername("shop");
        options.setPassword(FaultTest.PASSWORD);
        options.setBatchSize(plan.batchSize());
        options.setMaxConcurrentRequests(plan.maxConcurrentRequests());
        options.setBatchLinger(plan.batchLinger().toMillis());
        options.setQueueCapacity(plan.queueCapacity());
        options.setRequestTimeout(SeededPlan.DEADLINE.toMillis());
        options.setFailOn(FailOn.NONE);
    }

    private void inParallel(Callable<Void> caller) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(plan.callers());
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < plan.callers(); i++) {
                all.add(callers.submit(caller));
            }
            for (Future<Void> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
    }
}
