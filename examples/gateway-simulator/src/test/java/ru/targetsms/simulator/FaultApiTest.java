package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.Preset;
import ru.targetsms.simulator.gateway.ActiveFault;

class FaultApiTest {

    private static final GatewaySimulator gateway = GatewaySimulator.start();

    private static final String FAULTS = "/api/v1/faults";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Client client = new Client(gateway.baseUrl());

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyActionComesBackAsItWasGiven(FaultAction action) {
        Fault fault = FaultSamples.of(action);
        gateway.faults().add(fault);
        JsonNode rule = json(client.get(FAULTS)).at("/faults/0/rule");
        gateway.faults().clear();

        JsonNode added = json(client.json("POST", FAULTS, rule.toString()));

        assertThat(rule.at("/action").asText()).isEqualTo(action.word());
        assertThat(added.at("/rule")).isEqualTo(rule);
        assertThat(gateway.faults().active().get(0).fault()).isEqualTo(fault);
    }

    @Test
    void aFaultIsAddedAndSeenFiring() {
        String added = client.json(
                        "POST",
                        FAULTS,
                        "{\"action\":\"refusal\",\"text\":\"Нет\",\"after_delay\":\"1ms\","
                                + "\"when\":{\"phone\":\"7900*\",\"probability\":1,\"seed\":5,\"on\":\"send\"}}")
                .body();
        long id = gateway.faults().active().get(0).id();
        assertThat(added)
                .isEqualTo("{\"id\":" + id + ",\"on\":true,\"rule\":{\"action\":\"refusal\",\"text\":\"Нет\","
                        + "\"after_delay\":\"PT0.001S\",\"when\":{\"phone\":\"7900*\",\"probability\":1.0,\"seed\":5,"
                        + "\"on\":\"send\"}},\"matched\":0,\"fired\":0,\"seed\":5}");

        assertThat(client.send(Client.sms("79001234567", "text"))).endsWith(">Нет</information></message>");

        JsonNode seen = json(client.get(FAULTS)).at("/faults/0");
        assertThat(seen.at("/matched").asInt()).isOne();
        assertThat(seen.at("/fired").asInt()).isOne();
    }

    @Test
    void anIdThatSpoilsAQuestionComesBackAsItWasGiven() {
        Fault fault = Fault.gatewayError("Ошибка").idMessage("*7").onStatus();
        String rule =
                "{\"action\":\"gateway_error\",\"text\":\"Ошибка\",\"when\":{\"id_message\":\"*7\",\"on\":\"status\"}}";

        JsonNode added = json(client.json("POST", FAULTS, rule));

        assertThat(added.at("/rule")).hasToString(rule);
        assertThat(gateway.faults().active().get(0).fault()).isEqualTo(fault);
    }

