package ru.targetsms.jms;

import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.ApplicationPidFileWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import ru.targetsms.camel.tracking.DeliveryTracker;
import ru.targetsms.camel.tracking.JdbcDeliveryTracker;
import ru.targetsms.jms.server.ServerChoice;
import ru.targetsms.simulator.boot.GatewayChoice;

/** Sends a Viber message, with SMS as fallback, for every order of a queue, and takes the delivery reports. */
@SpringBootApplication
@EnableConfigurationProperties(JmsToViberProperties.class)
public class JmsToViberApplication {

    /** Starts the program; it runs until it is stopped. */
    public static void main(String[] args) {
        start(args);
    }

    static ConfigurableApplicationContext start(String... args) {
        SpringApplication application = new SpringApplication(JmsToViberApplication.class);
        application.addListeners(new GatewayChoice(), new ServerChoice(), new ApplicationPidFileWriter());
        return application.run(args);
    }

    /** Stops Camel before the servers inside: they have to answer what is still on its way to them. */
    @EventListener
    void stopCamelFirst(ContextClosedEvent closed) {
        closed.getApplicationContext().getBean(CamelContext.class).stop();
    }

    /** Keeps what is to be reported in the database, so that it outlives the program. */
    @Bean
    DeliveryTracker deliveryTracker(DataSource dataSource) {
        return new JdbcDeliveryTracker(dataSource);
    }
}
