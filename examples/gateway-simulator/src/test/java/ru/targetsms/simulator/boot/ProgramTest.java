package ru.targetsms.simulator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.Profile;

class ProgramTest {

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void giveBackTheConsole() {
        System.setOut(console);
    }

    @Test
    void it_prints_where_it_listens_and_nothing_else() {
        try (var program = start("--server.port=0", "--targetsms.simulator.profile=realistic")) {
            assertThat(printed.toString(StandardCharsets.UTF_8).strip())
                    .isEqualTo("Gateway simulator: http://localhost:%d, login demo, profile realistic"
                            .formatted(program.getWebServer().getPort()));
            assertThat(program.getBean(Simulator.class).options().profile()).isEqualTo(Profile.REALISTIC);
        }
    }

    @Test
    void it_listens_on_port_8025_of_loopback_unless_told_otherwise() {
        try (var program = start("--server.port=0")) {
            var tomcat = (TomcatWebServer) program.getWebServer();

            assertThat(tomcat.getTomcat().getConnector().getProperty("address"))
                    .isEqualTo(InetAddress.getLoopbackAddress());
            assertThat(program.getEnvironment().getPropertySources().get("defaultProperties"))
                    .extracting(source -> source.getProperty("server.port"))
                    .isEqualTo("8025");
        }
    }

    private ServletWebServerApplicationContext start(String... args) {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return SimulatorApplication.start(args);
    }
}
