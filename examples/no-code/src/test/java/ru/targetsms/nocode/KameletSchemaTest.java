package ru.targetsms.nocode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;

/** Holds what the Kamelets say of themselves against the component. */
class KameletSchemaTest {

    private static final String SINK = "targetsms-sink";
    private static final String SOURCE = "targetsms-status-source";

    @ParameterizedTest
    @ValueSource(strings = {SINK, SOURCE})
    void theMetadataIsThatOfACatalog(String name) throws Exception {
        JsonNode metadata = kamelet(name).get("metadata");

        assertThat(metadata.get("name").asText()).isEqualTo(name);
        assertThat(metadata.at("/labels/camel.apache.org~1kamelet.type").asText())
                .isEqualTo(name.equals(SINK) ? "sink" : "source");
        assertThat(names(metadata.get("annotations")))
                .containsExactlyInAnyOrder(
                        "camel.apache.org/kamelet.support.level",
                        "camel.apache.org/catalog.version",
                        "camel.apache.org/kamelet.icon",
                        "camel.apache.org/provider",
                        "camel.apache.org/kamelet.group",
                        "camel.apache.org/kamelet.namespace");
        String icon = metadata.at("/annotations/camel.apache.org~1kamelet.icon").asText();
        byte[] svg = Base64.getDecoder().decode(icon.substring("data:image/svg+xml;base64,".length()));
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {SINK, SOURCE})
    void everyPropertyIsAnOptionOfTheComponentAndIsUsed(String name) throws IOException {
        JsonNode properties = kamelet(name).at("/spec/definition/properties");
        JsonNode options = component().get("properties");

        properties.properties().forEach(property -> {
            JsonNode schema = property.getValue();
            assertThat(schema.path("title").asText()).as(property.getKey()).isNotBlank();
            assertThat(schema.path("description").asText())
                    .as(property.getKey())
                    .isNotBlank();
            assertThat(schema.path("type").asText()).as(property.getKey()).isIn("string", "boolean");
            if (!property.getKey().equals("cascade")) {
                JsonNode option = options.path(property.getKey());
                assertThat(option.isMissingNode()).as(property.getKey()).isFalse();
                assertThat(schema.path("format").asText().equals("password"))
                        .as(property.getKey())
                        .isEqualTo(option.path("secret").asBoolean());
                assertThat(texts(schema.path("enum"))).isEqualTo(texts(option.path("enum")));
            }
        });
        assertThat(placeholders(name)).isEqualTo(new TreeSet<>(names(properties)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SINK, SOURCE})
    void secretsAreShownAsSuch(String name) throws IOException {
        JsonNode properties = kamelet(name).at("/spec/definition/properties");

        for (String secret : List.of("username", "password", "token")) {
            assertThat(properties.get(secret).get("format").asText()).isEqualTo("password");
            assertThat(texts(properties.get(secret).get("x-descriptors")))
                    .containsExactly("urn:alm:descriptor:com.tectonic.ui:password", "urn:camel:group:credentials");
            assertThat(properties.get(secret).get("default").asText()).isEmpty();
            assertThat(properties.get(secret).has("example")).isFalse();
        }
        assertThat(texts(kamelet(name).at("/spec/definition/required"))).isSubsetOf(names(properties));
    }

    @ParameterizedTest
    @ValueSource(strings = {SINK, SOURCE})
    void theDependencyIsOfThisVersion(String name) throws IOException {
        assertThat(texts(kamelet(name).at("/spec/dependencies")))
                .containsExactlyInAnyOrder(
                        "camel:core",
                        "camel:kamelet",
                        "camel:jackson",
                        "mvn:ru.targetsms.camel:camel-targetsms-component:" + System.getProperty("project.version"));
    }

    @Test
    void theSchemasHoldEveryNameOfTheProtocol() throws IOException {
        JsonNode sink = kamelet(SINK).at("/spec/dataTypes");
        JsonNode results = sink.at("/out/types/json/schema/properties");
        JsonNode report = kamelet(SOURCE).at("/spec/dataTypes/out/types/json/schema/properties");

        assertThat(names(sink.at("/in/types/json/schema/properties")))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("phone", "client_id_message", "idempotency_key"),
                                Arrays.stream(MessageField.values()).map(MessageField::protocolName))
                        .toList());
        assertThat(names(results))
                .containsExactlyElementsOf(
                        SendResult.invalid(0, null, null, List.of()).toMap().keySet());
        assertThat(texts(results.at("/outcome/enum")))
                .isEqualTo(Arrays.stream(Outcome.values()).map(Outcome::name).collect(Collectors.toSet()));
        assertThat(names(report))
                .containsExactlyElementsOf(DeliveryStatus.unknown("1").toMap().keySet());
        assertThat(texts(report.at("/state/enum")))
                .isEqualTo(Arrays.stream(DeliveryState.values())
                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    private static JsonNode kamelet(String name) throws IOException {
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(text(name));
        return new ObjectMapper().valueToTree(yaml);
    }

    private static JsonNode component() throws IOException {
        try (InputStream json = open("META-INF/ru/targetsms/camel/targetsms.json")) {
            return new ObjectMapper().readTree(json);
        }
    }

    private static Set<String> placeholders(String name) throws IOException {
        String template = text(name);
        return Pattern.compile("\\{\\{\\??(\\w+)}}")
                .matcher(template.substring(template.indexOf("  template:")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String name) throws IOException {
        try (InputStream yaml = open("kamelets/" + name + ".kamelet.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String resource) {
        return KameletSchemaTest.class.getClassLoader().getResourceAsStream(resource);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
