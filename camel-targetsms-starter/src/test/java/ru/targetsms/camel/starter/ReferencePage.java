package ru.targetsms.camel.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the component's reference page where it stands in the sources. */
final class ReferencePage {

    private static final Path FILE = Path.of("../camel-targetsms-component/src/main/docs/targetsms-component.adoc");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|`(\\w+)`.*\n\\|(.*)$");
    private static final Pattern PROPERTIES = Pattern.compile("(?s)\\[source,properties]\n----\n(.*?)\n----\n");

    private ReferencePage() {}

    /** Returns the descriptions, as a reader sees them, in the tables between the markers of that name. */
    static Map<String, String> descriptions(String marker) {
        String tables = text().split("// " + marker + ": (START|END)\n")[1];
        return ROW.matcher(tables).results().collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)
                .replaceAll("\\\\([|{])", "$1")));
    }

    /** Returns every listing of properties. */
    static List<String> properties() {
        return PROPERTIES
                .matcher(text())
                .results()
                .map(listing -> listing.group(1))
                .toList();
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
