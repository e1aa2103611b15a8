package ru.targetsms.camel.tracking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Lets PostgreSQL note every change of the table by itself, so that what was held when is not taken from the nodes'
 * word. Every claim has to be made with an owner of its own.
 */
final class ClaimHistory {

    private final JdbcConnectionPool pool;

    ClaimHistory(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    /** Begins to note. */
    void begin() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE history (
                        id_message VARCHAR, at TIMESTAMP WITH TIME ZONE, claimed BOOLEAN,
                        held_until TIMESTAMP WITH TIME ZONE, done BOOLEAN, state VARCHAR);
                    CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                        INSERT INTO history VALUES (NEW.id_message, clock_timestamp(),
                            NEW.owner IS DISTINCT FROM OLD.owner, OLD.next_poll, NEW.next_poll IS NULL, NEW.state);
                        RETURN NULL;
                    END $$;
                    CREATE TRIGGER note AFTER UPDATE ON targetsms_delivery FOR EACH ROW EXECUTE FUNCTION note();
                    """);
        }
    }

    /** Counts the claims that were made before the one before had ended: by its lease, or by what it came to. */
    long overlaps() throws SQLException {
        return count("claimed AND (held_until IS NULL OR held_until > at)");
    }

    long claimed() throws SQLException {
        return count("claimed");
    }

    /** Lists the last state of a message, once for each time it was recorded. */
    List<String> finalStates(String idMessage) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT state FROM history WHERE done AND id_message = ?")) {
            select.setString(1, idMessage);
            List<String> states = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    states.add(row.getString(1));
                }
            }
            return states;
        }
    }

    /** Tells whether somebody has claimed the message since. */
    boolean isTaken(Claim claim) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT version FROM targetsms_delivery WHERE id_message = ?")) {
            select.setString(1, claim.message().idMessage());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) > claim.version();
            }
        }
    }

    void dispose() {
        pool.dispose();
    }

    private long count(String condition) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM history WHERE " + condition)) {
            row.next();
            return row.getLong(1);
        }
    }
}
