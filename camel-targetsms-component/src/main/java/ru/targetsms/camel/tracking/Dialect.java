package ru.targetsms.camel.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Holds the few things that the databases say in words of their own. */
enum Dialect {
    /** Its clock is that of the statement, however long a transaction has been open. */
    POSTGRESQL("PostgreSQL", "statement_timestamp()") {
        @Override
        String insert(String columns, String values) {
            return "INSERT INTO targetsms_delivery (" + columns + ") VALUES (" + values + ") ON CONFLICT DO NOTHING";
        }

        @Override
        String anyOf() {
            return "ANY(?)";
        }

        /** One statement for all takes half the time of a batch. */
        @Override
        void executeForEach(PreparedStatement statement, int parameter, Object[] ids) throws SQLException {
            statement.setArray(parameter, statement.getConnection().createArrayOf("varchar", ids));
            statement.executeUpdate();
        }

        /** Two transactions that create one table at once would fail on the catalogue, IF NOT EXISTS or not. */
        @Override
        void createTable(Statement statement) throws SQLException {
            statement.execute("SELECT pg_advisory_xact_lock(" + "targetsms_delivery".hashCode() + ")");
            super.createTable(statement);
        }
    },
    /** For tests, and for one node. */
    H2("H2", "CURRENT_TIMESTAMP") {
        @Override
        String insert(String columns, String values) {
            return "MERGE INTO targetsms_delivery t USING (VALUES (" + values + ")) s(" + columns + ")"
                    + " ON t.account = s.account AND t.id_message = s.id_message"
                    + " WHEN NOT MATCHED THEN INSERT (" + columns + ") VALUES (" + columns.replaceAll("(\\w+)", "s.$1")
                    + ")";
        }

        /**
         * Commits row by row: H2 is bad at waiting for rows of another transaction. A key that came up between the
         * look for it and the insert is a known one, and the batch went on behind it.
         */
        @Override
        void executeInserts(PreparedStatement statement) throws SQLException {
            statement.getConnection().setAutoCommit(true);
            try {
                super.executeInserts(statement);
            } catch (BatchUpdateException e) {
                for (SQLException each = e.getNextException(); each != null; each = each.getNextException()) {
                    if (!"23505".equals(each.getSQLState())) {
                        throw e;
                    }
                }
            } finally {
                statement.getConnection().setAutoCommit(false);
            }
        }

        @Override
        String anyOf() {
            return "?";
        }

        /** A batch: with an array H2 reads every row of the account. */
        @Override
        void executeForEach(PreparedStatement statement, int parameter, Object[] ids) throws SQLException {
            for (Object id : ids) {
                statement.setObject(parameter, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }

        /** H2 fails inside when two threads create one table at once. */
        @Override
        @SuppressWarnings("LockOnNonEnclosingClassLiteral") // the constant's class is anonymous
        void createTable(Statement statement) throws SQLException {
            synchronized (Dialect.class) {
                super.createTable(statement);
            }
        }
    };

    private final String product;
    private final String now;

    Dialect(String product, String now) {
        this.product = product;
        this.now = now;
    }

    /**
     * Finds the words of a database.
     *
     * @throws TrackingException for a product that is not supported
     */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return Arrays.stream(values())
                .filter(dialect -> dialect.product.equals(product))
                .findFirst()
                .orElseThrow(() -> new TrackingException(
                        "Delivery reports are tracked in "
                                + Arrays.stream(values())
                                        .map(dialect -> dialect.product)
                                        .collect(Collectors.joining(" or "))
                                + ", and the data source leads to " + product,
                        null));
    }

    /** Tells the database's time; the same all through a statement. */
    String now() {
        return now;
    }

    /** Tells the time that is so many seconds from now; NULL for a parameter that is NULL. */
    String in() {
        return now + " + CAST(? AS DOUBLE PRECISION) * INTERVAL '1' SECOND";
    }

    /** Stores a row, unless its key is known. */
    abstract String insert(String columns, String values);

    /** Executes a batch of inserts. */
    void executeInserts(PreparedStatement statement) throws SQLException {
        statement.executeBatch();
    }

    /** Names what {@link #executeForEach} puts in, to the right of an equals sign. */
    abstract String anyOf();

    /** Executes an update for rows whose ids are given, all other parameters being set. */
    abstract void executeForEach(PreparedStatement statement, int parameter, Object[] ids) throws SQLException;

    /** Creates what is missing of the schema, with the script that is shipped for migration tools. */
    void createTable(Statement statement) throws SQLException {
        String script = name().toLowerCase(Locale.ROOT) + "/V1__targetsms_delivery.sql";
        try (InputStream in = Dialect.class.getResourceAsStream(script)) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
