package ru.targetsms.benchmark.tracker;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.tracking.Claim;
import ru.targetsms.camel.tracking.ClaimRequest;
import ru.targetsms.camel.tracking.JdbcDeliveryTracker;
import ru.targetsms.camel.tracking.TrackedMessage;

/** A tracker's table in which so many messages are pending, all due. */
public final class PendingTable {

    private static final String ACCOUNT = "gateway.example:3f2a90c1";
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int BATCH = 100;

    private final DataSource dataSource;
    private final int rows;
    private final JdbcDeliveryTracker tracker;

    /**
     * Makes the table and fills it with messages stored in the course of an hour.
     *
     * @param jitter by how much of that hour the order in which they are due differs from the order of storing: the
     *     consumer's 0.1, or 1 for none at all
     */
    public PendingTable(DataSource dataSource, int rows, double jitter) throws SQLException {
        this.dataSource = dataSource;
        this.rows = rows;
        this.tracker = new JdbcDeliveryTracker(dataSource).createSchema();
        execute("INSERT INTO targetsms_delivery SELECT '" + ACCOUNT + "', (1795437722631002 + i)::text, i,"
                + " (79000000000 + i)::text, 'order ' || i, now() - INTERVAL '1 hour',"
                + " now() - (" + (1 - jitter) + " * (1 - i / " + rows + ".0) + " + jitter
                + " * random()) * INTERVAL '1 hour', FALSE, 1, 'node', 'send', 1, 0"
                + " FROM generate_series(1, " + rows + ") i");
        execute("VACUUM ANALYZE targetsms_delivery");
    }

    /** Returns how many messages are pending, always. */
    public int rows() {
        return rows;
    }

    /** Claims a batch and gives it back, to be polled again after all the others; returns its size. */
    public int claimAndSave() {
        List<Claim> claims = claim();
        int lost = tracker.save(claims.stream()
                        .map(claim -> claim.pollAgain(DeliveryState.SEND, Duration.ZERO))
                        .toList())
                .size();
        return claims.size() - lost;
    }

    /** Claims a batch, renews it ten times and gives it back; returns how many leases were renewed. */
    public int renew() {
        List<Claim> claims = claim();
        int renewed = 0;
        for (int time = 0; time < 10; time++) {
            renewed += tracker.renew(claims, LEASE).size();
        }
        tracker.save(claims.stream().map(Claim::unchanged).toList());
        return renewed;
    }

    /** Stores a batch as the send side does, due much later; returns its size. */
    public int track(long first) {
        tracker.track(LongStream.range(first, first + BATCH)
                .mapToObj(i -> new TrackedMessage(
                        ACCOUNT, "9" + i, Long.toString(79_000_000_000L + i), i, "order " + i, Duration.ofDays(1), 1))
                .toList());
        return BATCH;
    }

    /** Counts what is pending as another node does: with nothing read before. */
    public long backlog() {
        return new JdbcDeliveryTracker(dataSource).backlog(ACCOUNT).pending();
    }

    /** Tells how big table and index of what is due have become. */
    public String size() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_size_pretty(pg_relation_size('targetsms_delivery')) || ' and an index of '"
                                + " || pg_size_pretty(pg_relation_size('targetsms_delivery_due'))")) {
            row.next();
            return row.getString(1);
        }
    }

    private List<Claim> claim() {
        return tracker.claim(new ClaimRequest(ACCOUNT, "benchmark", BATCH, LEASE, Duration.ofSeconds(10)));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
