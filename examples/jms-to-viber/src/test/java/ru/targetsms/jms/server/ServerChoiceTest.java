package ru.targetsms.jms.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ServerChoiceTest {

    @Test
    void withoutUrlsBrokerAndDatabaseRunInside() {
        StandardEnvironment environment = choose(Map.of());

        assertThat(environment.getProperty("spring.artemis.embedded.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("jms-to-viber.database.enabled")).isEqualTo("true");
    }

    @Test
    void anotherBrokerLeavesTheDatabaseInside() {
        StandardEnvironment environment = choose(Map.of("spring.artemis.broker-url", "tcp://broker.example:61616"));

        assertThat(environment.getProperty("spring.artemis.embedded.enabled")).isEqualTo("false");
        assertThat(environment.getProperty("jms-to-viber.database.enabled")).isEqualTo("true");
    }

    @Test
    void anotherDatabaseLeavesTheBrokerInside() {
        StandardEnvironment environment =
                choose(Map.of("spring.datasource.url", "jdbc:postgresql://database.example/shop"));

        assertThat(environment.getProperty("spring.artemis.embedded.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("jms-to-viber.database.enabled")).isEqualTo("false");
    }

    private static StandardEnvironment choose(Map<String, Object> options) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", options));
        new ServerChoice()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        return environment;
    }
}
