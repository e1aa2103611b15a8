package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.ReservedPhone;
import ru.targetsms.simulator.model.State;

class InboxPageTest {

    private static final GatewaySimulator gateway = GatewaySimulator.start();
    private static final Pattern TEXT = Pattern.compile("<span class=\"text\" dir=\"auto\">([^<]*)</span>");

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
    void anEmptyInboxSaysWhereToSend() {
        String page = page("/");

        assertThat(page)
                .contains("<title>Inbox · Gateway simulator</title>", "No messages yet")
                .contains("<code>" + gateway.baseUrl() + "</code>", "<code>demo</code>")
                .contains("curl " + gateway.baseUrl() + "/xml/message.php")
                .doesNotContain("Delete all", "Refused last");
    }

    @Test
    void anInboxThatIsEmptyBecauseEverythingWasRefusedSaysWhy() {
        client.send(Client.sms(ReservedPhone.REFUSED, "text"));
        assertThat(page("/")).contains("Refused last:", "<a href=\"/report\">", ">Данное направление закрыто.</bdi>");

        client.post(
                "/xml/message.php",
                "<request><security><login value=\"demo\"/><password value=\"wrong\"/></security>"
                        + Client.sms("79001234567", "text") + "</request>");
        assertThat(page("/")).contains(">Неправильный логин или пароль</bdi>");
    }

    @Test
    void theCommandOfAnEmptyInboxIsAcceptedByTheGateway() {
        String command = text(page("/").split("<pre tabindex=\"0\"><code>")[1].split("</code>")[0]);
        String document = command.split("--data-binary ")[1].replace("'", "");

        assertThat(client.post("/xml/message.php", document)).contains(">send<");
    }

