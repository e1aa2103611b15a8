package ru.targetsms.simulator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class GatewayChoiceTest {

    @Test
    void onThisMachineTheSimulatorRunsWithItsOwnAccount() {
        StandardEnvironment environment = choose(Map.of("base-url", "http://localhost:8025"));

        assertThat(environment.getProperty("targetsms.simulator.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("camel.component.targetsms.username"))
                .isEqualTo("demo");
        assertThat(environment.getProperty("spring.main.web-application-type")).isEqualTo("servlet");
    }

    @Test
    void withTheRealGatewayThereIsNeitherSimulatorNorDemoAccount() {
        StandardEnvironment environment = choose(Map.of("base-url", "https://sms.targetsms.ru"));

        assertThat(environment.getProperty("targetsms.simulator.enabled")).isEqualTo("false");
        assertThat(environment.getProperty("camel.component.targetsms.username"))
                .isNull();
        assertThat(environment.getProperty("camel.component.targetsms.password"))
                .isNull();
        assertThat(environment.getProperty("spring.main.web-application-type")).isEqualTo("none");
    }

    @Test
    void theUsersOwnAccountWins() {
        StandardEnvironment environment =
                choose(Map.of("base-url", "http://127.0.0.1:8025", "username", "me", "password", "mine"));

        assertThat(environment.getProperty("camel.component.targetsms.username"))
                .isEqualTo("me");
        assertThat(environment.getProperty("camel.component.targetsms.password"))
                .isEqualTo("mine");
    }

    @Test
    void aTokenNeedsNoAccount() {
        StandardEnvironment environment = choose(Map.of("base-url", "http://localhost:8025", "token", "t"));

        assertThat(environment.getProperty("camel.component.targetsms.username"))
                .isNull();
    }

    private static StandardEnvironment choose(Map<String, Object> options) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        options.entrySet().stream()
                                .collect(Collectors.toMap(
                                        option -> "camel.component.targetsms." + option.getKey(),
                                        Map.Entry::getValue))));
        new GatewayChoice()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        return environment;
    }
}
