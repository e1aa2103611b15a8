package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.LogCapture;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.proxy.FaultProxy;
import ru.targetsms.simulator.proxy.Toxic;

/**
 * Is the frame of every row: a gateway that keeps the books, a route as the contract shows it, with client ids and
 * without. After each test it holds the invariants over all that was sent, and fails a test whose faults never fired or
 * that named none.
 */
@Timeout(60)
abstract class FaultTest {

    /** For a fault that only the deadline ends: long enough for a document to leave on a busy machine. */
    protected static final Duration SHORT = Duration.ofSeconds(1);

    /** For a fault that ends the exchange by itself. */
    protected static final Duration AMPLE = Duration.ofSeconds(20);

    protected static final String PASSWORD = "pa55-geheim";

    /** Kept, since the JDK forgets the level of a logger that nobody holds. */
    private static final Logger SIMULATOR_LOG = Logger.getLogger("ru.targetsms.simulator");

    protected static GatewaySimulator simulator;
    private static CamelContext healthy;

    /** Classes of which JMX has shown a route: MBeans take longer than a row does, so one route of each class has them. */
    private static final Set<Class<?>> MANAGED = ConcurrentHashMap.newKeySet();

    protected final Ids ids;

    private final List<Witness> witnesses = new ArrayList<>();
    private final List<Trip> trips = new ArrayList<>();
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private LogCapture log;

    FaultTest(Ids ids) {
        this.ids = ids;
    }

    /** Starts once for all rows: a web server for each class would take longer than the rows. Ends with the JVM. */
    @BeforeAll
    static synchronized void startSimulator() {
        if (simulator != null) {
            return;
        }
        SIMULATOR_LOG.setLevel(Level.WARNING);
        simulator = GatewaySimulator.builder().account("shop", PASSWORD).start();
        healthy = CamelTest.contextWith(options -> gateway(options, AMPLE));
        // The first document of a JVM takes long: no row's deadline shall pay for it.
        try (FaultRoute route = new FaultRoute(Ids.WITH_IDS, options -> gateway(options, AMPLE))) {
            assertThat(route.send(Sms.several(1)).parked()).isNull();
        }
    }

    @BeforeEach
    void begin() {
        simulator.reset();
        log = new LogCapture();
    }

    @AfterEach
    void verdict() throws Exception {
        try {
            assertThat(witnesses).as("I7: a row without a fault proves nothing").isNotEmpty();
            assertThat(witnesses).as("I7").allSatisfy(witness -> assertThat(
                            witness.fired().getAsLong())
                    .as("I7: how often it fired: %s", witness.fault())
                    .isPositive());
            trips.forEach(invariants()::nobodyIsAcceptedTwice);
            secrets().areNotIn(log);
        } finally {
            log.close();
            while (!resources.isEmpty()) {
                resources.pop().close();
            }
        }
    }

    /** Holds the invariants over a trip that has just ended. */
    protected final Trip judged(Trip trip) {
        trips.add(trip);
        invariants().hold(trip);
        Secrets secrets = secrets();
        if (trip.context().isStarted()) {
            secrets.areNotIn(trip.context());
        }
        trip.failures().forEach(secrets::areNotIn);
        return trip;
    }

    private Invariants invariants() {
        return new Invariants(simulator, healthy);
    }

    private Secrets secrets() {
        return new Secrets(
                PASSWORD, trips.stream().flatMap(trip -> trip.input().stream()).toList());
    }

    /** Names a fault of the row; the test fails when it never fired. */
    protected final void fault(String name, LongSupplier fired) {
        witnesses.add(new Witness(name, fired));
    }

    /** Lets the gateway misbehave when messages are sent, not when states are asked for. */
    protected final ActiveFault fault(Fault fault) {
        ActiveFault active = simulator.faults().add(fault.onSend());
        fault(fault.toString(), active::fired);
        return active;
    }

    /** Lets the gateway misbehave when states are asked for; only from now on, so what was sent is to be judged first. */
    protected final ActiveFault faultOnStatus(Fault fault) {
        ActiveFault active = simulator.faults().add(fault.onStatus());
        fault("status: " + fault, active::fired);
        return active;
    }

