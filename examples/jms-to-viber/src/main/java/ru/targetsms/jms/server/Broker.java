package ru.targetsms.jms.server;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.camel.component.jms.JmsComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.jms.JmsToViberProperties;

/** Sets up the queues: the component that reads and writes them, and the broker inside. */
@Configuration(proxyBeanMethods = false)
class Broker {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    /**
     * Makes a transaction of each message: what a route takes from a queue and what it puts on others holds together, or
     * not at all.
     */
    @Bean
    JmsComponent jms(ConnectionFactory connectionFactory) {
        JmsComponent jms = JmsComponent.jmsComponent(connectionFactory);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setErrorHandler(Broker::failed);
        return jms;
    }

    /** Says why a message went back to its queue, unless the route has said so. */
    private static void failed(Throwable failure) {
        if (!(failure.getCause() instanceof TargetSmsException)) {
            LOG.warn("A message goes back to its queue", failure);
        }
    }

    /** Opens the broker inside to JMS clients of this machine, and brings an order again until it could be sent. */
    @Bean
    ArtemisConfigurationCustomizer brokerInside(JmsToViberProperties properties) {
        return broker -> {
            try {
                broker.addAcceptorConfiguration("local", "tcp://127.0.0.1:" + properties.brokerPort());
            } catch (Exception e) {
                throw new IllegalArgumentException("jms-to-viber.broker-port", e);
            }
            // So that an order comes again as one that does, also after the broker was killed.
            broker.setPersistDeliveryCountBeforeDelivery(true);
            broker.addAddressSetting(
                    "orders",
                    new AddressSettings()
                            .setMaxDeliveryAttempts(-1)
                            .setRedeliveryDelay(properties.retryDelay().toMillis())
                            .setRedeliveryMultiplier(2)
                            .setMaxRedeliveryDelay(
                                    properties.longestRetryDelay().toMillis()));
        };
    }
}