    @Test
    void noPasswordIsShownButTheOneEverybodyKnows() {
        try (GatewaySimulator own =
                GatewaySimulator.builder().account("shop", "s3cret").start()) {
            assertThat(new Client(own.baseUrl()).get("/").body())
                    .contains("shop", "PASSWORD")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void aRowShowsWhatAReaderLooksFor() {
        client.send("<message><send_viber>1</send_viber><send_sms>2</send_sms><name_delivery>Заказы</name_delivery>"
                + "<sender_viber>Лавка</sender_viber><text_viber>Готово</text_viber><sender_sms>Shop</sender_sms>"
                + "<text_sms>" + "г".repeat(71) + "</text_sms><abonent phone=\"" + ReservedPhone.NO_VIBER
                + "\"/></message>");

        String page = page("/");

        assertThat(page)
                .contains("<title>(1) Inbox · Gateway simulator</title>", ">70000000011<", ">Лавка<", ">Готово<")
                .contains("Viber → SMS", ">delivered<", ">2 parts<", ">Заказы<", "<li class=\"row unread\">")
                .contains("1–1 of 1", "<time datetime=\"20")
                .contains("href=\"/messages/" + gateway.latest().orElseThrow().idMessage() + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</title></textarea><svg/onload=alert(1)>",
                "[[${7*7}]] [(${7*7})] __${7*7}__ #{inbox.title} @{/}",
                "&lt;b&gt; &amp;"
            })
    void whateverStandsInAMessageIsText(String hostile) {
        String escaped = hostile.replace("&", "&amp;").replace("<", "&lt;");
        client.send("<message><send_sms>1</send_sms><name_delivery>" + escaped + "</name_delivery><sender_sms>"
                + "<![CDATA[<b>]]></sender_sms><text_sms>" + escaped
                + "</text_sms><abonent phone=\"79001234567\"/></message>");

        String page = page("/");

        assertThat(texts(page)).containsExactly(hostile);
        assertThat(page).doesNotContain("<img src=x", "<script>", "<svg/", "<b>", "' onmouseover");
        assertThat(page("/?q=" + encoded(hostile)))
                .contains(attribute(hostile))
                .doesNotContain("<img src=x", "<script>");
    }

    @Test
    void aLineBreakIsAGlyph() {
        client.send(Client.sms("79001234567", "one\\ntwo"));

        assertThat(texts(page("/"))).containsExactly("one ↵ two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ВАШ ЗАКАЗ", "заказ №17", "+7 (900) 123-45-67", "лавка", "4711"})
    void aMessageIsFoundByWhatSomebodyKnowsOfIt(String search) {
        client.send("<message><send_sms>1</send_sms><sender_sms>Лавка</sender_sms><text_sms>Ваш заказ №17 готов"
                + "</text_sms><abonent phone=\"79001234567\" client_id_message=\"4711\"/></message>"
                + Client.sms("79007654321", "Код 4812"));

        String page = page("/?q=" + encoded(search));

        assertThat(texts(page)).containsExactly("Ваш заказ №17 готов");
        assertThat(page).contains("1–1 of 1", "value=\"" + attribute(search) + "\"");
    }

    @Test
    void aSearchThatFindsNothingLeadsBackToAll() {
        client.send(Client.sms("79001234567", "text"));

        assertThat(page("/?q=nothing"))
                .containsOnlyOnce("Nothing found")
                .contains("<a href=\"/\">Show all messages</a>")
                .doesNotContain("No messages yet");
    }

    @Test
    void whatIsForAllMessagesIsNotOfferedBesideThoseFound() {
        client.send(Client.sms("79001234567", "text"));

        assertThat(page("/")).contains("Mark all as seen", "Delete all");
        assertThat(page("/?q=text")).contains("1–1 of 1").doesNotContain("Mark all as seen", "Delete all");
    }

    @Test
    void fiftyMessagesAreAPage() {
        for (int i = 1; i <= 51; i++) {
            client.send(Client.sms("79001234567", "text " + i));
        }

        String first = page("/");
        assertThat(texts(first)).hasSize(50).startsWith("text 51").endsWith("text 2");
        assertThat(first).contains("1–50 of 51", "href=\"/?offset=50\"").doesNotContain("id=\"newer\"");
        String second = page("/?q=text&offset=50");
        assertThat(texts(second)).containsExactly("text 1");
        assertThat(second)
                .contains("51–51 of 51", "href=\"/?q=text&amp;offset=0\"")
                .doesNotContain("id=\"older\"");
        assertThat(page("/?offset=10")).contains("11–51 of 51", "href=\"/?offset=0\"");
        assertThat(texts(page("/?offset=100"))).as("past the end").containsExactly("text 1");
        assertThat(client.get("/?offset=-1").statusCode()).isEqualTo(400);
        assertThat(client.get("/?offset=x").statusCode()).isEqualTo(400);

        gateway.inbox().delete(gateway.messages().get(0).idMessage());
        assertThat(texts(page("/?offset=50"))).as("its only one deleted").hasSize(50);
    }

    @Test
    void whatWasOpenedIsNoLongerMarked() {
        client.send(Client.sms("79001234567", "one") + Client.sms("79001234567", "two"));
        long two = gateway.latest().orElseThrow().idMessage();

        gateway.inbox().open(two);
        assertThat(page("/")).contains("<title>(1) Inbox").containsOnlyOnce("<li class=\"row unread\">");
        assertThat(form("/messages/opened", "back=/?q=o").headers().firstValue("Location"))
                .hasValue("/?q=o");
        assertThat(page("/")).contains("<title>Inbox").doesNotContain("row unread", "Mark all as seen");
    }

    @Test
    void aMessageIsDeletedAndThenAll() {
        client.send(
                Client.sms("79001234567", "one") + Client.sms("79001234567", "two") + Client.sms("79001234567", "x"));
        long latest = gateway.latest().orElseThrow().idMessage();

        assertThat(page("/")).contains("action=\"/messages/" + latest + "/delete\" hx-boost=\"true\" hx-confirm=\"");
        assertThat(form("/messages/" + latest + "/delete", "").statusCode()).isEqualTo(303);
        assertThat(texts(page("/"))).containsExactly("two", "one");
        assertThat(page("/")).contains("action=\"/messages/delete\" hx-boost=\"true\" hx-confirm=\"");
        assertThat(form("/messages/delete", "").statusCode()).isEqualTo(303);
        assertThat(page("/")).contains("No messages yet");
    }

    @Test
    void aMessageWhoseIdIsForgottenStaysAndSaysSo() {
        client.send(Client.sms("79001234567", "one"));

        gateway.forget(gateway.latest().orElseThrow().idMessage());

        assertThat(page("/")).contains(">id forgotten<");
    }

    @Test
    void aStateMovedByHandIsShown() {
        client.send(Client.sms("79001234567", "one"));

        gateway.setState(gateway.latest().orElseThrow().idMessage(), State.EXPIRED);

        assertThat(page("/")).contains("<span class=\"badge state expired\" title=\"expired\">expired</span>");
    }

    @Test
    void theBannerStandsWhileAFaultIsOn() {
        assertThat(page("/")).doesNotContain("Faults on");
        long id = gateway.faults().add(Fault.empty()).id();

        assertThat(page("/")).contains("Faults on: 1.");
        gateway.faults().enable(id, false);
        assertThat(page("/")).doesNotContain("Faults on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "", "x", "/ /", "/%0d%0aX: y"})
    void aFormNeverLeadsToAnotherHost(String back) {
        assertThat(form("/messages/opened", "back=" + encoded(back)).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).matches("/(%0d%0aX.*)?"));
    }

    @Test
    void anAddressTooLongToGoBackToLeadsToTheInbox() {
        assertThat(form("/messages/opened", "back=/?q=" + "x".repeat(20_000))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
    }

    private String page(String path) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> form(String path, String fields) {
        return client.post(
                path, fields.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/x-www-form-urlencoded");
    }

    private static List<String> texts(String page) {
        return TEXT.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(InboxPageTest::inside)
                .toList();
    }

    private static String inside(String element) {
        return text(element.replaceAll("^<[^>]*>|</span>$", ""));
    }

    private static String text(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
