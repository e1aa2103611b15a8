package ru.targetsms.files.csv;

import java.util.List;

/**
 * One record of a CSV file: its fields, or why it has none.
 *
 * @param line the number of the line it begins on
 * @param fields the fields in file order; empty for a bad record
 * @param problem what is wrong with the record; null for a good one
 */
record Row(long line, List<String> fields, String problem) {

    static Row good(long line, List<String> fields) {
        return new Row(line, fields, null);
    }

    static Row bad(long line, String problem) {
        return new Row(line, List.of(), problem);
    }

    /** Names the line only: the fields are private. */
    @Override
    public String toString() {
        return "row of line " + line;
    }
}
