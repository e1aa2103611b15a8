package ru.targetsms.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.files.run.Folders;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.process.ForkedProgram;

class InterruptionTest {

    private static final int ROWS = 6_000;

    @TempDir
    private Path base;

    @Test
    void aKilledProgramGoesOnWhereItStoppedAndSendsNothingTwice() throws IOException {
        try (GatewaySimulator gateway = GatewaySimulator.start()) {
            Folders folders = new Folders(base);
            Program.drop(folders, "orders.csv", rows());

            interrupt(gateway, ForkedProgram::kill);
            assertThat(folders.inbox().resolve("orders.csv")).exists();
            assertThat(folders.results("orders.csv")).doesNotExist();

            assertTheRestIsSent(gateway, folders);
        }
    }

    @Test
    void aStoppedProgramLeavesTheFileAndGoesOnWithIt() throws IOException {
        try (GatewaySimulator gateway = GatewaySimulator.start()) {
            Folders folders = new Folders(base);
            Program.drop(folders, "orders.csv", rows());

            interrupt(gateway, ForkedProgram::stop);
            assertThat(folders.inbox().resolve("orders.csv")).exists();
            assertThat(base.resolve("log.txt")).content().contains("orders.csv stays in the inbox");

            assertTheRestIsSent(gateway, folders);
            assertThat(gateway.ledger().totals().duplicatesRefused()).isZero();
        }
    }

    private void interrupt(GatewaySimulator gateway, Consumer<ForkedProgram> how) throws IOException {
        try (ForkedProgram program = fork(gateway)) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> gateway.ledger().totals().accepted() > 500);
            how.accept(program);
        }
    }

    private void assertTheRestIsSent(GatewaySimulator gateway, Folders folders) throws IOException {
        try (ForkedProgram program = fork(gateway)) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> Files.exists(folders.done().resolve("orders.csv")) || !program.isAlive());
        }
        Results results = Results.of(folders.results("orders.csv"));
        assertThat(results.column("line"))
                .containsExactlyElementsOf(IntStream.rangeClosed(2, ROWS + 1)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(results.count("ACCEPTED") + results.count("DUPLICATE")).isEqualTo(ROWS);
        assertThat(gateway.ledger().totals().accepted()).isEqualTo(ROWS);
        assertThat(gateway.ledger().totals().doubledRecipients()).isZero();
    }

    private ForkedProgram fork(GatewaySimulator gateway) throws IOException {
        return new ForkedProgram(
                FilesToSmsApplication.class,
                base.resolve("log.txt"),
                List.of("-Xmx128m"),
                Program.arguments(base, gateway.baseUrl(), "java", "--files-to-sms.chunk=100"));
    }

    private static String rows() {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> (70000100000L + row) + ",Row " + row)
                .collect(Collectors.joining("\n", "phone,text_sms\n", "\n"));
    }
}
