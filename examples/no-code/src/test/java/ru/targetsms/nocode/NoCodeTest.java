package ru.targetsms.nocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.targetsms.simulator.assertion.SimulatorAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.simulator.GatewaySimulator;

/** Starts the example as it is, on another port and in other folders. */
class NoCodeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Main main;
    private GatewaySimulator simulator;

    @BeforeEach
    void startTheExample() throws IOException {
        main = new Main();
        main.addOverrideProperty("simulator.port", String.valueOf(freePort()));
        main.addOverrideProperty("no-code.folder", folder.toString());
        main.addOverrideProperty("reports.first-poll-delay", "100");
        main.start();
        simulator = main.getCamelContext().getRegistry().lookupByNameAndType("gateway", GatewaySimulator.class);
    }

    @AfterEach
    void stopTheExample() {
        main.stop();
    }

    @Test
    void theSampleIsSentAndReported() throws IOException {
        assertThat(simulator).within(PATIENCE).received("79001234567").once().withText("Your order 1001 is ready");
        assertThat(simulator).received("79001234568").once().byViberThenSms();

        await().atMost(PATIENCE)
                .until(() -> files("done").size() == 1 && reports().size() == 3);

        JsonNode results = new ObjectMapper().readTree(results().toFile());
        assertThat(results.findValuesAsText("outcome")).containsExactly("ACCEPTED", "ACCEPTED", "ACCEPTED", "INVALID");
        JsonNode report = new ObjectMapper().readTree(reports().get(0));
        assertThat(results.findValuesAsText("id_message"))
                .contains(report.get("id_message").asText());
        assertThat(report.get("final").asBoolean()).isTrue();
    }

    @Test
    void aFileThatIsDroppedIsSentAndOneThatCannotBeReadIsSetAside() throws IOException {
        drop("mine.json", "{\"phone\":\"79007654321\",\"text_sms\":\"mine\"}");
        drop("cut.json", "{\"phone\":\"79007654322\",\"text_sms\":\"cu");

        assertThat(simulator).within(PATIENCE).received("79007654321").once().withText("mine");
        await().atMost(PATIENCE).until(() -> files("failed").size() == 1);
        assertThat(files("failed").get(0)).hasContent("{\"phone\":\"79007654322\",\"text_sms\":\"cu");
        assertThat(simulator).receivedNothingAt("79007654322");
    }

    @Test
    void thereIsNoCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toString))
                    .isNotEmpty()
                    .allMatch(name -> name.matches(".*[.](yaml|json|properties|xml)"));
        }
    }

    private void drop(String name, String content) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Path unfinished = Files.writeString(inbox.resolve(name + ".part"), content);
        Files.move(unfinished, inbox.resolve(name));
    }

    private Path results() throws IOException {
        return files("outbox").stream()
                .filter(file -> file.toString().endsWith(".results.json"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> reports() throws IOException {
        Path reports = folder.resolve("outbox/reports.jsonl");
        return Files.exists(reports) ? Files.readAllLines(reports) : List.of();
    }

    private List<Path> files(String name) throws IOException {
        Path in = folder.resolve(name);
        if (!Files.exists(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
