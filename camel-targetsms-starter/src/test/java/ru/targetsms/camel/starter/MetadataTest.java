package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.camel.starter.Metadata.HINTS;
import static ru.targetsms.camel.starter.Metadata.OPTIONS;
import static ru.targetsms.camel.starter.Metadata.PROPERTIES;
import static ru.targetsms.camel.starter.Metadata.property;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what the IDE is told with the component's own JSON. An option added, renamed or reworded there fails here. */
class MetadataTest {

    /** The starter's own; no options of the component. */
    private static final Set<String> SWITCHES = Set.of("enabled", "customizer.enabled");

    /** The starter's own too: it becomes the option sslContextParameters. */
    private static final String BUNDLE = "ssl.bundle";

    /** Every Camel component has these, described by Camel at length; the starter says it shorter. */
    private static final Set<String> OF_EVERY_COMPONENT = Set.of(
            "autowiredEnabled",
            "bridgeErrorHandler",
            "healthCheckConsumerEnabled",
            "healthCheckProducerEnabled",
            "lazyStartProducer");

    static Stream<String> options() {
        return Metadata.options();
    }

    @Test
    void everyOptionIsAPropertyAndEveryPropertyAnOption() {
        Set<String> expected = options().map(StringHelper::camelCaseToDash).collect(Collectors.toSet());

        expected.addAll(SWITCHES);
        expected.add(BUNDLE);

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

    @Test
    void theBundleIsDescribed() {
        assertThat(PROPERTIES.get(BUNDLE).getString("description")).contains("spring.ssl.bundle");
        assertThat(PROPERTIES.get(BUNDLE).getString("type")).isEqualTo("java.lang.String");
    }

    @Test
    void nothingIsDeprecatedYet() {
        assertThat(PROPERTIES.values()).noneMatch(property -> property.containsKey("deprecation"));
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
}
