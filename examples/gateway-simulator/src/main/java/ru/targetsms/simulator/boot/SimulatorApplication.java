package ru.targetsms.simulator.boot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Runs the simulator as a program, on {@code http://localhost:8025} unless {@code --server.port} says otherwise. With
 * {@code --demo} it has messages from the start, and the profile {@code realistic}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SimulatorApplication {

    private static final String FRAMEWORK = "org.springframework.boot";

    /** Ends with 1 when the port is taken. */
    public static void main(String[] args) {
        try {
            start(args);
        } catch (RuntimeException e) {
            PortInUseException taken = taken(e).orElseThrow(() -> e);
            System.err.printf("Port %d is taken; --server.port=... chooses another%n", taken.getPort());
            System.exit(1);
        }
    }

    static ServletWebServerApplicationContext start(String... args) {
        boolean demo = List.of(args).contains("--demo");
        var application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(SimulatorApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of(
                        "targetsms.simulator.enabled", "true",
                        "targetsms.simulator.demo", Boolean.toString(demo),
                        "targetsms.simulator.profile", demo ? "realistic" : "instant",
                        "server.port", "8025",
                        "logging.level.root", "WARN",
                        "logging.level.org.springframework.boot.web.servlet.context", "ERROR",
                        "logging.level.ru.targetsms.simulator.gateway", "INFO"))
                .listeners((ApplicationListener<ApplicationFailedEvent>) SimulatorApplication::hush)
                .run(args);
        SimulatorProperties properties = application.getBean(SimulatorProperties.class);
        System.out.printf(
                "Gateway simulator: http://localhost:%d (inbox), login %s, profile %s%n",
                application.getWebServer().getPort(),
                properties.login(),
                properties.profile().name().toLowerCase(Locale.ROOT));
        return application;
    }

    /** Keeps the framework from its page about a taken port: one line is enough. */
    private static void hush(ApplicationFailedEvent event) {
        taken(event.getException()).ifPresent(taken -> LoggingSystem.get(SimulatorApplication.class.getClassLoader())
                .setLogLevel(FRAMEWORK, LogLevel.OFF));
    }

    private static Optional<PortInUseException> taken(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(PortInUseException.class::isInstance)
                .map(PortInUseException.class::cast)
                .findFirst();
    }
}
