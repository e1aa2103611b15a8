package ru.targetsms.files.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Joins lines to records. A quoted field may hold line breaks; where that leads nowhere (the quote is never closed, or
 * something follows the closing one) only the first line is bad, and reading goes on with the line behind it.
 */
final class RowReader {

    private final LineReader lines;
    private final RecordParser parser;
    private final Deque<Line> pushedBack = new ArrayDeque<>();

    RowReader(LineReader lines, char separator) {
        this.lines = lines;
        this.parser = new RecordParser(separator);
    }

    /** Returns the next record, or null after the last one. Empty lines are skipped. */
    Row next() throws IOException {
        Line first = nextLine();
        while (first != null && first.problem() == null && first.text().isBlank()) {
            first = nextLine();
        }
        return first == null ? null : rowFrom(first);
    }

    private Row rowFrom(Line first) throws IOException {
        if (first.problem() != null) {
            return Row.bad(first.number(), first.problem());
        }
        List<Line> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        try {
            List<String> fields = parser.parse(first.text());
            while (fields == null) {
                Line next = nextLine();
                if (next == null) {
                    return bad(first, more, "a quote is opened and never closed");
                }
                more.add(next);
                if (next.problem() != null || text.length() + next.text().length() > LineReader.MAX_BYTES) {
                    return bad(first, more, "a quote is opened and not closed");
                }
                text.append('\n').append(next.text());
                fields = next.text().indexOf('"') < 0 ? null : parser.parse(text.toString());
            }
            return Row.good(first.number(), fields);
        } catch (CsvParseException e) {
            return bad(first, more, "not a CSV line: a quote or carriage return is out of place");
        }
    }

    private Row bad(Line first, List<Line> more, String problem) {
        for (int i = more.size() - 1; i >= 0; i--) {
            pushedBack.push(more.get(i));
        }
        return Row.bad(first.number(), problem);
    }

    private Line nextLine() throws IOException {
        return pushedBack.isEmpty() ? lines.next() : pushedBack.pop();
    }
}
