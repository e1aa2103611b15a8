package ru.targetsms.camel.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.LogCapture;

class JdbcOnPostgreSqlTest extends JdbcDeliveryTrackerContract {

    private static final List<JdbcConnectionPool> POOLS = new ArrayList<>();
    private static final JdbcConnectionPool POOL = pool();

    static {
        new JdbcDeliveryTracker(POOL).createSchema();
    }

    @AfterAll
    static void dispose() {
        POOLS.forEach(JdbcConnectionPool::dispose);
    }

    @Override
    DataSource dataSource() {
        return POOL;
    }

    @Override
    DataSource emptyDatabase() {
        return pool();
    }

    @Test
    void aCallThatFailsStoresNothingOfIt() {
        List<TrackedMessage> lastIsTooLong = List.of(
                TrackedMessage.of(account, "1"),
                TrackedMessage.of(account, "2"),
                TrackedMessage.of(account, "9".repeat(300)));

        assertThatThrownBy(() -> tracker().track(lastIsTooLong))
                .isInstanceOf(TrackingException.class)
                .hasMessageStartingWith("Could not store 3 messages in targetsms_delivery, SQLState 22");
        assertThat(otherNode().backlog(account).pending()).isZero();
    }

    /** PostgreSQL quotes the row that breaks a rule, and its driver the values of a batch. */
    @Test
    void aFailureShowsNoPhoneThoughTheDatabaseQuotesTheRow() throws SQLException {
        JdbcConnectionPool stricter = pool();
        DeliveryTracker tracker = new JdbcDeliveryTracker(stricter).createSchema();
        execute(stricter, "ALTER TABLE targetsms_delivery ADD COLUMN city VARCHAR NOT NULL");
        TrackedMessage message = new TrackedMessage(account, "1", "79001234567", 7L, "order 42", null, null);

        try (LogCapture log = new LogCapture()) {
            Throwable thrown = catchThrowable(() -> tracker.track(List.of(message)));

            assertThat(thrown)
                    .isInstanceOf(TrackingException.class)
                    .hasMessage("Could not store 1 messages in targetsms_delivery, SQLState 23502")
                    .hasNoCause();
            assertThat(printed(thrown)).doesNotContain("79001234567", "order 42");
            assertThat(log.lines()).noneMatch(line -> line.contains("79001234567"));
        }
    }

    @Test
    void aFailureThatIsToldWithItsCauseShowsNoPhoneEither() throws SQLException {
        JdbcConnectionPool older = pool();
        DeliveryTracker tracker = new JdbcDeliveryTracker(older).createSchema();
        execute(older, "ALTER TABLE targetsms_delivery DROP COLUMN since");
        TrackedMessage message = new TrackedMessage(account, "1", "79001234567", 7L, "order 42", null, null);

        Throwable thrown = catchThrowable(() -> tracker.track(List.of(message)));

        assertThat(thrown)
                .hasMessage("Could not store 1 messages in targetsms_delivery, SQLState 42703")
                .cause()
                .hasMessageContaining("since");
        assertThat(printed(thrown)).doesNotContain("79001234567", "order 42");
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static JdbcConnectionPool pool() {
        JdbcConnectionPool pool = PostgreSql.pool(PostgreSql.newSchema());
        POOLS.add(pool);
        return pool;
    }
}
