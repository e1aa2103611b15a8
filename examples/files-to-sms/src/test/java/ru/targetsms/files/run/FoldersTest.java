package ru.targetsms.files.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    private Path base;

    private Folders folders;

    @BeforeEach
    void makeFolders() throws IOException {
        folders = new Folders(base);
        folders.create();
    }

    @Test
    void aNewNameIsFree() {
        assertThat(folders.freeName("заказы за май.csv")).isEqualTo("заказы за май.csv");
    }

    @Test
    void aNameThatHasResultsGetsTheNextNumber() throws IOException {
        Files.createFile(folders.results("orders.csv"));
        Files.createFile(folders.failed().resolve("orders-2.csv"));

        assertThat(folders.freeName("orders.csv")).isEqualTo("orders-3.csv");
    }
}
