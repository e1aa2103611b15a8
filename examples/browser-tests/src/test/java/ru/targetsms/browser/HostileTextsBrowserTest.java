package ru.targetsms.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.protocol.Field;

/**
 * What a text would like to do to the page that shows it. That no script runs, nobody else is asked and nothing is in the
 * console is for {@link Watch} to say, after each test.
 */
class HostileTextsBrowserTest {

    private static final List<String> TEXTS = HostileTexts.of(26_11_23, 1000);
    private static final List<String> TABS = List.of("timeline", "request", "answer", "headers", "questions");

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    @RegisterExtension
    private final Window window = new Window();

    private final Sender sender = new Sender(gateway.baseUrl());
    private Page page;

    @BeforeEach
    void openThePage() {
        page = window.open(gateway.baseUrl());
        page.addInitScript(HostileTexts.TRAP);
    }

    @Test
    void theInboxShowsAThousandOfThemAsTheyAre() {
        TEXTS.forEach(text -> sender.send(everywhere(text)));

        for (int from = 0; from < TEXTS.size(); from += 50) {
            page.navigate("/?offset=" + from);
            List<String> rows = rows().allTextContents();

            assertThat(rows).hasSize(50);
            for (int row = 0; row < 50; row++) {
                String text = TEXTS.get(TEXTS.size() - 1 - from - row);
                assertThat(occurrences(text, rows.get(row)))
                        .as("sender, text and mailing of %s in %s", text, rows.get(row))
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void rowsThatComeWhileThePageIsOpenShowThemAsTheyAre() {
        page.navigate("/");

        for (String text : TEXTS.subList(0, 70)) {
            sender.send(everywhere(text));
            assertThat(rows().first())
                    .containsText(gateway.latest().orElseThrow().phone());
            assertThat(rows().first().textContent()).contains(text);
        }
    }

    @Test
    void aMessageShowsThemAsTheyAreOnThePhoneAndInItsRequest() {
        for (int number = 0; number < 150; number++) {
            String text = TEXTS.get(number);
            String tab = TABS.get(number % TABS.size());
            sender.note(text).send(everywhere(text));
            long id = gateway.latest().orElseThrow().idMessage();
            sender.ask(id);
            page.navigate("/messages/" + id + "?tab=" + tab);

            String shown = page.getByRole(AriaRole.MAIN).textContent();
            String panel = panel().textContent();
            assertThat(occurrences(text, shown))
                    .as("two texts, two senders, mailing, picture and button of %s", text)
                    .isGreaterThanOrEqualTo(7);
            if (tab.equals("request")) {
                assertThat(occurrences(text, unescaped(panel)))
                        .as("request of %s", text)
                        .isGreaterThanOrEqualTo(7);
            }
            if (tab.equals("headers")) {
                assertThat(panel).contains(Sender.ascii(text));
            }
        }
    }

    @Test
    void theSearchTakesThemForWords() {
        for (String text : TEXTS.subList(0, 70)) {
            sender.sms("79001234567", text);
            page.navigate("/?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));

            assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue(text);
            assertThat(rows().first().textContent()).contains(text);
        }
    }

    @Test
    void refusalsAndFaultsShowThemAsTheyAre() {
        List<String> some = TEXTS.stream()
                .filter(text -> !text.contains("\t")) // a space, in an attribute
                .limit(80)
                .toList();
        some.forEach(text -> sender.send(
                Sender.message(Map.of(Field.SEND_SMS, "1", Field.TEXT_SMS, "Hello"), Sender.abonent(text, text))));
        some.forEach(text -> gateway.faults().add(Fault.gatewayError(text).phone("70000000000")));

        page.navigate("/report");
        String report = page.getByRole(AriaRole.MAIN).textContent();
        assertThat(some).filteredOn(text -> !report.contains(start(text, 20))).isEmpty();

        page.navigate("/faults");
        String faults = page.getByRole(AriaRole.MAIN).textContent();
        assertThat(some).filteredOn(text -> !faults.contains(inJson(text))).isEmpty();
    }

    private Locator panel() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What is known"));
    }

    private Locator rows() {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM);
    }

    /** A message that says the text wherever a text may stand. */
    private static String everywhere(String text) {
        Map<Field, String> fields = new HashMap<>(Map.of(
                Field.SEND_VIBER, "1",
                Field.SEND_SMS, "2",
                Field.NAME_DELIVERY, text,
                Field.SENDER_VIBER, text,
                Field.TEXT_VIBER, text,
                Field.BUTTON_TEXT,
                        text.substring(
                                0, text.offsetByCodePoints(0, Math.min(19, text.codePointCount(0, text.length())))),
                Field.BUTTON_URL, text,
                Field.IMAGE_URL, text,
                Field.SENDER_SMS, text,
                Field.TEXT_SMS, text));
        return Sender.message(fields, Sender.abonent("7900" + (1_000_000 + TEXTS.indexOf(text)), ""));
    }

    private static String start(String text, int length) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length()))));
    }

    private static String inJson(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String unescaped(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static long occurrences(String text, String all) {
        return IntStream.range(0, all.length())
                .filter(at -> all.startsWith(text, at))
                .count();
    }
}
