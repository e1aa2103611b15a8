package ru.targetsms.files.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.support.SynchronizationAdapter;

/** Forgets the journal once the file consumer has moved the input: runs after it. */
final class Cleanup extends SynchronizationAdapter {

    private final Path input;
    private final Journals journals;

    Cleanup(Path input, Journals journals) {
        this.input = input;
        this.journals = journals;
    }

    @Override
    public void onDone(Exchange exchange) {
        try {
            FileRun run = exchange.getProperty(FileRuns.RUN, FileRun.class);
            if (run != null) {
                run.close();
            }
            if (Files.notExists(input)) {
                journals.delete(input.getFileName().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST;
    }
}
