package ru.targetsms.files.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The messages of a file, one after the other, in constant memory. Not for use by several threads. */
public interface Messages extends Iterator<CsvMessage>, Closeable {

    /** Opens a file and reads its header line. */
    static Messages of(Path path) throws IOException {
        try {
            return CsvFile.open(path);
        } catch (UnreadableFileException e) {
            return new RefusedFile(e.getMessage());
        }
    }

    /** Returns how many bytes of the file have been read. */
    long bytesRead();

    /** Returns the protocol's names of the columns that are sent. */
    List<String> columns();

    /** Returns the names of columns that no message field belongs to; they are not sent. */
    List<String> unknownColumns();

    /** Returns why nothing in the file can be sent, or null. Holds nothing of the file's content. */
    String refusal();
}
