package ru.targetsms.simulator.boot;

import java.net.InetAddress;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.web.SimulatorWeb;

/**
 * Runs the simulator in the application's own web server when {@code targetsms.simulator.enabled=true}. As long as
 * nobody sets {@code server.address}, that server then listens on loopback only.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "targetsms.simulator.enabled", havingValue = "true")
@EnableConfigurationProperties(SimulatorProperties.class)
@Import(SimulatorWeb.class)
public class SimulatorAutoConfiguration {

    /** Makes the simulator; a {@link Clock} bean of the application moves its states. */
    @Bean
    @ConditionalOnMissingBean
    Simulator targetSmsSimulator(SimulatorProperties properties, ObjectProvider<Clock> clock) {
        return new Simulator(properties.options(clock.getIfUnique(Clock::systemUTC)));
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> targetSmsSimulatorLoopback(Environment environment) {
        return factory -> {
            if (!environment.containsProperty("server.address")) {
                factory.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }
}
