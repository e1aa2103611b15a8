package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what the IDE is told with the component's own JSON. An option added, renamed or reworded there fails here. */
class MetadataTest {

    private static final String PREFIX = "camel.component.targetsms.";

    /** The starter's own; no options of the component. */
    private static final Set<String> SWITCHES = Set.of("enabled", "customizer.enabled");

    /** Every Camel component has these, described by Camel at length; the starter says it shorter. */
    private static final Set<String> OF_EVERY_COMPONENT = Set.of(
            "autowiredEnabled",
            "bridgeErrorHandler",
            "healthCheckConsumerEnabled",
            "healthCheckProducerEnabled",
            "lazyStartProducer");

    private static final Map<String, JsonObject> OPTIONS = componentOptions();
    private static final JsonObject METADATA = starterMetadata();
    private static final Map<String, JsonObject> PROPERTIES = byName("properties");
    private static final Map<String, JsonObject> HINTS = byName("hints");

    static Stream<String> options() {
        return OPTIONS.keySet().stream();
    }

    @Test
    void everyOptionIsAPropertyAndEveryPropertyAnOption() {
        Set<String> expected = options().map(StringHelper::camelCaseToDash).collect(Collectors.toSet());

        expected.addAll(SWITCHES);

        assertThat(PROPERTIES.keySet()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("options")
    void theDescriptionIsTheComponentsOwn(String option) {
        String description = property(option).getString("description");

        if (OF_EVERY_COMPONENT.contains(option)) {
            assertThat(description).isNotBlank();
        } else {
            assertThat(description).isEqualTo(componentDescription(option));
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void theDefaultIsTheComponentsOwn(String option) {
        assertThat(String.valueOf(property(option).get("defaultValue")))
                .isEqualTo(String.valueOf(OPTIONS.get(option).get("defaultValue")));
    }

    @ParameterizedTest
    @MethodSource("options")
    void theTypeTakesWhatTheComponentTakes(String option) {
        assertThat(property(option).getString("type")).isEqualTo(propertyType(OPTIONS.get(option)));
    }

    @ParameterizedTest
    @MethodSource("options")
    void theValuesOfAClosedSetAreOffered(String option) {
        List<?> values = OPTIONS.get(option).getCollection("enum");
        boolean offeredByType = property(option).getString("type").startsWith("ru.targetsms.camel.model.");

        if (values != null && !offeredByType) {
            assertThat(hinted(option)).isEqualTo(values);
        }
    }

    @Test
    void theSwitchesOfTheStarterAreDescribedAndOn() {
        for (String name : SWITCHES) {
            assertThat(PROPERTIES.get(name).getString("description")).isNotBlank();
            assertThat(PROPERTIES.get(name).getBoolean("defaultValue")).isTrue();
        }
    }

    @Test
    void noSecretHasADefaultOrAnExample() {
        List<String> secrets = options()
                .filter(option -> OPTIONS.get(option).getBooleanOrDefault("secret", false))
                .toList();

        assertThat(secrets).contains("username", "password", "token").allSatisfy(secret -> {
            assertThat(property(secret).get("defaultValue")).isNull();
            assertThat(HINTS).doesNotContainKey(StringHelper.camelCaseToDash(secret));
        });
    }

    @Test
    void everyHintBelongsToAProperty() {
        assertThat(HINTS.keySet())
                .allSatisfy(name -> assertThat(PROPERTIES).containsKey(name.replaceFirst("\\.keys$", "")));
    }

    /** Camel's generator adds a sentence about the prefix, of use in a URI only. */
    private static String componentDescription(String option) {
        return OPTIONS.get(option)
                .getString("description")
                .replace(" This is a multi-value option with prefix: http.", "");
    }

    /** Durations, beans and what goes on to camel-http are text in a property file. */
    private static String propertyType(JsonObject option) {
        if ("duration".equals(option.getString("type"))) {
            return "java.lang.String";
        }
        String type = option.getString("javaType").replace(" ", "");
        return switch (type) {
            case "int" -> "java.lang.Integer";
            case "long" -> "java.lang.Long";
            case "boolean" -> "java.lang.Boolean";
            case "ru.targetsms.camel.TargetSmsConfiguration",
                    "ru.targetsms.camel.tracking.DeliveryTracker",
                    "org.apache.camel.support.jsse.SSLContextParameters" -> "java.lang.String";
            case "java.util.Map<java.lang.String,java.lang.Object>" ->
                "java.util.Map<java.lang.String,java.lang.String>";
            default -> type;
        };
    }

    private static List<?> hinted(String option) {
        List<JsonObject> values =
                HINTS.get(StringHelper.camelCaseToDash(option)).getCollection("values");
        return values.stream().map(value -> value.get("value")).toList();
    }

    private static JsonObject property(String option) {
        return PROPERTIES.get(StringHelper.camelCaseToDash(option));
    }

    private static Map<String, JsonObject> componentOptions() {
        JsonObject json = read(MetadataTest.class.getResource("/META-INF/ru/targetsms/camel/targetsms.json"));
        Map<String, JsonObject> options = new TreeMap<>();
        json.<JsonObject>getMap("componentProperties")
                .forEach((name, option) -> options.put(String.valueOf(name), (JsonObject) option));
        return options;
    }

    private static Map<String, JsonObject> byName(String section) {
        Map<String, JsonObject> byName = new TreeMap<>();
        for (JsonObject entry : METADATA.<List<JsonObject>>getCollection(section)) {
            assertThat(entry.getString("name")).startsWith(PREFIX);
            byName.put(entry.getString("name").substring(PREFIX.length()), entry);
        }
        return byName;
    }

    /** Several jars have such a file; ours speaks of our prefix. */
    private static JsonObject starterMetadata() {
        try {
            for (URL url : Collections.list(
                    MetadataTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
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
