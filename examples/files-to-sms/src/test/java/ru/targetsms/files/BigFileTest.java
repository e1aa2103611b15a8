package ru.targetsms.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.files.run.Folders;
import ru.targetsms.simulator.process.ForkedProgram;

class BigFileTest {

    private static final int ROWS = 100_000;

    @TempDir
    private Path base;

    @Test
    void aHundredThousandRowsGoThroughWith128MegabytesTheSimulatorIncluded() throws IOException {
        Folders folders = new Folders(base);
        writeRows(folders);
        int port = ForkedProgram.freePort();
        Path log = base.resolve("log.txt");

        try (ForkedProgram program = new ForkedProgram(
                FilesToSmsApplication.class,
                log,
                List.of("-Xmx128m"),
                "--files-to-sms.folder=" + base,
                "--server.port=" + port)) {
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> Files.exists(folders.done().resolve("big.csv")) || !program.isAlive());
            assertThat(log).content().doesNotContain("OutOfMemory", "ERROR");

            assertEveryRowAccepted(folders.results("big.csv"));
            JsonNode ledger = new ObjectMapper()
                    .readTree(URI.create("http://localhost:" + port + "/api/v1/ledger")
                            .toURL());
            assertThat(ledger.path("accepted").asLong()).isEqualTo(ROWS);
            assertThat(ledger.path("distinct_recipients").asLong()).isEqualTo(ROWS);
            assertThat(ledger.path("doubled_recipients").asLong()).isZero();
        }
    }

    private static void writeRows(Folders folders) throws IOException {
        folders.create();
        try (BufferedWriter writer = Files.newBufferedWriter(folders.inbox().resolve("big.csv"))) {
            writer.write("phone;text_sms;sender_sms\n");
            for (int row = 0; row < ROWS; row++) {
                writer.write(
                        (70001000000L + row) + ";Ваш заказ " + row + " готов, ждём вас в магазине до 21:00;Shop\n");
            }
        }
    }

    private static void assertEveryRowAccepted(Path results) throws IOException {
        long line = 1;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(results)) {
            for (NamedCsvRecord row : csv) {
                line++;
                assertThat(row.getField("line")).isEqualTo(Long.toString(line));
                assertThat(row.getField("outcome")).isEqualTo("ACCEPTED");
            }
        }
        assertThat(line).isEqualTo(ROWS + 1);
    }
}
