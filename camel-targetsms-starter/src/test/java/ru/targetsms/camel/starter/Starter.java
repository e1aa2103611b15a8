package ru.targetsms.camel.starter;

import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import ru.targetsms.camel.TargetSmsComponent;

/** Runs an application with the starter and the given {@code camel.component.targetsms.*} properties. */
final class Starter {

    private Starter() {}

    /** Returns a runner; each property is written without its prefix. */
    static ApplicationContextRunner with(String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(CamelAutoConfiguration.class, TargetSmsComponentAutoConfiguration.class))
                .withPropertyValues(Arrays.stream(properties)
                        .map(property -> "camel.component.targetsms." + property)
                        .toArray(String[]::new));
    }

    /** Gives the component named {@code targetsms} to the assertions. */
    static void component(ApplicationContextRunner application, Consumer<TargetSmsComponent> assertions) {
        component(application, "targetsms", assertions);
    }

    /** Gives the component of that name to the assertions. */
    static void component(ApplicationContextRunner application, String name, Consumer<TargetSmsComponent> assertions) {
        application.run(context ->
                assertions.accept(context.getBean(CamelContext.class).getComponent(name, TargetSmsComponent.class)));
    }

    /** Returns the first cause of that type, {@code null} when there is none. */
    static <T extends Throwable> T cause(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return type.cast(cause);
    }
}
