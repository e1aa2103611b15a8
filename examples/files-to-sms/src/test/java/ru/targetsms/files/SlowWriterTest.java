package ru.targetsms.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.simulator.GatewaySimulator;

class SlowWriterTest {

    private static final int ROWS = 30;

    @TempDir
    private Path base;

    @Test
    void aFileStillBeingWrittenIsNotTaken() throws IOException {
        try (GatewaySimulator gateway = GatewaySimulator.start();
                Program program = Program.start(base, gateway.baseUrl(), "java", "--files-to-sms.quiet=1500")) {
            Path growing = program.folders().inbox().resolve("growing.csv");
            Files.writeString(growing, "phone,text_sms\n");
            AtomicInteger row = new AtomicInteger();

            await().pollInterval(Duration.ofMillis(100)).until(() -> {
                String line = (70000003100L + row.get()) + ",Row\n";
                Files.writeString(growing, line, StandardOpenOption.APPEND);
                return row.incrementAndGet() == ROWS;
            });

            assertThat(program.resultsOnceDone("growing.csv").rows()).hasSize(ROWS);
        }
    }
}
