package ru.targetsms.files.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.camel.model.Outcome;

class ResultsFileTest {

    private static final String HEADER = "line,phone,client_id_message,outcome,id_message,text\n";

    @TempDir
    private Path folder;

    @Test
    void resultsHaveTheirNameOnlyWhenTheyArePublished() throws IOException {
        Path path = folder.resolve("orders.results.csv");

        try (ResultsFile results = new ResultsFile(path, 0)) {
            results.append(List.of(row(2, "send")));
            assertThat(path).doesNotExist();
            results.publish();
        }

        assertThat(path).content().isEqualTo(HEADER + "2,70000001101,7,ACCEPTED,1001,send\n");
        assertThat(folder).isDirectoryContaining(file -> file.equals(path));
        assertThat(ResultsFile.part(path)).doesNotExist();
    }

    @Test
    void whatIsBehindTheLastChunkThatIsKnownToBeCompleteIsCutOff() throws IOException {
        Path path = folder.resolve("orders.results.csv");
        long length;
        try (ResultsFile interrupted = new ResultsFile(path, 0)) {
            length = interrupted.append(List.of(row(2, "send")));
            interrupted.append(List.of(row(3, "torn")));
        }

        try (ResultsFile results = new ResultsFile(path, length)) {
            results.append(List.of(row(3, "again")));
            results.publish();
        }

        assertThat(path)
                .content()
                .isEqualTo(HEADER + "2,70000001101,7,ACCEPTED,1001,send\n3,70000001101,7,ACCEPTED,1001,again\n");
    }

    @Test
    void theGatewaysWordsAreQuotedWhereNeeded() throws IOException {
        Path path = folder.resolve("orders.results.csv");

        try (ResultsFile results = new ResultsFile(path, 0)) {
            results.append(List.of(row(2, "Нет отправителя, \"Shop\"")));
            results.publish();
        }

        assertThat(path).content().endsWith("2,70000001101,7,ACCEPTED,1001,\"Нет отправителя, \"\"Shop\"\"\"\n");
    }

    private static ResultRow row(long line, String text) {
        return new ResultRow(line, "70000001101", "7", Outcome.ACCEPTED, "1001", text);
    }
}
