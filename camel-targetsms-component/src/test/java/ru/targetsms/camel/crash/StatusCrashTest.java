package ru.targetsms.camel.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.crash.CrashReporter.Moment;
import ru.targetsms.camel.tracking.JdbcDeliveryTracker;
import ru.targetsms.camel.tracking.PostgreSql;
import ru.targetsms.simulator.process.ForkedProgram;

/**
 * Proves that no delivery report is lost, and that each final state is recorded once, when the program that reports
 * dies: between the gateway's answer and its reports, between reports and their recording, or at any moment (F40).
 *
 * <p>The witnesses are tables: {@code emitted} holds what the program's route wrote down, and a trigger of the database
 * counts in {@code recorded} how often a message became done. {@code -Dcrash.messages} says how many there are (default:
 * 150), {@code -Dcrash.kills} how often the program dies (3 at least: once in each way), {@code -Dcrash.seed} repeats the
 * moments.
 */
class StatusCrashTest extends CamelTest {

    private static final int MESSAGES = Integer.getInteger("crash.messages", 150);
    private static final int KILLS = Math.max(3, Integer.getInteger("crash.kills", 3));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String WITNESSES =
            """
            CREATE TABLE emitted (id_message VARCHAR NOT NULL, state VARCHAR NOT NULL);
            CREATE TABLE recorded (id_message VARCHAR NOT NULL);
            CREATE FUNCTION record() RETURNS trigger AS $$
                BEGIN INSERT INTO recorded VALUES (NEW.id_message); RETURN NULL; END $$ LANGUAGE plpgsql;
            CREATE TRIGGER recorded AFTER UPDATE ON targetsms_delivery FOR EACH ROW
                WHEN (NEW.done_at IS NOT NULL) EXECUTE FUNCTION record();
            """;

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final long start = System.nanoTime();

    private DataSource database;
    private String url;

    @RegisterExtension
    final TestExecutionExceptionHandler showOutput = (test, failure) -> {
        if (Files.exists(output())) {
            System.out.println(Files.readString(output()));
        }
        throw failure;
    };

    @BeforeEach
    void trackMessages() throws SQLException {
        String schema = PostgreSql.newSchema();
        url = PostgreSql.url(schema);
        database = PostgreSql.dataSource(schema);
        component().setDeliveryTracker(new JdbcDeliveryTracker(database).createSchema());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(WITNESSES);
        }
        Exchange sent = send("targetsms:send?track=true", rows());
        assertThat(sent.getException()).isNull();
        assertThat(pending()).isEqualTo(MESSAGES);
    }

    @Test
    void aProgramThatDiesBetweenAnswerAndRecordingLosesNoReportAndRecordsNoneTwice() throws Exception {
        System.out.printf("%d messages, %d kills, -Dcrash.seed=%d%n", MESSAGES, KILLS, seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            int share = (int) pending() / (KILLS - kill + 2);
            int after = random.nextInt(share + 1);
            switch (kill % 3) {
                case 1 -> dies(Moment.COMPLETED, after);
                case 2 -> dies(Moment.ANSWERED, after);
                default -> isKilled(after);
            }
            report("kill " + kill);
        }

        try (ForkedProgram last = start(Moment.NEVER, 0)) {
            await().atMost(PATIENCE).until(() -> pending() == 0 || !last.isAlive());
        }
        report("done");

        assertThat(pending()).as("pending").isZero();
        assertThat(count("SELECT COUNT(DISTINCT id_message) FROM emitted WHERE state = 'deliver'"))
                .as("messages whose final state was reported at least once")
                .isEqualTo(MESSAGES);
        assertThat(count("SELECT COUNT(DISTINCT (id_message, state)) FROM emitted"))
                .as("I5: no message has two states")
                .isEqualTo(MESSAGES);
        assertThat(count("SELECT COUNT(*) FROM recorded"))
                .as("recordings")
                .isEqualTo(count("SELECT COUNT(DISTINCT id_message) FROM recorded"))
                .isEqualTo(MESSAGES);
        assertThat(count("SELECT COUNT(*) FROM emitted"))
                .as("reports: without one that came twice the kills prove nothing")
                .isGreaterThan(MESSAGES);
    }

    /** Lets a program die by itself, at the very moment. */
    private void dies(Moment moment, int after) throws Exception {
        try (ForkedProgram program = start(moment, after)) {
            assertThat(program.endsWithin(PATIENCE.toMillis()))
                    .as("dies when %s", moment)
                    .isTrue();
            assertThat(program.exitValue()).isEqualTo(CrashReporter.KILLED);
        }
    }

    /** Kills a program that has written down some reports, with SIGKILL. */
    private void isKilled(int after) throws Exception {
        long target = emitted() + 1 + after;
        try (ForkedProgram program = start(Moment.NEVER, 0)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> emitted() >= target || !program.isAlive());
            assertThat(program.isAlive()).as("ended by itself").isTrue();
        }
    }

    private ForkedProgram start(Moment moment, int after) throws Exception {
        return CrashReporter.fork(output(), simulator.baseUrl(), url, moment, after);
    }

    private void report(String event) throws SQLException {
        System.out.printf(
                "%5.1f s, %s: %d reports, %d messages recorded, %d pending%n",
                (System.nanoTime() - start) / 1e9, event, emitted(), count("SELECT COUNT(*) FROM recorded"), pending());
    }

    private long pending() throws SQLException {
        return count("SELECT COUNT(*) FROM targetsms_delivery WHERE next_poll IS NOT NULL");
    }

    private long emitted() throws SQLException {
        return count("SELECT COUNT(*) FROM emitted");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Map<String, Object>> rows() {
        return IntStream.range(0, MESSAGES)
                .mapToObj(Order::new)
                .map(order -> Map.<String, Object>of("phone", order.phone(), "text_sms", order.text()))
                .toList();
    }

    private Path output() {
        return folder.resolve("output.txt");
    }
}
