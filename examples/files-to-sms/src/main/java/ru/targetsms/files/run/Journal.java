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
import java.util.UUID;

/**
 * Remembers on disk how far a file has come, so that a program that was killed goes on where it stopped. It is written
 * before the first message is sent and whenever the results of a chunk are safe. Not for use by several threads.
 */
final class Journal {

    private final Path path;
    private final Properties values;
    private final long mayHaveLeft;

    private Journal(Path path, Properties values, long mayHaveLeft) {
        this.path = path;
        this.values = values;
        this.mayHaveLeft = mayHaveLeft;
    }

    /** Begins a journal, on disk. */
    static Journal start(Path path, String fingerprint, String name, int chunk) throws IOException {
        Properties values = new Properties();
        values.setProperty("input", fingerprint);
        values.setProperty("name", name);
        values.setProperty("run", UUID.randomUUID().toString());
        values.setProperty("chunk", Integer.toString(chunk));
        Journal journal = new Journal(path, values, 0);
        journal.save();
        return journal;
    }

    /** Reads the journal that an earlier program left. */
    static Journal read(Path path) throws IOException {
        Properties values = new Properties();
        values.load(new StringReader(Files.readString(path)));
        return new Journal(path, values, number(values, "done") + number(values, "chunk"));
    }

    boolean isOf(String fingerprint) {
        return fingerprint.equals(values.getProperty("input"));
    }

    String name() {
        return values.getProperty("name");
    }

    /**
     * Returns the key of a message. It is the same when the program is started again, so that the gateway knows a
     * message that it has already (R20), and another one when the file is dropped again.
     */
    String key(long message) {
        return values.getProperty("run") + ":" + message;
    }

    /** Returns how many messages have their result on disk. */
    long done() {
        return number(values, "done");
    }

    /** Returns the number of the first message that an earlier program cannot have sent. */
    long mayHaveLeft() {
        return mayHaveLeft;
    }

    /** Returns how long the results file is that holds the results of {@link #done()} messages. */
    long length() {
        return number(values, "length");
    }

    Tally tally() {
        return Tally.load(values);
    }

    /** Returns the folder the input goes to, once the results are published; before that null. */
    String goesTo() {
        return values.getProperty("goes-to");
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

    private static long number(Properties values, String key) {
        return Long.parseLong(values.getProperty(key, "0"));
    }
}
