package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/** What the component's JSON says of its options, and what the starter tells an IDE of its properties. */
final class Metadata {

    private static final String PREFIX = "camel.component.targetsms.";

    /** Options of the component, by their names. */
    static final Map<String, JsonObject> OPTIONS = optionsIn("componentProperties");

    /** Options of the endpoints, by their names. */
    static final Map<String, JsonObject> ENDPOINT_OPTIONS = optionsIn("properties");

    private static final JsonObject STARTER = starterMetadata();

    /** Properties of the starter, by their names without the prefix. */
    static final Map<String, JsonObject> PROPERTIES = byName("properties");

    /** Hints of the starter, by the names of their properties. */
    static final Map<String, JsonObject> HINTS = byName("hints");

    private Metadata() {}

    /** Returns the names of the component's options. */
    static Stream<String> options() {
        return OPTIONS.keySet().stream();
    }

    /** Returns the property of an option. */
    static JsonObject property(String option) {
        return PROPERTIES.get(StringHelper.camelCaseToDash(option));
    }

    /** Returns the values that are offered for a property; none without a hint. */
    static List<?> offered(String property) {
        return Metadata.<JsonObject>hint(property, "values").stream()
                .map(value -> value.get("value"))
                .toList();
    }

    /** Returns the providers of values for a property; none without a hint. */
    static List<JsonObject> providers(String property) {
        return hint(property, "providers");
    }

    private static <T> List<T> hint(String property, String part) {
        JsonObject hint = HINTS.getOrDefault(property, new JsonObject());
        return hint.containsKey(part) ? hint.<List<T>>getCollection(part) : List.of();
    }

    private static Map<String, JsonObject> optionsIn(String part) {
        JsonObject json = read(Metadata.class.getResource("/META-INF/ru/targetsms/camel/targetsms.json"));
        Map<String, JsonObject> options = new TreeMap<>();
        json.<JsonObject>getMap(part).forEach((name, option) -> options.put(String.valueOf(name), (JsonObject) option));
        return options;
    }

    private static Map<String, JsonObject> byName(String section) {
        Map<String, JsonObject> byName = new TreeMap<>();
        for (JsonObject entry : STARTER.<List<JsonObject>>getCollection(section)) {
            assertThat(entry.getString("name")).startsWith(PREFIX);
            byName.put(entry.getString("name").substring(PREFIX.length()), entry);
        }
        return byName;
    }

    /** Several jars have such a file; ours speaks of our prefix. */
    private static JsonObject starterMetadata() {
        try {
            for (URL url : Collections.list(
                    Metadata.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
                JsonObject json = read(url);
                if (json.toJson().contains(PREFIX)) {
                    return json;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("The annotation processor wrote no metadata");
    }

    private static JsonObject read(URL url) {
        try (InputStream in = url.openStream()) {
            return (JsonObject) Jsoner.deserialize(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(url.toString(), e);
        }
    }
}
