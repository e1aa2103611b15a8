package ru.targetsms.files.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * Reads the messages of a CSV file. A row whose phone cell holds several numbers, comma-separated, is one message to
 * each of them.
 */
final class CsvFile implements Messages {

    private final LineReader lines;
    private final Columns columns;
    private final RowReader rows;
    private final Queue<CsvMessage> ofThisRow = new ArrayDeque<>();

    private CsvFile(LineReader lines) throws IOException {
        this.lines = lines;
        this.columns = Columns.of(headerLine(lines));
        this.rows = new RowReader(lines, columns.separator());
    }

    /**
     * Opens a file and reads its header line.
     *
     * @throws UnreadableFileException when the header shows that nothing in the file could be sent
     */
    static CsvFile open(Path path) throws IOException {
        LineReader lines = new LineReader(Files.newInputStream(path));
        try {
            return new CsvFile(lines);
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        try {
            Row row = ofThisRow.isEmpty() ? rows.next() : null;
            if (row != null) {
                addMessagesOf(row);
            }
            return !ofThisRow.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CsvMessage next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ofThisRow.remove();
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public List<String> columns() {
        return columns.known();
    }

    @Override
    public List<String> unknownColumns() {
        return columns.unknown();
    }

    @Override
    public String refusal() {
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void addMessagesOf(Row row) {
        String problem = columns.problem(row);
        if (problem != null) {
            ofThisRow.add(new CsvMessage(row.line(), Map.of(), problem));
            return;
        }
        Map<String, Object> fields = columns.message(row);
        List<String> phones = phonesIn(fields);
        if (phones.size() < 2) {
            phones.forEach(phone -> fields.put(Columns.PHONE, phone));
            ofThisRow.add(new CsvMessage(row.line(), fields, null));
            return;
        }
        // The gateway sends a client id once (R20): the second phone of such a row would never get its message.
        String shared = fields.containsKey(Columns.CLIENT_ID) ? "one client_id_message for several phones" : null;
        for (String phone : phones) {
            Map<String, Object> copy = new LinkedHashMap<>(fields);
            copy.put(Columns.PHONE, phone);
            ofThisRow.add(new CsvMessage(row.line(), copy, shared));
        }
    }

    private static List<String> phonesIn(Map<String, Object> fields) {
        String cell = (String) fields.getOrDefault(Columns.PHONE, "");
        return Stream.of(cell.split(","))
                .map(String::strip)
                .filter(phone -> !phone.isEmpty())
                .toList();
    }

    private static String headerLine(LineReader lines) throws IOException {
        Line first = lines.next();
        if (first == null) {
            throw new UnreadableFileException("the file is empty: it has no header line");
        }
        if (first.problem() != null) {
            throw new UnreadableFileException("the header line cannot be read: " + first.problem());
        }
        return first.text();
    }
}
