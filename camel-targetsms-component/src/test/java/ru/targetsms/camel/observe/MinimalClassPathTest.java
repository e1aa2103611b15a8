package ru.targetsms.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.GatewaySimulator;

/**
 * The component without any jar it can do without. A class loader of its own sees the component's classes, what its POM
 * needs at run time, and the parts of Camel without which no route runs: {@code camel-core-engine} and
 * {@code camel-direct}, with what these need. Among it is {@code camel-core-languages}: camel-http brings it along, and no
 * context starts without it.
 */
class MinimalClassPathTest {

    private static final List<String> ENGINE = List.of("camel-core-engine", "camel-direct");

    @RegisterExtension
    private static final GatewaySimulator simulator = GatewaySimulator.start();

    @Test
    void theBareComponentStartsARouteAndSends() throws Exception {
        NeededJars jars = new NeededJars().by(Path.of("pom.xml")).with(ENGINE);
        assertThat(jars.artifacts())
                .contains("camel-support", "camel-http", "camel-jaxb", "httpclient5", "camel-core-engine")
                .doesNotContain(
                        "camel-health",
                        "camel-console",
                        "camel-telemetry",
                        "camel-management",
                        "camel-main",
                        "micrometer-core",
                        "gateway-simulator",
                        "logback-classic");
        ClassLoader ofTheTest = Thread.currentThread().getContextClassLoader();

        try (URLClassLoader bare = loader(jars)) {
            for (String optional : List.of(
                    "io.micrometer.core.instrument.MeterRegistry",
                    "org.apache.camel.telemetry.SpanDecorator",
                    "org.apache.camel.impl.health.DefaultHealthCheckRegistry",
                    "org.apache.camel.impl.console.DefaultDevConsoleRegistry",
                    "org.apache.camel.management.JmxManagementStrategy")) {
                assertThatThrownBy(() -> bare.loadClass(optional)).isInstanceOf(ClassNotFoundException.class);
            }
            Thread.currentThread().setContextClassLoader(bare);

            assertThat(route(bare).apply(simulator.baseUrl())).isEqualTo("ACCEPTED");
        } finally {
            Thread.currentThread().setContextClassLoader(ofTheTest);
        }

        assertThat(simulator.ledger().totals().accepted()).isEqualTo(1);
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> route(ClassLoader loader) throws ReflectiveOperationException {
        return (UnaryOperator<String>) loader.loadClass(BareRoute.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    }

    /** Sees nothing of the test's own class path. */
    private static URLClassLoader loader(NeededJars jars) throws Exception {
        List<URL> urls = new ArrayList<>();
        urls.add(Path.of("target/classes/").toUri().toURL());
        urls.add(Path.of("target/test-classes/").toUri().toURL());
        for (Path jar : jars.paths()) {
            urls.add(jar.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
