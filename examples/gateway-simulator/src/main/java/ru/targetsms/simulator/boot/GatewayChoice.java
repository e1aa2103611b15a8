package ru.targetsms.simulator.boot;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs the simulator inside a Camel program, with its own account, as long as the base URL names this machine. With any
 * other base URL there is no web server, and no account but the user's. Add it to the application before it runs:
 *
 * <pre>{@code
 * application.addListeners(new GatewayChoice());
 * }</pre>
 */
public final class GatewayChoice implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** Names the property that says whether the simulator runs inside. */
    public static final String SIMULATOR = "targetsms.simulator.enabled";

    /** Names the property that holds the gateway's base URL. */
    public static final String BASE_URL = "camel.component.targetsms.base-url";

    private static final String USERNAME = "camel.component.targetsms.username";
    private static final String PASSWORD = "camel.component.targetsms.password";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Decides, beneath everything the user has set. */
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        boolean here = isHere(environment.getProperty(BASE_URL, ""));
        boolean simulator = environment.getProperty(SIMULATOR, Boolean.class, here);
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(SIMULATOR, simulator);
        defaults.put("spring.main.web-application-type", simulator ? "servlet" : "none");
        if (here && !environment.containsProperty("camel.component.targetsms.token")) {
            defaults.put(USERNAME, environment.getProperty("targetsms.simulator.login", "demo"));
            defaults.put(PASSWORD, environment.getProperty("targetsms.simulator.password", "demo"));
        }
        environment.getPropertySources().addLast(new MapPropertySource("gatewayChoice", defaults));
    }

    /** Tells whether a base URL names this machine: what stands there is no gateway that reaches anybody. */
    public static boolean isHere(String baseUrl) {
        try {
            return THIS_MACHINE.contains(String.valueOf(URI.create(baseUrl).getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
