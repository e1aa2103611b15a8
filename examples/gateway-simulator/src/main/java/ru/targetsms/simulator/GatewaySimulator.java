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
 */
public final class GatewaySimulator extends Simulator implements AutoCloseable {

    private final EmbeddedServer server;

    private GatewaySimulator(SimulatorOptions options, int port) {
        super(options);
        server = new EmbeddedServer(this, port);
    }

    /** Starts a simulator with every default. */
    public static GatewaySimulator start() {
        return builder().start();
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
    public void close() {
        server.close();
    }

    /** Gathers the settings of a simulator. Not thread safe. */
    public static final class Builder {

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
            return new GatewaySimulator(
                    new SimulatorOptions(
                            accounts.isEmpty() ? List.of(DEMO) : accounts,
                            profile,
                            speed,
                            duplicateAnswer,
                            capacity,
                            exchanges,
                            maxBody,
                            clock,
                            zone),
                    port);
        }
    }
}
