package ru.targetsms.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the reference page against the component's JSON. {@code -Dreference.update=true} rewrites what is generated. */
class ReferencePageTest {

    private static final ComponentModel COMPONENT = component();
    private static final Map<String, String> GENERATED = new ReferenceTables(COMPONENT).byMarker();

    static Set<String> markers() {
        return GENERATED.keySet();
    }

    @BeforeAll
    static void rewriteWhenAsked() {
        if (Boolean.getBoolean("reference.update")) {
            ReferencePage page = ReferencePage.read();
            for (Map.Entry<String, String> part : GENERATED.entrySet()) {
                page = page.with(part.getKey(), part.getValue());
            }
            page.write();
        }
    }

    @ParameterizedTest
    @MethodSource("markers")
    void whatIsGeneratedIsWhatTheJsonSays(String marker) {
        assertThat(ReferencePage.read().between(marker))
                .as(
                        "%s is stale. This rewrites it:%n    ./mvnw test -pl camel-targetsms-component -am"
                                + " -Dtest=ReferencePageTest -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Dreference.update=true%n",
                        ReferencePage.FILE)
                .isEqualTo(GENERATED.get(marker));
    }

    @Test
    void everyOptionAndHeaderHasARow() {
        String page = String.join("", GENERATED.values());

        assertThat(COMPONENT.getComponentOptions()).hasSizeGreaterThan(40);
        assertThat(COMPONENT.getEndpointOptions()).hasSizeGreaterThan(40);
        assertThat(COMPONENT.getEndpointHeaders()).hasSizeGreaterThan(30);
        assertThat(page.lines().filter(line -> line.matches("\\|`\\w+`.*")))
                .hasSize(COMPONENT.getComponentOptions().size()
                        + COMPONENT.getEndpointOptions().size()
                        + COMPONENT.getEndpointHeaders().size());
    }

    @Test
    void theDependencyIsThisOne() {
        assertThat(ReferencePage.read().listings())
                .filteredOn(listing -> listing.code().startsWith("<dependency>"))
                .isNotEmpty()
                .allSatisfy(listing -> assertThat(listing.code())
                        .contains("<groupId>" + COMPONENT.getGroupId() + "</groupId>")
                        .contains("<version>" + COMPONENT.getVersion() + "</version>"))
                .anySatisfy(listing -> assertThat(listing.code())
                        .contains("<artifactId>" + COMPONENT.getArtifactId() + "</artifactId>"));
    }

    private static ComponentModel component() {
        try (InputStream json =
                ReferencePageTest.class.getResourceAsStream("/META-INF/ru/targetsms/camel/targetsms.json")) {
            return JsonMapper.generateComponentModel(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
