package ru.targetsms.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.LedgerTotals;
import ru.targetsms.simulator.process.ForkedProgram;

/**
 * Kills the program with SIGKILL at the two moments that matter, both at once (F33, F40). Orders have been accepted, and
 * the queue does not know yet: their answers are held back. Reports have been written to table and queue, and the
 * tracker does not know yet: a trigger holds its save. After the next start nothing must be lost, nothing sent twice.
 */
class CrashTest {

    private static final int ORDERS = 40;
    private static final int ANSWERED = 3;

    /** Fewer than the requests in flight: the questions for states need some, too. */
    private static final int HELD = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path base;

    private final GatewaySimulator gateway = GatewaySimulator.start();
    private int brokerPort;
    private int databasePort;
    private ActiveMQConnectionFactory broker;
    private Queues queues;

    @RegisterExtension
    final TestExecutionExceptionHandler showOutput = (test, failure) -> {
        if (Files.exists(output())) {
            System.out.println(Files.readString(output()));
        }
        throw failure;
    };

    /** With a folder of done orders the program takes no samples. */
    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(base.resolve("done"));
        brokerPort = ForkedProgram.freePort();
        databasePort = ForkedProgram.freePort();
        broker = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + brokerPort);
        queues = new Queues(broker);
    }

    @AfterEach
    void stop() {
        broker.close();
        gateway.close();
    }

    @Test
    void aKilledProgramLosesNothingAndSendsNothingTwice() throws Exception {
        try (ForkedProgram program = fork()) {
            await(program, () -> isUp(1));
            killBetweenTwoWrites(program);
        }
        gateway.faults().clear();

        try (ForkedProgram program = fork()) {
            await(
                    program,
                    () -> isUp(2) && reported() == ORDERS && queues.orders().isEmpty());

            LedgerTotals totals = gateway.ledger().totals();
            assertThat(totals.accepted()).isEqualTo(ORDERS);
            assertThat(totals.doubledRecipients()).isZero();
            assertThat(totals.duplicatesRefused()).as("orders that came again").isPositive();
            List<String> reports = queues.reports().stream()
                    .map(report -> report.get("correlation_id").asText())
                    .toList();
            assertThat(reports).as("reports, some of which came again").hasSizeGreaterThan(ORDERS);
            assertThat(reports.stream().distinct()).hasSize(ORDERS);
            assertThat(number("select count(distinct order_number) from report"))
                    .isEqualTo(ORDERS);
            assertThat(queues.refused()).isEmpty();
        }
    }

    private void killBetweenTwoWrites(ForkedProgram program) {
        SingleConnectionDataSource connection = connection();
        JdbcTemplate database = new JdbcTemplate(connection);
        database.execute("select pg_advisory_lock(1)");
        database.execute("create function wait() returns trigger language plpgsql as "
                + "'begin perform pg_advisory_xact_lock(1); return new; end'");
        database.execute("create trigger wait before update on targetsms_delivery for each row "
                + "when (new.done_at is not null) execute function wait()");
        gateway.faults().add(Fault.delay(PATIENCE).onSend().after(ANSWERED).first(HELD));
        IntStream.rangeClosed(1, ORDERS).forEach(number -> queues.put(number, Long.toString(70000600000L + number)));

        await(
                program,
                () -> gateway.ledger().totals().accepted() > number("select count(*) from targetsms_delivery")
                        && number("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0);
        assertThat(reported()).isPositive();
        program.kill();

        database.queryForList("select pg_terminate_backend(pid, 10000) from pg_stat_activity "
                + "where backend_type = 'client backend' and pid <> pg_backend_pid()");
        database.execute("drop trigger wait on targetsms_delivery");
        connection.destroy();
    }

    private ForkedProgram fork() throws IOException {
        return new ForkedProgram(
                JmsToViberApplication.class,
                output(),
                List.of("-Xmx192m"),
                Program.arguments(
                        base,
                        gateway.baseUrl(),
                        "--camel.component.targetsms.request-timeout=" + PATIENCE.toMillis(),
                        "--jms-to-viber.broker-port=" + brokerPort,
                        "--jms-to-viber.database-port=" + databasePort));
    }

    /** Tells whether everything in the program has started, in its first life or its second. */
    private boolean isUp(int life) throws IOException {
        return Files.exists(output()) && Files.readString(output()).split("Drop orders into", -1).length > life;
    }

    private long reported() {
        return number("select count(*) from report");
    }

    private long number(String query) {
        SingleConnectionDataSource connection = connection();
        try {
            return new JdbcTemplate(connection).queryForObject(query, Long.class);
        } finally {
            connection.destroy();
        }
    }

    private SingleConnectionDataSource connection() {
        return new SingleConnectionDataSource(
                "jdbc:postgresql://localhost:" + databasePort + "/postgres", "postgres", "", false);
    }

    private static void await(ForkedProgram program, Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !program.isAlive() || condition.call());
        assertThat(program.isAlive()).as("still runs").isTrue();
    }

    private Path output() {
        return base.resolve("output.txt");
    }
}