    @Test
    void allFaultsAreReplacedAtOnceOrNone() {
        gateway.faults().add(Fault.garbage());

        HttpResponse<String> wrong =
                client.json("PUT", FAULTS, "{\"faults\":[{\"action\":\"empty\"},{\"action\":\"status\"}]}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(actions()).containsExactly("garbage");
        JsonNode right = json(client.json(
                "PUT", FAULTS, "{\"faults\":[{\"action\":\"empty\"},{\"action\":\"status\",\"code\":503}]}"));

        assertThat(right.at("/faults").findValuesAsText("action")).containsExactly("empty", "status");
        assertThat(actions()).containsExactly("empty", "status");
    }

    @Test
    void faultsAreRemovedOneByOneOrAllAtOnce() {
        long id = gateway.faults().add(Fault.garbage()).id();
        gateway.faults().add(Fault.empty());
        gateway.faults().add(Fault.json());

        assertThat(client.json("DELETE", FAULTS + "/" + id, null).statusCode()).isEqualTo(204);
        assertThat(client.json("DELETE", FAULTS + "/" + id, null).statusCode()).isEqualTo(404);
        assertThat(actions()).containsExactly("empty", "json");
        assertThat(client.json("DELETE", FAULTS, null).statusCode()).isEqualTo(204);
        assertThat(actions()).isEmpty();
    }

    @Test
    void aFaultIsSwitchedOffAndOnAgain() {
        ActiveFault fault = gateway.faults().add(Fault.refusal("Нет"));
        String path = FAULTS + "/" + fault.id();

        JsonNode off = json(client.json("PUT", path, "{\"on\":false}"));
        assertThat(off.at("/on").asBoolean()).isFalse();
        assertThat(client.send(Client.sms("79001234567", "text"))).contains(">send<");
        assertThat(json(client.get(FAULTS)).at("/faults/0/on")).hasToString("false");

        JsonNode on = json(client.json("PUT", path, "{\"on\":true}"));
        assertThat(on.at("/on").asBoolean()).isTrue();
        assertThat(client.send(Client.sms("79001234567", "text"))).contains(">Нет<");
        assertThat(fault.fired()).isOne();
    }

    @Test
    void onlyAFaultThatIsThereIsSwitchedAndOnlyOnOrOff() {
        assertThat(client.json("PUT", FAULTS + "/999999", "{\"on\":true}").statusCode())
                .isEqualTo(404);
        assertThat(client.json("PUT", FAULTS + "/1", "{}").body()).isEqualTo("{\"error\":\"on is missing\"}");
        assertThat(client.json("PUT", FAULTS + "/1", "{\"off\":true}").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void aPresetIsAddedByItsName(Preset preset) {
        json(client.json("POST", FAULTS + "/presets/" + preset.word(), null));
        json(client.json("POST", FAULTS + "/presets/" + preset.word() + "?phone=7900*&first=2", null));

        assertThat(gateway.faults().rules())
                .extracting(ActiveFault::fault)
                .containsExactly(preset.fault(), preset.fault().phone("7900*").first(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chaos|No preset has this name; known are [gateway_down, slow, accepts_and_drops, half_answers]",
                "slow?first=many|first must be a number, 0 or more",
                "slow?first=0|first must be 1 or more",
                "slow?phone=%28|phone is no regular expression"
            })
    void aPresetThatMakesNoSenseIsRefusedWithAReason(String preset, String why) {
        assertThat(client.json("POST", FAULTS + "/presets/" + preset, null).body())
                .isEqualTo("{\"error\":\"" + why + "\"}");
        assertThat(gateway.faults().rules()).isEmpty();
    }

    @Test
    void aResetEndsTheFaults() {
        gateway.faults().add(Fault.garbage());

        client.json("POST", "/api/v1/reset", null);

        assertThat(actions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}|action is missing; it is one of status, answer_with_status, redirect",
                "{\"action\":\"explode\"}|action must be one of status, answer_with_status, redirect",
                "{\"action\":\"empty\",\"frist\":1}|Nothing is called frist; known are ",
                "{\"action\":\"empty\",\"when\":{\"phones\":\"7\"}}|Nothing is called phones; known are ",
                "{\"action\":\"status\"}|code is missing: status needs it",
                "{\"action\":\"status\",\"code\":\"many\"}|code has a value of the wrong type",
                "{\"action\":\"status\",\"code\":50.5}|code has a value of the wrong type",
                "{\"action\":\"status\",\"code\":700}|code must be 200 to 599",
                "{\"action\":\"empty\",\"code\":200}|code is nothing that empty takes",
                "{\"action\":\"delay\",\"duration\":\"soon\"}|duration must be a duration, as 500ms or 2s",
                "{\"action\":\"delay\",\"duration\":\"11m\"}|duration must be between 0 and 10m",
                "{\"action\":\"empty\",\"after_delay\":\"1\\u0022\"}|after_delay must be a duration",
                "{\"action\":\"huge\",\"bytes\":3000000000}|bytes must be 1 to 2147483648",
                "{\"action\":\"redirect\",\"code\":302,\"location\":\"a b\"}|location must be an address",
                "{\"action\":\"xml_attack\",\"attack\":\"worm\"}|attack must be one of doctype, external_entity",
                "{\"action\":\"xml_attack\",\"attack\":\"external_dtd\"}|location is missing",
                "{\"action\":\"encoding\",\"encoding\":\"koi8\"}|encoding must be one of utf_16, ",
                "{\"action\":\"duplicate_answer\",\"form\":\"none\"}|form must be one of old_id, error_text, both",
                "{\"action\":\"refusal\",\"text\":\"a\",\"before_accept\":true}|before_accept is nothing that refusal",
                "{\"action\":\"empty\",\"headers\":{\"a b\":\"c\"}}|headers hold a name or value HTTP forbids",
                "{\"action\":\"empty\",\"headers\":{\"a\":null}}|headers must be texts",
                "{\"action\":\"empty\",\"headers\":7}|headers has a value of the wrong type",
                "{\"action\":\"empty\",\"when\":{\"phone\":\"(\"}}|phone is no regular expression",
                "{\"action\":\"empty\",\"when\":{\"first\":0}}|first must be 1 or more",
                "{\"action\":\"empty\",\"when\":{\"first\":\"x\"}}|when.first has a value of the wrong type",
                "{\"action\":\"empty\",\"when\":{\"on\":\"both\"}}|on must be one of send, status",
                "{\"action\":\"empty\",\"when\":{\"probability\":2}}|probability must be 0 to 1",
                "{\"action\":\"empty\",\"when\":{\"seed\":2}}|seed goes with probability",
                "[]|The body must be a JSON object",
                "{|The body is not the JSON expected here"
            })
    void aRuleThatMakesNoSenseIsRefusedWithAReason(String rule, String why) {
        HttpResponse<String> answer = client.json("POST", FAULTS, rule);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"" + why);
        assertThat(gateway.faults().active()).isEmpty();
    }

    @Test
    void aListOfRulesIsNeeded() {
        assertThat(client.json("PUT", FAULTS, "{}").body()).isEqualTo("{\"error\":\"faults must be a list of rules\"}");
        assertThat(client.json("PUT", FAULTS, "{\"faults\":[null]}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatDoesNotSayThatItIsJsonIsNotTaken() {
        byte[] rule = "{\"action\":\"empty\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(client.post(FAULTS, rule, "Content-Type", "text/plain").statusCode())
                .isEqualTo(415);
        assertThat(gateway.faults().active()).isEmpty();
    }

    private java.util.List<String> actions() {
        return json(client.get(FAULTS)).findValuesAsText("action");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
