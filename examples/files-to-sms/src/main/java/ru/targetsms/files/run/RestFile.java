package ru.targetsms.files.run;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.files.csv.CsvMessage;
import ru.targetsms.files.csv.Messages;

/**
 * Writes what is left of a file that was not sent to its end: a file that can be dropped into the inbox as it is. What
 * may have arrived keeps the client id it was sent with, so that the gateway sends it once only (R20).
 */
final class RestFile {

    private static final String CLIENT_ID = "client_id_message";
    private static final Set<Outcome> LEFT = Set.of(Outcome.NOT_SENT, Outcome.UNKNOWN, Outcome.REJECTED);

    private RestFile() {}

    /** Reads input and results side by side: they have the same order. */
    static void write(Path input, Path results, Path rest) throws IOException {
        Path part = ResultsFile.part(rest);
        try (Messages messages = Messages.of(input);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(results);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(part)) {
            Set<String> columns = new LinkedHashSet<>(messages.columns());
            columns.add(CLIENT_ID);
            csv.writeRecord(columns);
            Iterator<NamedCsvRecord> row = rows.iterator();
            while (messages.hasNext() && row.hasNext()) {
                writeIfLeft(csv, columns, messages.next(), row.next());
            }
        }
        Files.move(part, rest, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void writeIfLeft(CsvWriter csv, Set<String> columns, CsvMessage message, NamedCsvRecord row) {
        Outcome outcome = Outcome.valueOf(row.getField("outcome"));
        if (!LEFT.contains(outcome)) {
            return;
        }
        Map<String, Object> fields = message.fields();
        String clientId = outcome == Outcome.UNKNOWN ? row.getField(CLIENT_ID) : message.clientId();
        List<String> values = columns.stream()
                .map(column -> column.equals(CLIENT_ID) ? clientId : (String) fields.getOrDefault(column, ""))
                .toList();
        csv.writeRecord(values);
    }
}
