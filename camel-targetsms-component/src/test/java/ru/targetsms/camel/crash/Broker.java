package ru.targetsms.camel.crash;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Is a message broker in this JVM, on a free port of the loopback address. It is never killed, so it keeps no files. */
final class Broker implements AutoCloseable {

    static final String ORDERS = "orders";
    private static final String DEAD_LETTERS = "dead-letters";

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final String url;

    Broker() throws Exception {
        SimpleString deadLetters = SimpleString.of(DEAD_LETTERS);
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:0")
                .addAddressSetting(
                        ORDERS,
                        new AddressSettings().setDeadLetterAddress(deadLetters).setMaxDeliveryAttempts(20))
                .addQueueConfiguration(queue(ORDERS))
                .addQueueConfiguration(queue(DEAD_LETTERS));
        broker.setConfiguration(configuration).start();
        int port = broker.getActiveMQServer()
                .getRemotingService()
                .getAcceptor("tcp")
                .getActualPort();
        url = "tcp://127.0.0.1:" + port;
    }

    /** Returns the address for a client that takes no message before it has done with the one in hand. */
    String url() {
        return url + "?consumerWindowSize=0";
    }

    /** Puts the orders 0 to {@code count - 1} into the queue, all or none. */
    void put(int count) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url());
                JMSContext session = factory.createContext(JMSContext.SESSION_TRANSACTED)) {
            Queue queue = session.createQueue(ORDERS);
            for (Order order : IntStream.range(0, count).mapToObj(Order::new).toList()) {
                TextMessage message = session.createTextMessage(order.text());
                message.setStringProperty(CrashConsumer.PHONE, order.phone());
                message.setIntProperty(CrashConsumer.ORDER_NUMBER, order.number());
                session.createProducer().send(queue, message);
            }
            session.commit();
        }
    }

    /** Returns how many orders are not done: waiting, or delivered and not committed. */
    long waiting() {
        return count(ORDERS);
    }

    /** Returns how many orders the broker gave up, after 20 deliveries. */
    long deadLetters() {
        return count(DEAD_LETTERS);
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }

    private long count(String queue) {
        return broker.getActiveMQServer().locateQueue(SimpleString.of(queue)).getMessageCount();
    }

    private static QueueConfiguration queue(String name) {
        return QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST);
    }
}
