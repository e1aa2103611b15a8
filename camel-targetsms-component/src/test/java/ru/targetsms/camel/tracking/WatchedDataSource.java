package ru.targetsms.camel.tracking;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Counts the connections it hands out, looks at them when they come back, and breaks them when told. */
final class WatchedDataSource implements DataSource {

    private final DataSource target;
    private final boolean autoCommit;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closedAsTheyCame = new AtomicInteger();
    private final AtomicInteger commitsToFail = new AtomicInteger();
    private String sqlState;
    private String product;
    private boolean gone;

    WatchedDataSource(DataSource target, boolean autoCommit) {
        this.target = target;
        this.autoCommit = autoCommit;
    }

    /** Lets the next commits fail. */
    WatchedDataSource failCommits(String state, int times) {
        sqlState = state;
        commitsToFail.set(times);
        return this;
    }

    WatchedDataSource product(String name) {
        product = name;
        return this;
    }

    WatchedDataSource gone() {
        gone = true;
        return this;
    }

    int opened() {
        return opened.get();
    }

    /** Counts the connections that came back with the auto-commit they had, and nothing left to commit. */
    int closedAsTheyCame() {
        return closedAsTheyCame.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (gone) {
            throw new SQLException("gone");
        }
        Connection connection = target.getConnection();
        connection.setAutoCommit(autoCommit);
        opened.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    try {
                        if (method.getName().equals("close")) {
                            closing(connection);
                        }
                        if (method.getName().equals("commit") && commitsToFail.getAndDecrement() > 0) {
                            throw new SQLException("failed on purpose", sqlState);
                        }
                        Object result = method.invoke(connection, args);
                        return product != null && result instanceof DatabaseMetaData ? renamed() : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void closing(Connection connection) throws SQLException {
        if (connection.getAutoCommit() == autoCommit) {
            closedAsTheyCame.incrementAndGet();
        }
        // A real pool would not commit what was left open.
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private DatabaseMetaData renamed() {
        return (DatabaseMetaData) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DatabaseMetaData.class}, (proxy, method, args) -> product);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Nothing is written.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Nobody logs in here.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
