package ru.targetsms.camel.tracking;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;

class JdbcOnH2Test extends JdbcDeliveryTrackerContract {

    private static final JdbcConnectionPool POOL = pool();

    static {
        new JdbcDeliveryTracker(POOL).createSchema();
    }

    @AfterAll
    static void dispose() {
        POOL.dispose();
    }

    @Override
    DataSource dataSource() {
        return POOL;
    }

    @Override
    DataSource emptyDatabase() {
        return pool();
    }

    private static JdbcConnectionPool pool() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
}
