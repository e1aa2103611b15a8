package ru.targetsms.simulator;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import ru.targetsms.simulator.gateway.Account;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.gateway.SimulatorOptions;
import ru.targetsms.simulator.model.DuplicateAnswer;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.server.EmbeddedServer;

/**
 * Is the TargetSMS gateway for a test: a strict one, on a free port of the loopback address.
 *
 * <pre>{@code
 * try (GatewaySimulator gateway = GatewaySimulator.start()) {
 *     // send something to gateway.baseUrl(), as demo, password demo
 *     gateway.awaitMessages(1, Duration.ofSeconds(5));
 *     assertThat(gateway.ledger().totals().doubledRecipients()).isZero();
 * }
 * }</pre>
 *
 * <p>With JUnit 5 on the class path it is an extension as well: reset before each test, closed after the last.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final GatewaySimulator gateway = GatewaySimulator.start();
 * }</pre>
 *
 * <p>In a base class such a field serves every class that extends it: closed after one, it opens again for the next, on
 * another port. Tests that share one must not run at the same time.
 */
public class GatewaySimulator extends Simulator implements AutoCloseable {

    private final int wantedPort;
    private volatile EmbeddedServer server;
    private boolean open;

    GatewaySimulator(SimulatorOptions options, int port) {
        super(options);
        wantedPort = port;
        open();
    }

    /** Starts a simulator with every default. */
    public static GatewaySimulator start() {
        return builder().start();
    }

    /**
     * Starts a simulator on a port, with every other default; for what has factory methods only, such as beans in YAML.
     *
     * @param port 0 for any free one
     */
    public static GatewaySimulator start(int port) {
        return builder().port(port).start();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns the address without a path, for instance {@code http://127.0.0.1:45123}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.port();
    }

    /** Stops the web server and frees the port. What was received can still be read. */
    @Override
    public synchronized void close() {
        open = false;
        server.close();
    }

    /** Starts the web server, unless it runs. */
    final synchronized void open() {
        if (!open) {
            holdAgain();
            server = new EmbeddedServer(this, wantedPort);
            open = true;
        }
    }

    /** Gathers the settings of a simulator. Not thread safe. */
    public static final class Builder {

        private static final boolean JUNIT = hasJUnit();
        private static final Account DEMO = new Account("demo", "demo", null, false);

        private final List<Account> accounts = new ArrayList<>();
        private Profile profile = Profile.INSTANT;
        private int speed = 1;
        private DuplicateAnswer duplicateAnswer = DuplicateAnswer.BOTH;
        private int capacity = 10_000;
        private int exchanges = 10_000;
        private int maxBody = 16 << 20;
        private Clock clock = Clock.systemUTC();
        private ZoneId zone = ZoneId.of("Europe/Moscow");
        private int port;

        private Builder() {}

        /** Adds an account (R5). Without any there is {@code demo}, password {@code demo}. */
        public Builder account(String login, String password) {
            accounts.add(new Account(login, password, null, false));
            return this;
        }

        /** Gives the account added last a Bearer token (R32) beside its password; without any, the account demo. */
        public Builder token(String token) {
            if (accounts.isEmpty()) {
                accounts.add(DEMO);
            }
            accounts.set(accounts.size() - 1, accounts.get(accounts.size() - 1).withToken(token));
            return this;
        }

        /** Sets what moves the messages. Default: {@code INSTANT}. */
        public Builder profile(Profile value) {
            profile = value;
            return this;
        }

        /** Sets how many times faster than life {@code REALISTIC} runs; {@code time_send} is not sped up. Default: 1. */
        public Builder speed(int value) {
            speed = value;
            return this;
        }

        /** Sets the answer to a repeated client id (R20). Default: {@code BOTH}. */
        public Builder duplicateAnswer(DuplicateAnswer value) {
            duplicateAnswer = value;
            return this;
        }

        /** Sets how many messages are kept; the ledger forgets none. Default: 10,000. */
        public Builder capacity(int value) {
            capacity = value;
            return this;
        }

        /** Sets how many raw exchanges are kept, 8 MB in all. Default: 10,000. */
        public Builder exchanges(int value) {
            exchanges = value;
            return this;
        }

        /** Sets how many bytes a request may have; a longer one is malformed. Default: 16 MB. */
        public Builder maxBody(int value) {
            maxBody = value;
            return this;
        }

        /** Sets the clock that moves the states. Default: the system's. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Sets the zone of {@code time_send} and {@code time_change_state}. Default: Europe/Moscow. */
        public Builder zone(ZoneId value) {
            zone = value;
            return this;
        }

        /** Sets the port. Default: 0, any free one. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /**
         * Starts the simulator.
         *
         * @throws IllegalArgumentException when a setting is out of its range
         * @throws org.springframework.context.ApplicationContextException when the port is taken
         */
        public GatewaySimulator start() {
            SimulatorOptions options = new SimulatorOptions(
                    accounts.isEmpty() ? List.of(DEMO) : accounts,
                    profile,
                    speed,
                    duplicateAnswer,
                    capacity,
                    exchanges,
                    maxBody,
                    clock,
                    zone);
            return JUNIT ? GatewaySimulatorExtension.start(options, port) : new GatewaySimulator(options, port);
        }

        private static boolean hasJUnit() {
            try {
                Class.forName("org.junit.jupiter.api.extension.Extension");
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }
}
