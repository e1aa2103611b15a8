package ru.targetsms.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import ru.targetsms.files.run.Folders;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.process.ForkedProgram;

/** The program as a newcomer starts it: no option but those that keep it out of other tests' way. */
@ExtendWith(OutputCaptureExtension.class)
class SampleTest {

    @TempDir
    private Path base;

    @Test
    void oneCommandShowsAcceptedMessages(CapturedOutput output) throws IOException {
        Folders folders = new Folders(base);

        try (ConfigurableApplicationContext program = start()) {
            awaitDone(folders);

            assertThat(Results.of(folders.results("sample.csv")).outcomes())
                    .containsExactly("2 ACCEPTED", "3 ACCEPTED", "4 ACCEPTED", "4 ACCEPTED", "5 INVALID");
            assertThat(program.getBean(Simulator.class).ledger().totals().accepted())
                    .isEqualTo(4);
            await().untilAsserted(() -> assertThat(output)
                    .contains("sample.csv: 4 accepted, 1 refused, 0 not sent, 0 unknown", "sample.csv.results.csv")
                    .contains("See the messages on a phone: http://localhost:"
                            + program.getEnvironment().getProperty("server.port") + "/"));
        }
    }

    @Test
    void theSampleIsTakenOnceOnly() throws IOException {
        Folders folders = new Folders(base);
        try (ConfigurableApplicationContext first = start()) {
            awaitDone(folders);
        }

        try (ConfigurableApplicationContext second = start()) {
            assertThat(folders.inbox()).isEmptyDirectory();
            assertThat(second.getBean(Simulator.class).ledger().totals().accepted())
                    .isZero();
        }
    }

    private ConfigurableApplicationContext start() throws IOException {
        return FilesToSmsApplication.start(
                "--files-to-sms.folder=" + base, "--server.port=" + ForkedProgram.freePort());
    }

    private static void awaitDone(Folders folders) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(folders.done().resolve("sample.csv")));
    }
}