    /** Lets the network between a route and the gateway misbehave. */
    protected final Toxic fault(FaultProxy network, Toxic toxic) {
        network.add(toxic);
        fault(toxic.toString(), toxic::fired);
        return toxic;
    }

    /** Makes a network to the gateway that can misbehave. */
    protected final FaultProxy network() {
        return closing(FaultProxy.to(simulator.port()));
    }

    /** Closes something after the test, the last opened first. */
    protected final <T extends AutoCloseable> T closing(T resource) {
        resources.push(resource);
        return resource;
    }

    /** Makes a route to the simulator. */
    protected final FaultRoute route(Duration deadline) {
        return route(deadline, options -> {});
    }

    /** Makes a route to wherever the options say. */
    protected final FaultRoute route(Duration deadline, Consumer<TargetSmsConfiguration> options) {
        return closing(new FaultRoute(
                ids,
                configuration -> {
                    gateway(configuration, deadline);
                    options.accept(configuration);
                },
                null,
                MANAGED.add(getClass())));
    }

    /** Returns what was logged at a level so far. */
    protected final List<String> logged(String level) {
        return log.lines(level);
    }

    /** Sends five new messages as one body. */
    protected final Trip send(FaultRoute route) {
        return judged(route.send(Sms.several(5)));
    }

    /** With ids the route repeats until everybody is accepted, once; without it stops after one POST and names all. */
    protected final void assertRepeatedOrParked(Trip trip, int faults, String reason) {
        assertThat(trip.firstFailure())
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining(reason);
        assertThat(trip.firstFailure().isRetrySafe()).isEqualTo(ids.given());
        if (ids.given()) {
            assertThat(trip.parked()).isNull();
            assertThat(trip.failures()).hasSize(faults);
            assertThat(trip.results()).allMatch(result -> result.accepted());
        } else {
            assertThat(trip.parked()).isSameAs(trip.firstFailure());
            assertThat(trip.attempts()).isEqualTo(1);
            assertThat(trip.outcomes()).containsOnly(Outcome.UNKNOWN);
        }
    }

    /**
     * Lets the gateway misbehave once: with a document, of which nothing is known afterwards, then with a question for
     * states, which changes nothing and may always be asked again. Each is one POST.
     */
    protected final void assertOutcomeUnknown(Fault fault, Duration deadline, String reason) {
        fault(fault.first(1));
        FaultRoute route = route(deadline);

        Trip trip = send(route);

        assertRepeatedOrParked(trip, 1, reason);
        assertThat(simulator.ledger().totals().posts()).isEqualTo(trip.attempts());
        assertStatusUnknown(fault, route, reason);
    }

    private void assertStatusUnknown(Fault fault, FaultRoute route, String reason) {
        long before = simulator.ledger().totals().statusPosts();
        ActiveFault onStatus = simulator.faults().add(fault.onStatus());
        fault("status: " + fault, onStatus::fired);

        TargetSmsException failure = FaultRoute.status(route.context(), "111");

        assertThat(failure).isInstanceOf(OutcomeUnknownException.class).hasMessageContaining(reason);
        assertThat(failure.isRetrySafe()).isTrue();
        assertThat(simulator.ledger().totals().statusPosts()).isEqualTo(before + 1);
    }

    /** Ends at once, whatever the ids: a repeat would not help. */
    protected final <T extends TargetSmsException> T assertParked(Trip trip, Class<T> type) {
        assertThat(trip.attempts()).isEqualTo(1);
        assertThat(trip.parked()).isInstanceOf(type);
        assertThat(trip.parked().isRetrySafe()).isFalse();
        return type.cast(trip.parked());
    }

    /** Leads to the simulator. */
    static void gateway(TargetSmsConfiguration options, Duration deadline) {
        options.setBaseUrl(simulator.baseUrl());
        options.setUsername("shop");
        options.setPassword(PASSWORD);
        options.setRequestTimeout(deadline.toMillis());
    }
}
