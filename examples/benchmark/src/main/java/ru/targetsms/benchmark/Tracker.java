package ru.targetsms.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import ru.targetsms.benchmark.report.Machine;
import ru.targetsms.benchmark.tracker.PendingTable;
import ru.targetsms.benchmark.tracker.Rate;

/**
 * Measures the tracker of delivery reports on a real PostgreSQL, with 10,000 and with a million messages pending in one
 * run, in turns, and prints whether the million still does 5,000 a second and 75 % of the rate of the 10,000.
 */
public final class Tracker {

    private static final int SMALL = 10_000;
    private static final int MILLION = 1_000_000;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 11;
    private static final long ROUND_MILLIS = 3_000;
    private static final double JITTER = 0.1;
    private static final double LEAST_PER_SECOND = 5_000;
    private static final double LEAST_RATIO = 0.75;

    private Tracker() {}

    /** Runs; takes three minutes. */
    public static void main(String[] args) throws Exception {
        System.out.println(Machine.describe());
        // Embedded for tests, it switches these off: here it is to write as a server does.
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            System.out.println("PostgreSQL with fsync and synchronous_commit on, all else as it comes");
            compare(table(server, SMALL, JITTER), table(server, MILLION, JITTER), table(server, MILLION, 1));
        }
    }

    private static void compare(PendingTable small, PendingTable million, PendingTable shuffled) throws Exception {
        for (int round = 0; round < WARM_UP; round++) {
            measure(new Rate(), small);
            measure(new Rate(), million);
        }
        Rate smallRate = new Rate();
        Rate millionRate = new Rate();
        Rate shuffledRate = new Rate();
        for (int round = 0; round < ROUNDS; round++) {
            measure(smallRate, small);
            measure(millionRate, million);
            measure(shuffledRate, shuffled);
        }
        print("claim 100 and save", small, smallRate);
        print("claim 100 and save", million, millionRate);
        print("the same, shuffled", shuffled, shuffledRate);
        others(million);
        verdict("a million pending", millionRate, smallRate);
        verdict("a million shuffled", shuffledRate, smallRate);
    }

    private static void measure(Rate rate, PendingTable table) throws Exception {
        rate.measure(ROUND_MILLIS, table::claimAndSave);
    }

    private static void others(PendingTable table) throws Exception {
        long start = System.nanoTime();
        long pending = table.backlog();
        System.out.printf(Locale.ROOT, "%,d counted in %d ms%n", pending, (System.nanoTime() - start) / 1_000_000);
        Rate renewing = new Rate();
        renewing.measure(ROUND_MILLIS, table::renew);
        print("renew", table, renewing);
        Rate tracking = new Rate();
        AtomicLong next = new AtomicLong();
        tracking.measure(ROUND_MILLIS, () -> table.track(next.getAndAdd(100)));
        print("store", table, tracking);
        System.out.println("at the end the table has " + table.size());
    }

    private static PendingTable table(EmbeddedPostgres server, int rows, double jitter) throws Exception {
        String schema = "pending_" + rows + "_" + Math.round(100 * jitter);
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        PGConnectionPoolDataSource dataSource = new PGConnectionPoolDataSource();
        dataSource.setUrl(server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
        return new PendingTable(JdbcConnectionPool.create(dataSource), rows, jitter);
    }

    private static void print(String what, PendingTable table, Rate rate) {
        System.out.printf(
                Locale.ROOT,
                "%-20s %,10d pending %,8.0f a second, by rounds %s%n",
                what,
                table.rows(),
                rate.median(),
                rate.rounds().stream()
                        .map(each -> String.format(Locale.ROOT, "%.0f", each))
                        .collect(Collectors.joining(" ")));
    }

    private static void verdict(String what, Rate rate, Rate base) {
        double ratio = rate.ratioTo(base);
        System.out.printf(
                Locale.ROOT,
                "%s: %,.0f ids a second, at least %,.0f wanted: %s; %.2f of the rate at 10,000, at least %.2f wanted: %s%n",
                what,
                rate.median(),
                LEAST_PER_SECOND,
                rate.median() >= LEAST_PER_SECOND ? "reached" : "MISSED",
                ratio,
                LEAST_RATIO,
                ratio >= LEAST_RATIO ? "reached" : "MISSED");
    }
}
