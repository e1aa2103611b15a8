package ru.targetsms.files.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the journal of a file: the one an earlier program left, or a new one. */
final class Journals {

    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);

    private final Folders folders;
    private final int chunk;

    Journals(Folders folders, int chunk) {
        this.folders = folders;
        this.chunk = chunk;
    }

    /** Returns the journal that belongs to exactly this file, by name, size and time of change. */
    Journal of(Path input) throws IOException {
        String fileName = input.getFileName().toString();
        String fingerprint = Files.size(input) + " bytes of "
                + Files.getLastModifiedTime(input).toInstant();
        if (Files.exists(path(fileName))) {
            Journal left = Journal.read(path(fileName));
            if (left.isOf(fingerprint)) {
                LOG.info("{}: going on behind message {}", ForLog.name(fileName), left.done());
                return left;
            }
            setAside(left);
            delete(fileName);
        }
        return Journal.start(path(fileName), fingerprint, folders.freeName(fileName), chunk);
    }

    /** Gives results their name that were complete when the program ended. */
    void publishLeftover(Journal journal) throws IOException {
        Path path = folders.results(journal.name());
        if (Files.exists(ResultsFile.part(path))) {
            Files.move(ResultsFile.part(path), path);
        }
    }

    void delete(String fileName) throws IOException {
        Files.deleteIfExists(path(fileName));
    }

    /** Keeps the results of a file that was changed or replaced while it was under way. */
    private void setAside(Journal left) throws IOException {
        if (left.goesTo() != null) {
            publishLeftover(left);
            return;
        }
        Path part = ResultsFile.part(folders.results(left.name()));
        if (Files.exists(part)) {
            String name = folders.freeName("interrupted-" + left.name());
            Files.move(part, folders.results(name));
            LOG.warn(
                    "{} is not the file that was under way when the program ended; what was sent of that one stands in {}",
                    ForLog.name(left.name()),
                    ForLog.name(folders.results(name).getFileName().toString()));
        }
    }

    private Path path(String fileName) {
        return folders.outbox().resolve(fileName + ".journal");
    }
}
