package ru.targetsms.camel.tracking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Speaks SQL about the table {@code targetsms_delivery}. All times are the database's (F41). Immutable.
 *
 * <p>A row that is claimed is due again when the lease ends: the lease is kept in {@code next_poll}, so nothing has to
 * look for dead holders. Callers hand rows over in the order of their keys, so that two of them never wait for each
 * other.
 */
final class DeliveryTable {

    private static final String COLUMNS = "account, id_message, client_id_message, phone, correlation_id, parts, since,"
            + " next_poll, fresh, version, polls, failures";

    private static final String KEY = " WHERE account = ? AND id_message = ?";
    private static final String HELD = KEY + " AND version = ?";

    /** Keeps the sum of a date and a length within what a database can hold. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Dialect dialect;
    private final String insert;

    DeliveryTable(Dialect dialect) {
        this.dialect = dialect;
        String text = "CAST(? AS VARCHAR)";
        this.insert = dialect.insert(
                COLUMNS,
                String.join(
                                ", ",
                                text,
                                text,
                                "CAST(? AS BIGINT)",
                                text,
                                text,
                                "CAST(? AS INTEGER)",
                                dialect.in(),
                                dialect.in())
                        + ", TRUE, 0, 0, 0");
    }

    /** Stores those of the messages whose keys are not known. */
    void insert(Connection connection, List<TrackedMessage> messages) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (TrackedMessage message : messages) {
                statement.setString(1, message.account());
                statement.setString(2, message.idMessage());
                statement.setObject(3, message.clientIdMessage(), Types.BIGINT);
                statement.setString(4, storable(message.phone()));
                statement.setString(5, storable(message.correlationId()));
                statement.setObject(6, message.parts(), Types.INTEGER);
                statement.setDouble(7, seconds(message.startsIn()));
                statement.setDouble(8, seconds(message.startsIn()));
                statement.addBatch();
            }
            dialect.executeInserts(statement);
        }
    }

    /** Locks rows that are due and that nobody else is about to claim, and makes them the owner's. */
    List<Claim> claim(Connection connection, ClaimRequest request) throws SQLException {
        List<DueRow> due = due(connection, request, false);
        due.addAll(due(connection, request, true));
        List<Claim> claims = due.stream()
                .sorted(Comparator.comparing(DueRow::overdue).reversed())
                .limit(request.limit())
                .map(DueRow::claim)
                .toList();
        if (!claims.isEmpty()) {
            lease(connection, request, claims);
        }
        return claims;
    }

    /** Moves the end of the leases; returns the claims that were still held. */
    List<Claim> renew(Connection connection, List<Claim> claims, Duration lease) throws SQLException {
        String sql = "UPDATE targetsms_delivery SET next_poll = " + dialect.in() + HELD;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Claim claim : claims) {
                statement.setDouble(1, seconds(lease));
                addHeld(statement, 2, claim);
            }
            return execute(statement, claims, true);
        }
    }

    /** Stores what claims came to; returns those that were no longer held. */
    List<Claim> save(Connection connection, List<ClaimEnd> ends) throws SQLException {
        String sql = "UPDATE targetsms_delivery SET version = version + 1, state = ?, polls = ?, failures = ?,"
                + " next_poll = " + dialect.in() + ", done_at = CASE WHEN ? THEN " + dialect.now() + " END" + HELD;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (ClaimEnd end : ends) {
                statement.setString(1, end.state() == null ? null : end.state().word());
                statement.setInt(2, end.polls());
                statement.setInt(3, end.failures());
                statement.setObject(4, end.next() == null ? null : seconds(end.next()), Types.DOUBLE);
                statement.setBoolean(5, end.isDone());
                addHeld(statement, 6, end.claim());
            }
            return execute(statement, ends.stream().map(ClaimEnd::claim).toList(), false);
        }
    }

    /** Counts what is pending; two index scans, since a message is fresh or is not. */
    Backlog backlog(Connection connection, String account) throws SQLException {
        String half = "SELECT since FROM targetsms_delivery WHERE account = ? AND next_poll IS NOT NULL AND fresh = ";
        String sql = "SELECT COUNT(*), MIN(since), " + dialect.now() + " FROM (" + half + "TRUE UNION ALL " + half
                + "FALSE) pending";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account);
            statement.setString(2, account);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
                OffsetDateTime now = row.getObject(3, OffsetDateTime.class);
                return new Backlog(row.getLong(1), oldest == null ? null : age(oldest, now));
            }
        }
    }

    /** Deletes so many rows at most that were done longer ago; tells how many it did. */
    int delete(Connection connection, Duration doneBefore, int limit) throws SQLException {
        String done = "SELECT account, id_message FROM targetsms_delivery WHERE done_at <= " + dialect.in()
                + " ORDER BY done_at LIMIT " + limit + " FOR UPDATE SKIP LOCKED";
        try (PreparedStatement select = connection.prepareStatement(done);
                PreparedStatement delete = connection.prepareStatement("DELETE FROM targetsms_delivery" + KEY)) {
            select.setDouble(1, -seconds(doneBefore));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    delete.setString(1, row.getString(1));
                    delete.setString(2, row.getString(2));
                    delete.addBatch();
                }
            }
            return delete.executeBatch().length;
        }
    }

    /**
     * Locks one half of what is due: the fresh rows wait for the first poll delay, the others do not. The limit is part
     * of the text, since the planner has to know how few rows are wanted of how many.
     */
    private List<DueRow> due(Connection connection, ClaimRequest request, boolean fresh) throws SQLException {
        String sql = "SELECT " + DueRow.COLUMNS + ", " + dialect.now() + " FROM targetsms_delivery WHERE account = ?"
                + " AND fresh = " + fresh + " AND next_poll <= " + dialect.in() + " ORDER BY next_poll LIMIT "
                + request.limit() + " FOR UPDATE SKIP LOCKED";
        Duration delay = fresh ? request.firstPollDelay() : Duration.ZERO;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, request.account());
            statement.setDouble(2, -seconds(delay));
            List<DueRow> due = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(DueRow.of(row, request.account(), delay));
                }
            }
            return due;
        }
    }

    private void lease(Connection connection, ClaimRequest request, List<Claim> claims) throws SQLException {
        String sql = "UPDATE targetsms_delivery SET version = version + 1, fresh = FALSE, owner = ?, next_poll = "
                + dialect.in() + " WHERE account = ? AND id_message = ";
        Object[] ids = claims.stream().map(claim -> claim.message().idMessage()).toArray();
        try (PreparedStatement statement = connection.prepareStatement(sql + dialect.anyOf())) {
            statement.setString(1, request.owner());
            statement.setDouble(2, seconds(request.lease()));
            statement.setString(3, request.account());
            dialect.executeForEach(statement, 4, ids);
        }
    }

    private static void addHeld(PreparedStatement statement, int first, Claim claim) throws SQLException {
        statement.setString(first, claim.message().account());
        statement.setString(first + 1, claim.message().idMessage());
        statement.setLong(first + 2, claim.version());
        statement.addBatch();
    }

    /** Runs the batch; returns the claims that were held, or those that were not. */
    private static List<Claim> execute(PreparedStatement statement, List<Claim> claims, boolean held)
            throws SQLException {
        int[] counts = statement.executeBatch();
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] != 0 == held)
                .mapToObj(claims::get)
                .toList();
    }

    /** PostgreSQL takes no U+0000 in a text: storing would fail for ever. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    private static double seconds(Duration length) {
        Duration bounded = length.compareTo(FOR_EVER) < 0 ? length : FOR_EVER;
        return bounded.getSeconds() + bounded.getNano() / 1e9;
    }

    private static Duration age(OffsetDateTime since, OffsetDateTime now) {
        return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }
}
