package ru.targetsms.scaleout.world;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Is a schema of its own in a PostgreSQL, with the tables of delivery tracker and reports. Used by one thread. */
public final class Database implements AutoCloseable {

    private final EmbeddedPostgres embedded;
    private final String url;
    private final String schema;
    private final Connection connection;

    /**
     * Makes the schema and its tables. User and password come from the environment, {@code DATABASE_USERNAME} and
     * {@code DATABASE_PASSWORD}.
     *
     * @param url JDBC URL of a PostgreSQL to use, or null for one that is started for the run
     */
    public Database(String url, String schema) throws IOException, SQLException {
        this.embedded = url == null ? startServer() : null;
        String base = url == null ? embedded.getJdbcUrl("postgres", "postgres") : url;
        this.url = base + (base.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        this.schema = schema;
        this.connection = DriverManager.getConnection(
                this.url, System.getenv("DATABASE_USERNAME"), System.getenv("DATABASE_PASSWORD"));
        execute("create schema " + schema);
        execute(script("ru/targetsms/camel/tracking/postgresql/V1__targetsms_delivery.sql"));
        execute(script("report.sql"));
    }

    private static EmbeddedPostgres startServer() throws IOException {
        return EmbeddedPostgres.builder().start();
    }

    public String url() {
        return url;
    }

    /** Returns how many reports were emitted, repeats included. */
    public long emitted() throws SQLException {
        return number("select count(*) from report");
    }

    /** Returns of how many orders the final report was emitted: every phone of ours gets its message. */
    public long ordersReported() throws SQLException {
        return number("select count(distinct order_number) from report where state = 'deliver'");
    }

    /** Returns of how many messages the tracker has recorded the end. */
    public long done() throws SQLException {
        return number("select count(*) from targetsms_delivery where done_at is not null");
    }

    /** Returns how many messages the tracker has been given. */
    public long tracked() throws SQLException {
        return number("select count(*) from targetsms_delivery");
    }

    /** Returns how many reports each node emitted. */
    public Map<String, Long> emittedByNode() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select node, count(*) from report group by node")) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script(String name) {
        try (InputStream resource = Database.class.getResourceAsStream("/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server, if it is our own; of another one removes the schema. */
    @Override
    public void close() throws IOException, SQLException {
        if (embedded == null) {
            execute("drop schema " + schema + " cascade");
        }
        connection.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
