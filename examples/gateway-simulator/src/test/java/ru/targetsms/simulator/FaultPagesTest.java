package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.Preset;
import ru.targetsms.simulator.gateway.ActiveFault;

class FaultPagesTest {

    private static final GatewaySimulator gateway = GatewaySimulator.start();

    private final Client client = new Client(gateway.baseUrl());

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void withoutRulesThePageSaysSo() {
        assertThat(page())
                .contains("No rules: the gateway does what its manual says.")
                .doesNotContain("Remove all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void everyActionIsShownInBothLanguages(String language) {
        for (FaultAction action : FaultAction.values()) {
            gateway.faults().add(FaultSamples.of(action));
        }

        String page = page(language);

        assertThat(page).doesNotContain("??");
        for (FaultAction action : FaultAction.values()) {
            assertThat(page).contains("<strong>" + action.word() + "</strong>");
        }
    }

    @Test
    void aRuleIsShownWithItsSelectorsInWordsAndItsCounts() {
        gateway.faults()
                .add(Fault.refusal("Нет")
                        .phone("7900*")
                        .text("код")
                        .after(1)
                        .first(2)
                        .probability(1, 5)
                        .onSend());
        gateway.faults().add(Fault.garbage().idMessage("7*").perSecond(3).onStatus());
        client.send(Client.sms("79001234567", "код 1"));
        client.send(Client.sms("79001234567", "код 2"));

        assertThat(words(page()))
                .contains("refusal accepts the others #" + first().id() + " Refuses the recipients that fit")
                .contains("phone 7900* text код after 1 first 2 probability 1.0 when messages are sent seed 5")
                .contains("matched 2 fired 1")
                .contains("garbage accepts #")
                .contains("id 7* above 3 a second when states are asked for");
        assertThat(words(page("ru")))
                .contains("телефон 7900* текст код после: 1 первых: 2 вероятность 1.0 при отправке сообщений");
    }

    @Test
    void aRuleIsSwitchedOffAndOnAgain() {
        ActiveFault fault = gateway.faults().add(Fault.refusal("Нет"));
        assertThat(page()).contains("Faults on: 1.").contains("aria-checked=\"true\"");

        posted("/faults/" + fault.id() + "/off", "back=/faults");
        assertThat(fault.isOn()).isFalse();
        assertThat(page()).doesNotContain("Faults on:").contains("aria-checked=\"false\"");

        posted("/faults/" + fault.id() + "/on", "back=/faults");
        assertThat(fault.isOn()).isTrue();
    }

    @Test
    void rulesAreRemovedOneByOneOrAllAtOnce() {
        long id = gateway.faults().add(Fault.garbage()).id();
        gateway.faults().add(Fault.empty());
        gateway.faults().add(Fault.json());

        posted("/faults/" + id + "/delete", "back=/faults");
        assertThat(gateway.faults().rules()).hasSize(2);
        posted("/faults/delete", "back=/faults");
        assertThat(gateway.faults().rules()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPresetIsAddedForAllRequestsOrForSome(Preset preset) {
        posted("/faults/presets/" + preset.word(), "back=/faults&phone=&first=");
        posted("/faults/presets/" + preset.word(), "back=/faults&phone=+7900*&first=2");

        assertThat(gateway.faults().rules())
                .extracting(ActiveFault::fault)
                .containsExactly(preset.fault(), preset.fault().phone("7900*").first(2));
    }

    @Test
    void aRuleOfOnesOwnIsAddedWithRussianWords() {
        posted("/faults", "back=/faults&rule=" + encoded("{\"action\":\"refusal\",\"text\":\"Нет\"}"));

        assertThat(first().fault()).isEqualTo(Fault.refusal("Нет"));
    }

    @Test
    void theExampleOfARuleIsOne() {
        String example = page().replaceAll("(?s).*<textarea[^>]*>(.*?)</textarea>.*", "$1")
                .replace("&quot;", "\"");

        posted("/faults", "back=/faults&rule=" + encoded(example));

        assertThat(gateway.faults().rules()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"action\":\"explode\"}|action must be one of status",
                "{\"action\":\"empty\",\"frist\":1}|Nothing is called frist; known are",
                "{\"action\":|This is no JSON from line 1, column 11 on",
                "''|The body must be a JSON object",
                "{\"action\":\"empty\"} {}|This is no JSON"
            })
    void whatIsWrongWithARuleIsSaidBesideItAndNothingTypedIsLost(String rule, String why) {
        HttpResponse<String> answer = post("/faults", "back=/faults&rule=" + encoded(rule));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(between(answer.body(), "id=\"rule-error\"", "</p>")).contains(why);
        assertThat(between(answer.body(), "<textarea", "</textarea>")).endsWith(">" + rule.replace("\"", "&quot;"));
        assertThat(between(answer.body(), "id=\"preset-error\"", "</p>")).doesNotContain("span");
        assertThat(gateway.faults().rules()).isEmpty();
    }

    @Test
    void whatIsWrongWithAPresetIsSaidBesideItAndNothingTypedIsLost() {
        HttpResponse<String> answer = post("/faults/presets/slow", "back=/faults&phone=(&first=7");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(between(answer.body(), "id=\"preset-error\"", "</p>")).contains("phone is no regular expression");
        assertThat(answer.body()).contains("value=\"(\"").contains("value=\"7\"");
        assertThat(gateway.faults().rules()).isEmpty();
    }

    @Test
    void whateverStandsInARuleIsText() {
        String hostile = "\"></textarea><script>alert(1)</script><img src=x onerror=alert(1)>'";
        gateway.faults().add(Fault.refusal(hostile).text(hostile));

        String kept = post("/faults", "rule=" + encoded(hostile)).body();
        String preset =
                post("/faults/presets/slow", "phone=" + encoded("(" + hostile)).body();

        assertThat(page() + kept + preset)
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>")
                .doesNotContain("<img src=x");
    }

    @Test
    void aVeryLongRuleIsShownFromItsBeginning() {
        gateway.faults().add(Fault.refusal("а".repeat(100_000)));

        assertThat(page()).hasSizeLessThan(50_000).contains("ааа…</code>");
    }

    @Test
    void otherSitesSetNoFaults() {
        for (String path : new String[] {"/faults", "/faults/presets/slow", "/faults/delete"}) {
            HttpResponse<String> answer = client.post(
                    path,
                    "rule={\"action\":\"empty\"}".getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Origin",
                    "http://evil.example");
            assertThat(answer.statusCode()).isEqualTo(403);
        }
        assertThat(gateway.faults().rules()).isEmpty();
    }

    private ActiveFault first() {
        return gateway.faults().rules().get(0);
    }

    private void posted(String path, String form) {
        HttpResponse<String> answer = post(path, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/faults");
    }

    private HttpResponse<String> post(String path, String form) {
        return client.post(
                path, form.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/x-www-form-urlencoded");
    }

    private String page() {
        return page("en");
    }

    private String page(String language) {
        HttpResponse<String> answer = client.get("/faults", "Cookie", "targetsms-lang=" + language);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Returns what a reader sees, without the tags. */
    private static String words(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        return page.substring(start, page.indexOf(to, start));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
