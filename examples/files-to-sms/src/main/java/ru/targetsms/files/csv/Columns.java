package ru.targetsms.files.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows what each column of a file means. Names are the protocol's (R6-R20), matched without regard to case and
 * underscores.
 */
final class Columns {

    /** The column that holds the recipient's number. */
    static final String PHONE = "phone";

    /** The column that holds the sender's own number of the message (R20). */
    static final String CLIENT_ID = "client_id_message";

    private static final Set<String> TEXTS = Set.of("text_sms", "text_viber");
    private static final Map<String, String> KNOWN = Stream.of(
                    PHONE,
                    CLIENT_ID,
                    "idempotency_key",
                    "send_viber",
                    "send_sms",
                    "name_delivery",
                    "time_send",
                    "sender_viber",
                    "sender_sms",
                    "text_viber",
                    "text_sms",
                    "button_text",
                    "button_url",
                    "image_url",
                    "validity_period_viber",
                    "finale_viber_read")
            .collect(Collectors.toMap(Columns::plain, Function.identity()));

    private final char separator;
    private final List<String> names;
    /** The protocol's field of each column, null where there is none. */
    private final List<String> fields;

    private Columns(char separator, List<String> names) {
        this.separator = separator;
        this.names = names;
        this.fields = names.stream().map(name -> KNOWN.get(plain(name))).collect(Collectors.toList());
    }

    /**
     * Reads the header line.
     *
     * @throws UnreadableFileException when no row below such a header could become a message
     */
    static Columns of(String headerLine) {
        Columns columns = Stream.of(',', ';')
                .map(separator -> new Columns(separator, names(headerLine, separator)))
                .reduce((comma, semicolon) ->
                        semicolon.known().size() > comma.known().size() ? semicolon : comma)
                .orElseThrow();
        columns.refuseUnusable();
        return columns;
    }

    char separator() {
        return separator;
    }

    /** Returns the names of columns that no message field belongs to; they are not sent. */
    List<String> unknown() {
        return names.stream()
                .filter(name -> !name.isBlank() && !KNOWN.containsKey(plain(name)))
                .toList();
    }

    /** Returns what a row has for the protocol's fields, without the empty ones. */
    Map<String, Object> message(Row row) {
        Map<String, Object> message = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            if (field != null && !row.fields().get(i).isBlank()) {
                message.put(field, row.fields().get(i));
            }
        }
        return message;
    }

    /** Returns what is wrong with a row's shape, or null. */
    String problem(Row row) {
        int found = row.fields().size();
        return row.problem() != null || found == fields.size()
                ? row.problem()
                : "the row has " + found + " fields, the header " + fields.size();
    }

    /** The header may be a data line: what it says is private, so the messages here do not repeat it. */
    private void refuseUnusable() {
        Set<String> once = new LinkedHashSet<>();
        List<String> twice = known().stream().filter(name -> !once.add(name)).toList();
        if (!twice.isEmpty()) {
            throw new UnreadableFileException("the header line names a column twice: " + twice.get(0));
        }
        if (!once.contains(PHONE)) {
            throw new UnreadableFileException("the header line (the first line of the file) has no column named phone");
        }
        if (once.stream().noneMatch(TEXTS::contains)) {
            throw new UnreadableFileException(
                    "the header line (the first line of the file) has no text column: neither text_sms nor text_viber");
        }
    }

    /** Returns the protocol's names of the columns, in file order. */
    List<String> known() {
        return fields.stream().filter(Objects::nonNull).toList();
    }

    private static List<String> names(String headerLine, char separator) {
        try {
            List<String> names = new RecordParser(separator).parse(headerLine);
            return names == null ? List.of() : names.stream().map(String::strip).toList();
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
