package ru.targetsms.files;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A results file, read. */
record Results(List<NamedCsvRecord> rows) {

    static Results of(Path path) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(path)) {
            return new Results(csv.stream().toList());
        }
    }

    List<String> column(String name) {
        return rows.stream().map(row -> row.getField(name)).toList();
    }

    /** Returns "line outcome" of every row. */
    List<String> outcomes() {
        return rows.stream()
                .map(row -> row.getField("line") + " " + row.getField("outcome"))
                .toList();
    }

    long count(String outcome) {
        return count(row -> row.getField("outcome").equals(outcome));
    }

    long count(Predicate<NamedCsvRecord> filter) {
        return rows.stream().filter(filter).count();
    }
}
