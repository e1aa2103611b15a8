package ru.targetsms.scaleout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.targetsms.scaleout.world.Database;
import ru.targetsms.scaleout.world.Node;
import ru.targetsms.scaleout.world.Topic;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.Profile;

/** Is everything a run needs, each with a name of the run's own, so that a real Kafka or PostgreSQL may be shared. */
final class World implements AutoCloseable {

    /** What a claim holds without being renewed; short, so that a run is. */
    static final Duration LEASE = Duration.ofSeconds(3);

    private static final int CONSUMERS = 2;
    private static final Duration SEND_HELD = Duration.ofMillis(80);
    private static final Duration STATUS_HELD = Duration.ofMillis(40);

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final String run;
    private final GatewaySimulator gateway;
    private final Topic topic;
    private final Database database;
    private final List<Node> nodes = new ArrayList<>();

    /** Starts everything but the nodes. */
    World(Options options) throws Exception {
        run = "scale_out_" + Long.toString(options.seed(), Character.MAX_RADIX);
        gateway = opened(GatewaySimulator.builder()
                .profile(Profile.REALISTIC)
                .capacity(2 * options.messages() + 1000)
                .exchanges(0)
                .start());
        setFaults(options);
        topic = opened(new Topic(options.brokers(), run));
        database = opened(new Database(options.database(), run));
        Path logs = Files.createDirectories(Path.of("target", "scale-out", run));
        for (int number = 1; number <= options.nodes(); number++) {
            String name = "node-" + number;
            nodes.add(opened(new Node(name, logs.resolve(name + ".log"), settings(name, options.keys()))));
        }
    }

    GatewaySimulator gateway() {
        return gateway;
    }

    Topic topic() {
        return topic;
    }

    Database database() {
        return database;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Tells whether every consumer of every node has its part of the topic. */
    boolean isSharedOut() throws Exception {
        return topic.isSharedOut(run, CONSUMERS * nodes.size());
    }

    /** Tells whether every order is accepted and reported, and every record committed. */
    boolean isDrained(int orders) throws Exception {
        return gateway.ledger().totals().distinctRecipients() >= orders
                && database.done() >= orders
                && topic.lag(run) == 0;
    }

    /** Loses one request in 50 and one answer in 50, if wanted, and holds the other answers back: there is time to die. */
    private void setFaults(Options options) {
        if (options.faults()) {
            gateway.faults().add(Fault.status(503).probability(0.02, options.seed()));
            gateway.faults().add(Fault.dropAfterAccept().probability(0.02, options.seed() + 1));
        }
        gateway.faults().add(Fault.delay(SEND_HELD).onSend());
        gateway.faults().add(Fault.delay(STATUS_HELD).onStatus());
    }

    private Map<String, String> settings(String node, boolean keys) {
        Map<String, String> settings = new HashMap<>();
        settings.put("WORKER_NODE", node);
        settings.put("KAFKA_BROKERS", topic.brokers());
        settings.put(
                "KAFKA_SESSION_TIMEOUT", Long.toString(topic.shortestSession().toMillis()));
        settings.put("KAFKA_HEARTBEAT_INTERVAL", "500");
        settings.put("ORDERS_TOPIC", topic.name());
        settings.put("ORDERS_GROUP", run);
        settings.put("ORDERS_CONSUMERS", Integer.toString(CONSUMERS));
        settings.put("DATABASE_URL", database.url());
        settings.put("GATEWAY_URL", gateway.baseUrl());
        settings.put("GATEWAY_USERNAME", "demo");
        settings.put("GATEWAY_PASSWORD", "demo");
        settings.put("GATEWAY_REQUEST_TIMEOUT", "1s");
        settings.put("GATEWAY_BATCH_SIZE", "20");
        settings.put("REPORTS_CLAIM_TIMEOUT", LEASE.toMillis() + "ms");
        settings.put("REPORTS_FIRST_POLL_DELAY", "1s");
        settings.put("REPORTS_MAX_POLL_DELAY", "4s");
        if (!keys) {
            settings.put("ORDERS_KEYS", "idempotencyNamespace=shop");
        }
        return settings;
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.add(0, part);
        return part;
    }

    /** Ends everything, the nodes first; one that cannot be ended keeps nothing else alive. */
    @Override
    public void close() {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("not closed: " + e);
            }
        }
    }
}
