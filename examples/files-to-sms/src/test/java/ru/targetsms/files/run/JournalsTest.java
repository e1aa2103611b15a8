package ru.targetsms.files.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.camel.model.Outcome;

class JournalsTest {

    @TempDir
    private Path base;

    private Folders folders;
    private Journals journals;
    private Path input;

    @BeforeEach
    void dropAFile() throws IOException {
        folders = new Folders(base);
        folders.create();
        journals = new Journals(folders, 100);
        input = Files.writeString(folders.inbox().resolve("orders.csv"), "phone,text_sms\n70000001101,Hello\n");
    }

    @Test
    void aFileThatWasUnderWayIsGoneOnWithUnderTheSameKeys() throws IOException {
        Journal before = journals.of(input);
        Tally tally = new Tally();
        tally.add(Outcome.ACCEPTED);
        before.done(1, 77, tally);

        Journal after = journals.of(input);

        assertThat(after.done()).isEqualTo(1);
        assertThat(after.length()).isEqualTo(77);
        assertThat(after.tally().accepted()).isEqualTo(1);
        assertThat(after.mayHaveLeft()).isEqualTo(101);
        assertThat(after.key(5)).isEqualTo(before.key(5));
    }

    @Test
    void theSameFileDroppedAgainHasOtherKeys() throws IOException {
        Journal first = journals.of(input);
        journals.delete("orders.csv");

        assertThat(journals.of(input).key(5)).isNotEqualTo(first.key(5));
    }

    @Test
    void resultsOfAFileThatWasReplacedWhileUnderWayAreKept() throws IOException {
        Journal before = journals.of(input);
        try (ResultsFile results = new ResultsFile(folders.results(before.name()), 0)) {
            before.done(1, results.append(List.of(row())), new Tally());
        }
        Files.writeString(input, "phone,text_sms\n70000001102,Something else\n");

        Journal after = journals.of(input);

        assertThat(after.done()).isZero();
        assertThat(folders.results("interrupted-orders.csv")).content().contains("2,70000001101,7,ACCEPTED");
    }

    @Test
    void aFileWhoseResultsWereCompleteIsNotSentAgain() throws IOException {
        Journal before = journals.of(input);
        try (ResultsFile results = new ResultsFile(folders.results(before.name()), 0)) {
            before.done(1, results.append(List.of(row())), new Tally());
            before.publish("done");
        }

        Journal after = journals.of(input);
        journals.publishLeftover(after);

        assertThat(after.goesTo()).isEqualTo("done");
        assertThat(folders.results("orders.csv")).content().contains("2,70000001101,7,ACCEPTED");
    }

    private static ResultRow row() {
        return new ResultRow(2, "70000001101", "7", Outcome.ACCEPTED, "1001", "send");
    }
}
