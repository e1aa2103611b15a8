package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import ru.targetsms.simulator.api.ApiRoutes;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.Preset;
import ru.targetsms.simulator.model.ReservedPhone;

class OpenApiTest {

    private static final GatewaySimulator gateway = GatewaySimulator.start();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CASCADE =
            "<message><send_viber>1</send_viber><send_sms>2</send_sms><name_delivery>Магазин</name_delivery>"
                    + "<time_send>2020-01-01 10:00</time_send><sender_viber>Shop</sender_viber>"
                    + "<text_viber>v</text_viber><button_text>b</button_text>"
                    + "<button_url>https://shop.example</button_url><image_url>https://shop.example/i.png</image_url>"
                    + "<validity_period_viber>60</validity_period_viber><finale_viber_read>1</finale_viber_read>"
                    + "<sender_sms>Shop</sender_sms><text_sms>s</text_sms>"
                    + "<abonent phone=\"79001234567\" client_id_message=\"5\"/></message>";

    private final Client client = new Client(gateway.baseUrl());
    private final JsonNode description = tree(client.get("/api/v1/openapi.json"));
    private final Set<String> called = new HashSet<>();

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        String routes = new ApiRoutes(gateway).routes().toString();

        Set<String> found = Pattern.compile("\\((\\w+) && (/\\S+)\\)")
                .matcher(routes)
                .results()
                .map(route -> route.group(1) + " " + route.group(2).replaceAll("\\{(\\w+):[^}]*}}?", "{$1}"))
                .collect(Collectors.toSet());

        assertThat(found).hasSizeGreaterThan(20).isEqualTo(described());
    }

    @Test
    void theReadmeNamesEveryPath() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        description.path("paths").fieldNames().forEachRemaining(path -> assertThat(readme)
                .containsPattern("[ `]" + Pattern.quote(path + "`")));
    }

    @Test
    void everyAnswerIsAsItIsDescribed() {
        client.send(CASCADE);
        client.send(Client.sms(ReservedPhone.REFUSED, "text", 6));
        long id = gateway.latest().orElseThrow().idMessage();
        for (FaultAction action : FaultAction.values()) {
            gateway.faults().add(FaultSamples.of(action).probability(0));
        }
        long fault = gateway.faults().add(Fault.empty()).id();

        called("GET /api/v1/openapi.json", null);
        called("GET /api/v1/health", null);
        called("GET /api/v1/messages", null);
        called("GET /api/v1/messages/latest", null);
        called("GET /api/v1/messages/wait", null);
        called("GET /api/v1/messages/{id}", null, id);
        called("PUT /api/v1/messages/{id}/state", "{\"state\":\"expired\",\"channel\":\"viber\"}", id);
        called("POST /api/v1/messages/{id}/forget", null, id);
        called("GET /api/v1/report", null);
        called("GET /api/v1/refusals", null);
        called("GET /api/v1/ledger", null);
        called("GET /api/v1/ledger/client-id/{id}", null, 5);
        called("GET /api/v1/ledger/recipient?phone=79001234567&text=v", null);
        called("GET /api/v1/questions", null);
        called("GET /api/v1/questions/{id}", null, id);
        called("GET /api/v1/faults", null);
        called("PUT /api/v1/faults/{id}", "{\"on\":false}", fault);
        called("DELETE /api/v1/faults/{id}", null, fault);
        called("POST /api/v1/faults", "{\"action\":\"empty\",\"when\":{\"probability\":0.5,\"first\":1}}");
        called("PUT /api/v1/faults", "{\"faults\":[{\"action\":\"delay\",\"duration\":\"1ms\"}]}");
        called("POST /api/v1/faults/presets/{name}?first=1", null, "slow");
        called("DELETE /api/v1/faults", null);
        called("PUT /api/v1/accounts/{login}", "{\"blocked\":false}", "demo");
        called("DELETE /api/v1/messages/{id}", null, id);
        called("POST /api/v1/reset", null);

        assertThat(called).isEqualTo(described());
    }

    @Test
    void everyRefusalIsAsItIsDescribed() {
        called("GET /api/v1/messages?limit=many", null);
        called("GET /api/v1/messages/latest", null);
        called("GET /api/v1/messages/{id}", null, 5);
        called("POST /api/v1/messages/{id}/forget", null, 5);
        called("DELETE /api/v1/messages/{id}", null, 5);
        called("GET /api/v1/ledger/recipient", null);
        called("POST /api/v1/faults/presets/{name}?phone=(", null, "slow");
        called("DELETE /api/v1/faults/{id}", null, 0);

        assertThat(called).hasSize(8);
    }

    @Test
    void wordsThatAreListedAreThoseThatAreKnown() {
        JsonNode schemas = description.at("/components/schemas");
        String preset = "/paths/~1api~1v1~1faults~1presets~1{name}/parameters/0/schema/enum";

        assertThat(words(schemas.at("/FaultRule/properties/action/enum")))
                .containsExactlyElementsOf(Arrays.stream(FaultAction.values())
                        .map(FaultAction::word)
                        .toList());
        assertThat(words(description.at(preset)))
                .containsExactlyElementsOf(
                        Arrays.stream(Preset.values()).map(Preset::word).toList());
    }

    /** Calls an operation and holds body and answer against their schemas; variables are filled in, in their order. */
    private void called(String operation, String body, Object... variables) {
        String[] parts = operation.split("[ ?]");
        String path = operation.substring(operation.indexOf(' ') + 1);
        for (Object variable : variables) {
            path = path.replaceFirst("\\{\\w+}", variable.toString());
        }

        HttpResponse<String> answer = client.json(parts[0], path.replace("(", "%28"), body);

        JsonNode described = description.at("/paths").path(parts[1]).path(parts[0].toLowerCase());
        JsonNode expected = resolved(described.path("responses").path(Integer.toString(answer.statusCode())));
        assertThat(expected.isObject()).as(operation + ": " + answer).isTrue();
        if (answer.statusCode() == 204) {
            assertThat(answer.body()).isEmpty();
        } else {
            assertThat(faults(expected, answer.body())).as(operation).isEmpty();
        }
        if (body != null) {
            assertThat(faults(described.path("requestBody"), body))
                    .as(operation)
                    .isEmpty();
        }
        called.add(parts[0] + " " + parts[1]);
    }

    private Set<?> faults(JsonNode described, String json) {
        ObjectNode schema = JSON.createObjectNode();
        schema.set("components", description.path("components"));
        schema.putArray("allOf").add(described.at("/content/application~1json/schema"));
        assertThat(schema.at("/allOf/0").isObject()).isTrue();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(tree(json));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Set<String> described() {
        Set<String> operations = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> operations.add(method.toUpperCase() + " " + path.getKey()));
            operations.remove("PARAMETERS " + path.getKey());
        }
        return operations;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return tree(answer.body());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
