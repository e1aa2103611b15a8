package ru.targetsms.files.csv;

import java.util.Map;

/**
 * One message to one phone, as a row asks for it.
 *
 * @param line the number of the row's line
 * @param fields the protocol's fields; empty when the row cannot be read
 * @param problem what is wrong with the row; null when nothing is
 */
public record CsvMessage(long line, Map<String, Object> fields, String problem) {

    /** Returns the phone as the row gives it, or an empty text. */
    public String phone() {
        return (String) fields.getOrDefault(Columns.PHONE, "");
    }

    /** Returns the client id as the row gives it, or an empty text. */
    public String clientId() {
        return (String) fields.getOrDefault(Columns.CLIENT_ID, "");
    }

    /** Returns how many characters the fields hold. */
    public int length() {
        return fields.values().stream()
                .mapToInt(value -> ((String) value).length())
                .sum();
    }

    /** Names the line only: the fields are private. */
    @Override
    public String toString() {
        return "message of line " + line;
    }
}
