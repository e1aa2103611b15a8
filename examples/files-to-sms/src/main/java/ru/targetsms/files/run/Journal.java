package ru.targetsms.files.run;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/**
 * Remembers on disk how far a file has come, so that a program that was killed goes on where it stopped. It is written
 * before a chunk is sent and after its results are safe. Not for use by several threads.
 */
final class Journal {

    private final Path path;
    private final Properties values;

    private Journal(Path path, Properties values) {
        this.path = path;
        this.values = values;
    }

    /** Begins a journal; nothing is on disk before the first {@link #begin}. */
    static Journal start(Path path, String fingerprint, String name) {
        Properties values = new Properties();
        values.setProperty("input", fingerprint);
        values.setProperty("name", name);
        return new Journal(path, values);
    }

    /** Reads the journal that an earlier program left. */
    static Journal read(Path path) throws IOException {
        Properties values = new Properties();
        values.load(new StringReader(Files.readString(path)));
        return new Journal(path, values);
    }

    boolean isOf(String fingerprint) {
        return fingerprint.equals(values.getProperty("input"));
    }

    String name() {
        return values.getProperty("name");
    }

    /** Returns how many messages have their result on disk. */
    long done() {
        return number("done");
    }

    /** Returns how many messages may have been sent: those behind {@link #done()} have no result. */
    long begun() {
        return number("begun");
    }

    /** Returns how long the results file is that holds the results of {@link #done()} messages. */
    long length() {
        return number("length");
    }

    Tally tally() {
        return Tally.load(values);
    }

    /** Returns the folder the input goes to, once the results are published; before that null. */
    String goesTo() {
        return values.getProperty("goes-to");
    }

    void begin(long begun) throws IOException {
        set("begun", begun);
        save();
    }

    void done(long done, long length, Tally tally) throws IOException {
        set("done", done);
        set("length", length);
        tally.store(values);
        save();
    }

    void publish(String folder) throws IOException {
        values.setProperty("goes-to", folder);
        save();
    }

    private void save() throws IOException {
        StringWriter text = new StringWriter();
        values.store(text, null);
        Path next = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(next, text.toString());
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private void set(String key, long value) {
        values.setProperty(key, Long.toString(value));
    }

    private long number(String key) {
        return Long.parseLong(values.getProperty(key, "0"));
    }
}
