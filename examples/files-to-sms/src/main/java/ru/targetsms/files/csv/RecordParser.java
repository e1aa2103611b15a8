package ru.targetsms.files.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Iterator;
import java.util.List;

/** Parses the text of one record. A second, known record behind it tells whether a quote is still open. */
final class RecordParser {

    private static final String SENTINEL = "\nend";

    private final CsvReader.CsvReaderBuilder csv;

    RecordParser(char separator) {
        csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false);
    }

    /**
     * Returns the fields, or null when a quoted field goes on behind the end of the text.
     *
     * @throws CsvParseException when the text is no record, or more than one
     */
    List<String> parse(String text) {
        Iterator<CsvRecord> records = csv.ofCsvRecord(text + SENTINEL).iterator();
        List<String> fields = records.next().getFields();
        if (!records.hasNext()) {
            return null;
        }
        records.next();
        if (records.hasNext()) {
            throw new CsvParseException("a carriage return stands inside the line");
        }
        return fields;
    }
}
