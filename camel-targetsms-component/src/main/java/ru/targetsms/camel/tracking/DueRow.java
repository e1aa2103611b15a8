package ru.targetsms.camel.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.DeliveryState;

/**
 * Holds a row that was read to be claimed. Immutable.
 *
 * @param claim   the claim, if the row is among those taken
 * @param overdue how long it has been due
 */
record DueRow(Claim claim, Duration overdue) {

    static final String COLUMNS = "id_message, client_id_message, phone, correlation_id, since, next_poll, version,"
            + " state, polls, failures, parts";

    /**
     * Reads a row of {@link #COLUMNS} with the time as the last one.
     *
     * @param delay how long after {@code next_poll} the row is due
     */
    static DueRow of(ResultSet row, String account, Duration delay) throws SQLException {
        OffsetDateTime since = row.getObject(5, OffsetDateTime.class);
        OffsetDateTime nextPoll = row.getObject(6, OffsetDateTime.class);
        OffsetDateTime now = row.getObject(12, OffsetDateTime.class);
        TrackedMessage message = new TrackedMessage(
                account,
                row.getString(1),
                row.getString(3),
                row.getObject(2, Long.class),
                row.getString(4),
                Duration.ZERO,
                row.getObject(11, Integer.class));
        Claim claim = new Claim(
                message,
                row.getLong(7) + 1,
                state(row.getString(8)),
                row.getInt(9),
                row.getInt(10),
                Duration.between(since, now));
        return new DueRow(claim, Duration.between(nextPoll, now).minus(delay));
    }

    /** A node of a later version may have stored a word that this one does not know. */
    private static @Nullable DeliveryState state(@Nullable String word) {
        return word == null ? null : DeliveryState.ofWord(word).orElse(DeliveryState.UNKNOWN);
    }
}
