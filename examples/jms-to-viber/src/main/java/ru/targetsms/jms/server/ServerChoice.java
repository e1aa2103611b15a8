package ru.targetsms.jms.server;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs broker and database inside the program, each as long as no URL names another: {@code spring.artemis.broker-url}
 * and {@code spring.datasource.url}.
 */
public final class ServerChoice implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    static final String BROKER = "spring.artemis.embedded.enabled";
    static final String DATABASE = "jms-to-viber.database.enabled";

    /** Decides, beneath everything the user has set. */
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "serverChoice",
                        Map.of(
                                BROKER, !environment.containsProperty("spring.artemis.broker-url"),
                                DATABASE, !environment.containsProperty("spring.datasource.url"))));
    }
}
