package ru.targetsms.camel.tracking;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in a transaction of its own and gives the connection back as it came. Safe for several threads.
 *
 * <p>Work that the database gave up for the sake of other work is done again.
 */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcDeliveryTracker.class);

    private static final int ATTEMPTS = 10;

    /** Serialization failure and deadlock. */
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01");

    /** Classes of SQLState whose texts quote no value of a row. */
    private static final Set<String> DISCREET = Set.of("08", "28", "3D", "40", "42", "53", "55", "57");

    private final DataSource dataSource;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Runs work and commits it.
     *
     * @param what names the work in the exception, as in {@code store 3 messages in}
     * @throws TrackingException when it failed, after it was rolled back
     */
    <T> T run(String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            Connection connection = connect(what);
            try {
                return runOn(connection, work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || e.getSQLState() == null || !TRANSIENT.contains(e.getSQLState())) {
                    throw new TrackingException(
                            "Could not " + what + " targetsms_delivery, SQLState " + e.getSQLState(), discreet(e));
                }
                LOG.debug("Tried again after SQLState {}", e.getSQLState());
            }
        }
    }

    /** No row was named yet, so that the whole cause can be told. */
    private Connection connect(String what) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new TrackingException("Could not " + what + " targetsms_delivery: no connection", e);
        }
    }

    private static <T> T runOn(Connection connection, Work<T> work) throws SQLException {
        boolean autoCommit = false;
        boolean committed = false;
        try {
            autoCommit = connection.getAutoCommit();
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            T result = work.on(connection);
            connection.commit();
            committed = true;
            return result;
        } finally {
            giveBack(connection, committed, autoCommit);
        }
    }

    /** Never fails: what is committed is, and what failed has said why. */
    private static void giveBack(Connection connection, boolean committed, boolean autoCommit) {
        try {
            if (!committed) {
                connection.rollback();
            }
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.debug("A connection could not be given back as it came, SQLState {}", e.getSQLState());
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection could not be closed, SQLState {}", e.getSQLState());
        }
    }

    /** Returns the error, or the one inside, if its text can hold no phone: a batch quotes its parameters. */
    private static @Nullable SQLException discreet(SQLException e) {
        SQLException cause = e;
        while (cause instanceof BatchUpdateException) {
            cause = cause.getNextException();
        }
        String state = cause == null ? null : cause.getSQLState();
        return state != null && state.length() == 5 && DISCREET.contains(state.substring(0, 2)) ? cause : null;
    }

    /** Does something on a connection that is within a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
