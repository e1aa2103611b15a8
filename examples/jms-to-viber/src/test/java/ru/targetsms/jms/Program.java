package ru.targetsms.jms;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import ru.targetsms.simulator.process.ForkedProgram;

/** The whole program, in this JVM, with a folder and a gateway of the test's own. */
final class Program implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Program(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Program start(Path folder, String baseUrl) throws IOException {
        return new Program(JmsToViberApplication.start(
                arguments(folder, baseUrl, "--jms-to-viber.broker-port=" + ForkedProgram.freePort())));
    }

    static String[] arguments(Path folder, String baseUrl, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--jms-to-viber.folder=" + folder,
                "--jms-to-viber.retry-delay=100ms",
                "--jms-to-viber.longest-retry-delay=500ms",
                "--camel.component.targetsms.first-poll-delay=100ms",
                "--camel.component.targetsms.max-poll-delay=500ms",
                "--camel.component.targetsms.claim-timeout=3s",
                "--targetsms.simulator.enabled=false",
                "--camel.component.targetsms.base-url=" + baseUrl));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    Queues queues() {
        return new Queues(context.getBean(ConnectionFactory.class));
    }

    JdbcTemplate database() {
        return context.getBean(JdbcTemplate.class);
    }

    CamelContext camel() {
        return context.getBean(CamelContext.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
