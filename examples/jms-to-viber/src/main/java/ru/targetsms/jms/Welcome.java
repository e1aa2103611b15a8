package ru.targetsms.jms;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.targetsms.simulator.boot.GatewayChoice;

/** Tells the user where everything is. */
@Component
@Order(1)
class Welcome implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final JmsToViberProperties properties;
    private final boolean simulator;
    private final String baseUrl;
    private final String brokerUrl;
    private final DataSource database;

    Welcome(
            JmsToViberProperties properties,
            @Value("${" + GatewayChoice.SIMULATOR + "}") boolean simulator,
            @Value("${" + GatewayChoice.BASE_URL + "}") String baseUrl,
            @Value("${spring.artemis.broker-url:}") String brokerUrl,
            DataSource database) {
        this.properties = properties;
        this.simulator = simulator;
        this.baseUrl = baseUrl;
        this.brokerUrl = brokerUrl;
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments args) throws SQLException {
        LOG.info("Gateway: {}{}", baseUrl, simulator ? " (a simulator inside this program: nothing leaves it)" : "");
        LOG.info(
                "Queues: orders, orders.refused, reports at {}",
                brokerUrl.isEmpty() ? "tcp://127.0.0.1:" + properties.brokerPort() : brokerUrl);
        try (Connection connection = database.getConnection()) {
            LOG.info("Table report: {}", connection.getMetaData().getURL());
        }
        LOG.info("Drop orders into {}", properties.inbox());
        if (simulator) {
            LOG.info("See the messages on a phone: {}/", baseUrl);
        }
    }
}
