package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.targetsms.camel.dsl.TargetSmsEndpointBuilderFactory;

/** Looks for every option in each place where somebody may read about it: JSON, IDE metadata, page and DSL. */
class EveryOptionIsDescribedTest {

    private static final Map<String, String> COMPONENT_ROWS = ReferencePage.descriptions("component options");
    private static final Map<String, String> PATH_ROWS = ReferencePage.descriptions("path parameters");
    private static final Map<String, String> QUERY_ROWS = ReferencePage.descriptions("query parameters");
    private static final Set<String> DSL_METHODS = dslMethods();
    private static final String DSL_JAVADOC = dslJavadoc();

    static Stream<String> componentOptions() {
        return Metadata.options();
    }

    static Stream<String> endpointOptions() {
        return Metadata.ENDPOINT_OPTIONS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("componentOptions")
    void anOptionOfTheComponentIsInTheJsonTheMetadataAndThePage(String option) {
        String description = description(Metadata.OPTIONS.get(option));

        assertThat(description).isNotBlank();
        assertThat(description(Metadata.property(option))).isNotBlank();
        assertThat(COMPONENT_ROWS.get(option)).contains(description);
    }

    @ParameterizedTest
    @MethodSource("endpointOptions")
    void anOptionOfTheEndpointIsInTheJsonThePageAndTheDsl(String option) {
        JsonObject json = Metadata.ENDPOINT_OPTIONS.get(option);
        boolean inPath = "path".equals(json.getString("kind"));

        assertThat(description(json)).isNotBlank();
        assertThat((inPath ? PATH_ROWS : QUERY_ROWS).get(option)).contains(description(json));
        assertThat(DSL_METHODS).contains(inPath ? "targetsms" : option);
        assertThat(DSL_JAVADOC).contains(squeezed(description(json)));
    }

    private static String description(JsonObject option) {
        return option.getString("description");
    }

    private static Set<String> dslMethods() {
        return Arrays.stream(TargetSmsEndpointBuilderFactory.class.getDeclaredClasses())
                .flatMap(builder -> Arrays.stream(builder.getDeclaredMethods()))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    /** What the builders' Javadoc says, without the stars in front of its lines. */
    private static String dslJavadoc() {
        String source = TargetSmsEndpointBuilderFactory.class.getName().replace('.', '/') + ".java";
        try {
            return squeezed(Files.readString(Path.of("../camel-targetsms-component/src/generated/java", source))
                    .replaceAll("\\n\\s*\\*", " "));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
