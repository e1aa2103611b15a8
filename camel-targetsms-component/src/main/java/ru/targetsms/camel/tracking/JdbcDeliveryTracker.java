package ru.targetsms.camel.tracking;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages in the table {@code targetsms_delivery} of a database, which any number of nodes share: PostgreSQL, or
 * H2 for tests.
 *
 * <pre>{@code
 * DeliveryTracker tracker = new JdbcDeliveryTracker(dataSource).createSchema();
 * }</pre>
 *
 * <p>The table is made by {@link #createSchema()}, or by a migration tool with the script
 * {@code ru/targetsms/camel/tracking/postgresql/V1__targetsms_delivery.sql} (or {@code h2/}) of the class path. Rows
 * that are done stay, so that a message stored again is not asked for again, until {@link #forget} is called.
 *
 * <p>Every call is one short transaction on a connection of its own, at the isolation level READ COMMITTED that both
 * databases begin with; the connection is given back as it came. Give the data source a pool, and a socket time-out. All
 * times are those of the database's clock, so the nodes' do not matter (F41).
 */
public final class JdbcDeliveryTracker implements DeliveryTracker {

    private static final Comparator<TrackedMessage> BY_KEY =
            Comparator.comparing(TrackedMessage::account).thenComparing(TrackedMessage::idMessage);

    /** Rows that one transaction deletes. */
    private static final int CHUNK = 1_000;

    private final Transactions transactions;
    private final Map<String, BacklogReading> backlogs = new ConcurrentHashMap<>();
    private volatile @Nullable DeliveryTable table;

    /** Tracks in the database that the data source leads to; looks at it when it is first needed. */
    public JdbcDeliveryTracker(DataSource dataSource) {
        this.transactions = new Transactions(Objects.requireNonNull(dataSource, "dataSource"));
    }

    /**
     * Creates what is missing of table and indexes. Nodes that do it at the same moment do not disturb each other.
     *
     * @return this
     * @throws TrackingException when it fails, or the database is neither PostgreSQL nor H2
     */
    public JdbcDeliveryTracker createSchema() {
        return transactions.run("create", connection -> {
            try (Statement statement = connection.createStatement()) {
                Dialect.of(connection).createTable(statement);
            }
            return this;
        });
    }

    /**
     * Forgets the messages that were done longer ago than the length given, whatever their account. One of them stored
     * again counts as new.
     *
     * @return how many
     * @throws TrackingException when it fails; what is forgotten by then stays so
     */
    public int forget(Duration doneBefore) {
        int forgotten = 0;
        int last;
        do {
            last = run("clear", (connection, rows) -> rows.delete(connection, doneBefore, CHUNK));
            forgotten += last;
        } while (last == CHUNK);
        return forgotten;
    }

    @Override
    public void track(Collection<TrackedMessage> messages) {
        List<TrackedMessage> sorted = byKey(messages, Function.identity());
        if (!sorted.isEmpty()) {
            run("store " + sorted.size() + " messages in", (connection, rows) -> {
                rows.insert(connection, sorted);
                return sorted;
            });
        }
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        return run("claim messages in", (connection, rows) -> rows.claim(connection, request));
    }

    @Override
    public Collection<Claim> renew(Collection<Claim> claims, Duration lease) {
        List<Claim> sorted = byKey(claims, Claim::message);
        return sorted.isEmpty()
                ? List.of()
                : run(
                        "renew " + sorted.size() + " claims in",
                        (connection, rows) -> rows.renew(connection, sorted, lease));
    }

    @Override
    public Collection<Claim> save(Collection<ClaimEnd> ends) {
        List<ClaimEnd> sorted = byKey(ends, end -> end.claim().message());
        return sorted.isEmpty()
                ? List.of()
                : run("save " + sorted.size() + " claims in", (connection, rows) -> rows.save(connection, sorted));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Read again after two seconds at the earliest, and so seldom that it takes a twentieth of the time at most.
     */
    @Override
    public Backlog backlog(String account) {
        return backlogs.compute(account, (key, last) -> last != null && last.isRecent() ? last : count(account))
                .backlog();
    }

    private BacklogReading count(String account) {
        return BacklogReading.of(() -> run("count in", (connection, rows) -> rows.backlog(connection, account)));
    }

    private <T> T run(String what, Work<T> work) {
        return transactions.run(what, connection -> {
            DeliveryTable rows = table;
            if (rows == null) {
                rows = new DeliveryTable(Dialect.of(connection));
                table = rows;
            }
            return work.on(connection, rows);
        });
    }

    /** Rows are locked in one order by all, or two calls that share some would wait for each other. */
    private static <T> List<T> byKey(Collection<T> all, Function<T, TrackedMessage> message) {
        return all.stream().sorted(Comparator.comparing(message, BY_KEY)).toList();
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection, DeliveryTable rows) throws SQLException;
    }
}
