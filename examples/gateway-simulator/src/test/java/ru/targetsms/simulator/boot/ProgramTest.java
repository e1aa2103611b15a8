package ru.targetsms.simulator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.process.ForkedProgram;

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
                    .isEqualTo("Gateway simulator: http://localhost:%d (inbox), login demo, profile realistic"
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

    @Test
    void a_taken_port_is_told_in_one_line_and_ends_it_with_1(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log.txt");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ForkedProgram program = new ForkedProgram(
                        SimulatorApplication.class, log, List.of(), "--server.port=" + taken.getLocalPort())) {
            assertThat(program.endsWithin(60_000)).isTrue();

            assertThat(log)
                    .hasContent("Port %d is taken; --server.port=... chooses another".formatted(taken.getLocalPort()));
            assertThat(program.exitValue()).isOne();
        }
    }

    private ServletWebServerApplicationContext start(String... args) {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return SimulatorApplication.start(args);
    }
}
