package ru.targetsms.camel.tracking;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Runs a real PostgreSQL, one for all tests of the JVM, from binaries that Maven brings; a schema is a database of its
 * own to whoever asks for one.
 */
public final class PostgreSql {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static EmbeddedPostgres server;

    private PostgreSql() {}

    /** Makes an empty schema and returns its name. */
    public static String newSchema() {
        String schema = "test" + SCHEMAS.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("A schema could not be made", e);
        }
        return schema;
    }

    /** Returns the URL of a schema, for other processes; it needs no password. */
    public static String url(String schema) {
        return server().getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    /** Leads to a schema; every connection is a new one. */
    public static DataSource dataSource(String schema) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(schema));
        return dataSource;
    }

    /** Leads to a schema with a pool of connections, which is to be disposed of. */
    public static JdbcConnectionPool pool(String schema) {
        PGConnectionPoolDataSource dataSource = new PGConnectionPoolDataSource();
        dataSource.setUrl(url(schema));
        return JdbcConnectionPool.create(dataSource);
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.start();
            } catch (IOException | RuntimeException e) {
                throw new IllegalStateException(
                        "PostgreSQL did not start from the binaries of io.zonky.test.postgres. It refuses to run as"
                                + " root unless user namespaces are allowed (unshare), and needs some 50 MB in the"
                                + " directory for temporary files.",
                        e);
            }
        }
        return server;
    }
}
