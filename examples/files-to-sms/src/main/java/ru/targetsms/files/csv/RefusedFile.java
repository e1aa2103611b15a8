package ru.targetsms.files.csv;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Stands for a file that is refused: one message, on the first line, whose problem says why. */
final class RefusedFile implements Messages {

    private final String reason;
    private final Iterator<CsvMessage> one;

    RefusedFile(String reason) {
        this.reason = reason;
        this.one = List.of(new CsvMessage(1, Map.of(), reason)).iterator();
    }

    @Override
    public boolean hasNext() {
        return one.hasNext();
    }

    @Override
    public CsvMessage next() {
        return one.next();
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public List<String> unknownColumns() {
        return List.of();
    }

    @Override
    public String refusal() {
        return reason;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
