package ru.targetsms.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.GatewaySimulator;

/**
 * The component without any jar it can do without. A JVM of its own sees the component's classes, what its POM
 * needs at run time, and the parts of Camel without which no route runs: {@code camel-core-engine} and
 * {@code camel-direct}, with what these need. Among it is {@code camel-core-languages}: camel-http brings it along, and no
 * context starts without it.
 */
class MinimalClassPathTest {

    private static final List<String> ENGINE = List.of("camel-core-engine", "camel-direct");

    private static final List<String> OPTIONAL = List.of(
            "io.micrometer.core.instrument.MeterRegistry",
            "org.apache.camel.telemetry.SpanDecorator",
            "org.apache.camel.impl.health.DefaultHealthCheckRegistry",
            "org.apache.camel.impl.console.DefaultDevConsoleRegistry",
            "org.apache.camel.management.JmxManagementStrategy",
            "org.apache.camel.builder.endpoint.EndpointRouteBuilder");

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
                        "camel-endpointdsl",
                        "micrometer-core",
                        "gateway-simulator",
                        "logback-classic");

        assertThat(run(jars)).isEqualTo("ACCEPTED");
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(1);
    }

    /** In a JVM of its own, which sees nothing of the test's class path. */
    private static String run(NeededJars jars) throws Exception {
        String classPath = Stream.concat(
                        Stream.of(Path.of("target/classes"), Path.of("target/test-classes")), jars.paths().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath,
                BareRoute.class.getName(),
                simulator.baseUrl()));
        command.addAll(OPTIONAL);
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed;
    }
}
