package ru.targetsms.files.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names the four folders under one: {@code inbox}, {@code outbox}, {@code done}, {@code failed}.
 *
 * @param base the folder they lie in
 */
public record Folders(Path base) {

    static final String DONE = "done";
    static final String FAILED = "failed";

    /** Makes the path absolute, since the folders are named to the user. */
    public Folders {
        base = base.toAbsolutePath().normalize();
    }

    /** Returns where files are taken from. */
    public Path inbox() {
        return base.resolve("inbox");
    }

    /** Returns where results are written to. */
    public Path outbox() {
        return base.resolve("outbox");
    }

    /** Returns where files go whose every row has a final answer. */
    public Path done() {
        return base.resolve(DONE);
    }

    /** Returns where files go that were refused, or not sent to their end. */
    public Path failed() {
        return base.resolve(FAILED);
    }

    /** Returns where the results of a file go. */
    public Path results(String name) {
        return outbox().resolve(name + ".results.csv");
    }

    /** Returns where those rows of a file go that could be sent again. */
    public Path rest(String name) {
        return outbox().resolve(name + ".rest.csv");
    }

    /** Makes the folders that are missing. */
    public void create() throws IOException {
        for (Path folder : new Path[] {inbox(), outbox(), done(), failed()}) {
            Files.createDirectories(folder);
        }
    }

    /**
     * Returns the file's name, or the name with a number ({@code orders-2.csv}) when an earlier file of that name has
     * left results: nothing is ever overwritten.
     */
    public String freeName(String fileName) {
        int dot = fileName.lastIndexOf('.') < 0 ? fileName.length() : fileName.lastIndexOf('.');
        String name = fileName;
        for (int n = 2; isTaken(name); n++) {
            name = fileName.substring(0, dot) + "-" + n + fileName.substring(dot);
        }
        return name;
    }

    private boolean isTaken(String name) {
        return Files.exists(results(name))
                || Files.exists(done().resolve(name))
                || Files.exists(failed().resolve(name));
    }
}
