package ru.targetsms.simulator.boot;

import java.util.Locale;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Runs the simulator as a program, on {@code http://localhost:8025} unless {@code --server.port} says otherwise. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SimulatorApplication {

    public static void main(String[] args) {
        start(args);
    }

    static ServletWebServerApplicationContext start(String... args) {
        var application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(SimulatorApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "targetsms.simulator.enabled=true",
                        "server.port=8025",
                        "logging.level.root=WARN",
                        "logging.level.ru.targetsms.simulator.gateway=INFO")
                .run(args);
        SimulatorProperties properties = application.getBean(SimulatorProperties.class);
        System.out.printf(
                "Gateway simulator: http://localhost:%d, login %s, profile %s%n",
                application.getWebServer().getPort(),
                properties.login(),
                properties.profile().name().toLowerCase(Locale.ROOT));
        return application;
    }
}
