package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks for every option in each place where somebody may read about it. */
class EveryOptionIsDescribedTest {

    private static final Map<String, JsonObject> COMPONENT_OPTIONS = MetadataTest.options("componentProperties");
    private static final Map<String, JsonObject> ENDPOINT_OPTIONS = MetadataTest.options("properties");
    private static final Map<String, String> COMPONENT_ROWS = ReferencePage.descriptions("component options");
    private static final Map<String, String> PATH_ROWS = ReferencePage.descriptions("path parameters");
    private static final Map<String, String> QUERY_ROWS = ReferencePage.descriptions("query parameters");

    static Stream<String> componentOptions() {
        return COMPONENT_OPTIONS.keySet().stream();
    }

    static Stream<String> endpointOptions() {
        return ENDPOINT_OPTIONS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("componentOptions")
    void anOptionOfTheComponentIsInTheJsonTheMetadataAndThePage(String option) {
        String description = COMPONENT_OPTIONS.get(option).getString("description");

        assertThat(description).isNotBlank();
        assertThat(MetadataTest.property(option).getString("description")).isNotBlank();
        assertThat(COMPONENT_ROWS.get(option)).contains(description);
    }

    @ParameterizedTest
    @MethodSource("endpointOptions")
    void anOptionOfTheEndpointIsInTheJsonAndThePage(String option) {
        JsonObject json = ENDPOINT_OPTIONS.get(option);
        Map<String, String> rows = "path".equals(json.getString("kind")) ? PATH_ROWS : QUERY_ROWS;

        assertThat(json.getString("description")).isNotBlank();
        assertThat(rows.get(option)).contains(json.getString("description"));
    }
}
