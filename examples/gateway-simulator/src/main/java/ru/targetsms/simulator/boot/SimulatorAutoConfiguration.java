package ru.targetsms.simulator.boot;

import java.net.InetAddress;
import java.time.Clock;
import org.apache.catalina.startup.Tomcat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.server.SimulatorPages;
import ru.targetsms.simulator.server.SimulatorWeb;
import ru.targetsms.simulator.server.TomcatConnections;

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
        Clock real = clock.getIfUnique(Clock::systemUTC);
        return properties.demo() ? Demo.simulator(properties, real) : new Simulator(properties.options(real));
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> targetSmsSimulatorLoopback(Environment environment) {
        return factory -> {
            if (!environment.containsProperty("server.address")) {
                factory.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "targetsms.simulator.page", matchIfMissing = true)
    @Import(SimulatorPages.class)
    static class WithPages {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Tomcat.class, TomcatServletWebServerFactory.class})
    static class OnTomcat {

        @Bean
        Connections targetSmsSimulatorConnections() {
            return new Connections();
        }
    }

    /**
     * Opens Tomcat's connections to the faults that touch them. It comes first: an application that sets a protocol of
     * its own keeps it, and these faults are refused then, as they are in another web server.
     */
    static final class Connections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            TomcatConnections.open(factory);
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
