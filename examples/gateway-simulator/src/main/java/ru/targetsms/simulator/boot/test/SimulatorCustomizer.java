package ru.targetsms.simulator.boot.test;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.model.Profile;

/** Starts a simulator for an application under test. Two that are equal share the application. */
record SimulatorCustomizer(Profile profile, int speed) implements ContextCustomizer {

    static final String BEAN = "gatewaySimulator";

    private static final String COMPONENT = "camel.component.targetsms.";
    private static final String LOGIN = "demo";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ConfigurableEnvironment environment = context.getEnvironment();
        String token = environment.getProperty(COMPONENT + "token");
        GatewaySimulator simulator = GatewaySimulator.builder()
                .account(LOGIN, LOGIN)
                .token(token)
                .profile(profile)
                .speed(speed)
                .start();
        register(simulator, (DefaultSingletonBeanRegistry) context.getBeanFactory());

        Map<String, Object> properties = new HashMap<>();
        properties.put("targetsms.simulator.enabled", false);
        properties.put(COMPONENT + "base-url", simulator.baseUrl());
        if (token == null) {
            properties.put(COMPONENT + "username", LOGIN);
            properties.put(COMPONENT + "password", LOGIN);
        }
        environment.getPropertySources().addFirst(new MapPropertySource(BEAN, properties));
    }

    /** Makes it a bean: the first there is, and so the last to be closed. */
    private static void register(GatewaySimulator simulator, DefaultSingletonBeanRegistry beans) {
        beans.registerSingleton(BEAN, simulator);
        beans.registerDisposableBean(BEAN, simulator::close);
    }
}
