package ru.targetsms.files.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes results under a temporary name ({@code .part}) and gives them their own only when they are complete and on
 * disk. Not for use by several threads.
 */
final class ResultsFile implements Closeable {

    private final Path part;
    private final Path path;
    private final FileChannel channel;

    /**
     * Opens the results.
     *
     * @param path where they will be found
     * @param length how much of an earlier part to keep; what is behind it is cut off
     */
    ResultsFile(Path path, long length) throws IOException {
        this.path = path;
        this.part = part(path);
        this.channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(length);
        channel.position(length);
        if (length == 0) {
            write(List.of(ResultRow.HEADER));
        }
    }

    static Path part(Path path) {
        return path.resolveSibling(path.getFileName() + ".part");
    }

    /** Appends rows and returns, once they are on disk, the length of the file. */
    long append(List<ResultRow> rows) throws IOException {
        write(rows.stream().map(ResultRow::fields).toList());
        channel.force(false);
        return channel.position();
    }

    /** Gives the file its own name. Until then, nobody takes it for complete. */
    void publish() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void write(List<List<String>> records) throws IOException {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        records.forEach(csv::writeRecord);
        csv.flush();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
