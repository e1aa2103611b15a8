package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.WrongEncoding;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.model.ReservedPhone;
import ru.targetsms.simulator.model.State;

class DetailPageTest {

    private static final String PHONE = "79001234567";
    private static final List<String> TABS = List.of("timeline", "request", "answer", "headers", "questions");
    private static final TestClock clock = new TestClock("2026-11-23T10:00:00Z");
    private static final GatewaySimulator gateway = GatewaySimulator.builder()
            .clock(clock)
            .profile(Profile.MANUAL)
            .account("demo", "demo")
            .token("token-4821")
            .account("shop", "pass<\"'&>word")
            .start();

    private final Client client = new Client(gateway.baseUrl());

    @AfterEach
    void reset() {
        gateway.reset();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void theFactsOfAMessageStandUnderTheProtocolsNames() {
        long id = send("<send_viber>1</send_viber><name_delivery>Ноябрь</name_delivery>"
                + "<time_send>2026-11-23 14:00</time_send><text_viber>v</text_viber>"
                + "<validity_period_viber>5</validity_period_viber><finale_viber_read>1</finale_viber_read>"
                + "<abonent phone=\"79001234567\" client_id_message=\"17\"/>");

        assertThat(words(id, "timeline"))
                .contains("id_message " + id, "client_id_message 17", "login demo", "name_delivery Ноябрь")
                .contains("time_send 2026-11-23 14:00", "validity_period_viber 5 min", "finale_viber_read 1")
                .doesNotContain("price_viber");
        gateway.setState(id, State.READ);
        assertThat(words(id, "timeline")).contains("price_viber 1.10");
    }

    @ParameterizedTest
    @CsvSource({
        "x, 160, GSM-7 · 1 part · 160 characters · 160 of 160 units · 0 left",
        "€, 81, GSM-7 · 2 parts · 81 characters · 162 of 306 units · 143 left",
        "я, 70, UCS-2 · 1 part · 70 characters · 70 of 70 units · 0 left",
        "я, 135, UCS-2 · 3 parts · 135 characters · 135 of 201 units · 66 left"
    })
    void theMeterTellsHowAnSmsFillsItsParts(String sign, int count, String meter) {
        long id = send("<text_sms>" + sign.repeat(count) + "</text_sms><abonent phone=\"79001234567\"/>");

        assertThat(words(id, "timeline")).contains(meter);
    }

    @Test
    void r3_aLineBreakOfTheWireIsOneOnThePhone() {
        long id = send("<text_sms>one\\ntwo</text_sms><abonent phone=\"79001234567\"/>");

        assertThat(page(id, "timeline")).contains(">one\ntwo<");
        assertThat(page(id, "request")).contains(">one\\ntwo<");
    }

    @Test
    void whatIsNotSentSaysWhy() {
        long id = send(cascade("", ""));
        assertThat(words(id, "timeline")).contains("not sent yet", "only if Viber fails");

        gateway.moveInHand(id, State.READ);
        assertThat(words(id, "timeline")).contains("not needed").doesNotContain("not sent yet");

        long later = send(cascade("<time_send>2036-11-23 14:00</time_send>", ""));
        assertThat(words(later, "timeline")).contains("waits until", "Waits for its time,");
    }

    @Test
    void r8_theTimelineOfACascadeTellsEachStepInItsOrder() {
        long id = send(cascade("", ""));
        clock.pass(Duration.ofMinutes(5).plusSeconds(3));
        post(id, "state", "state=expired");
        clock.pass(Duration.ofSeconds(3));
        post(id, "state", "state=deliver");

        assertThat(words(id, "timeline"))
                .containsSubsequence(
                        "Accepted , 1 part",
                        "Viber : tried +5 min 3 s",
                        "Viber : expired",
                        "SMS : tried",
                        "SMS : delivered +3 s",
                        "Message : delivered");
    }

    @Test
    void r20_theTimelineCountsTheRepeatsThatWereRefused() {
        String message = Client.sms(PHONE, "text", 7);
        client.send(message);
        long id = gateway.latest().orElseThrow().idMessage();
        client.send(message);
        client.send(message);

        assertThat(words(id, "timeline")).contains("Repeats refused: 2", "client_id_message 7 repeats refused: 2");
    }

    @Test
    void somebodyWhoGotItTwiceIsNotedInTheTimeline() {
        client.send(Client.sms(PHONE, "text"));
        client.send(Client.sms(PHONE, "text"));

        assertThat(words(gateway.latest().orElseThrow().idMessage(), "timeline"))
                .contains("Accepted 2 times: somebody got it more than once");
    }

    @ParameterizedTest
    @CsvSource({
        "deliver,delivered",
        "read,read",
        "not_deliver,not delivered",
        "expired,expired",
        "partly_deliver,partly delivered"
    })
    void aButtonMovesTheChannelInHand(String state, String shown) {
        long id = send("<text_viber>v</text_viber><abonent phone=\"79001234567\"/>");

        HttpResponse<String> answer = post(id, "state", "state=" + state + "&back=/messages/" + id + "?tab=timeline");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/messages/" + id + "?tab=timeline");
        assertThat(gateway.message(id).orElseThrow().state().stateViber().word())
                .isEqualTo(state);
        assertThat(words(id, "timeline")).contains("Viber : " + shown);
    }

    @Test
    void whatTheChannelCannotBecomeIsSaidInPlace() {
        long id = send("<text_sms>s</text_sms><abonent phone=\"79001234567\"/>");

        HttpResponse<String> answer = post(id, "state", "state=read&back=/messages/" + id + "?tab=answer");

        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/messages/" + id + "?tab=answer&refused=read");
        assertThat(text(client.get(location).body())).contains("The channel in hand cannot have this state: read.");
        assertThat(gateway.message(id).orElseThrow().state().state()).isEqualTo(State.SEND);
    }

    @Test
    void onlyAMessageForViberCanBeRead() {
        long sms = send("<text_sms>s</text_sms><abonent phone=\"79001234567\"/>");
        long viber = send("<text_viber>v</text_viber><abonent phone=\"79001234567\"/>");

        assertThat(page(sms, "timeline")).doesNotContain("value=\"read\"").contains("value=\"expired\"");
        assertThat(page(viber, "timeline")).contains("value=\"read\"");
    }

    @Test
    void aForgottenIdIsUnknownToClientsAndMarkedHere() {
        long id = send("<text_sms>s</text_sms><abonent phone=\"79001234567\"/>");

        post(id, "forget", "");

        assertThat(client.state(id)).contains("Сообщение с таким ID не принималось");
        assertThat(words(id, "timeline"))
                .contains("id forgotten", "Id forgotten: clients are told that it is unknown")
                .doesNotContain("Forget the id");
    }

    @Test
    void whoDeletesAMessageIsLedBackToTheInbox() {
        long id = send("<text_sms>s</text_sms><abonent phone=\"79001234567\"/>");

        HttpResponse<String> deleted = post(id, "delete", "back=/messages/" + id + "?deleted=1");
        String location = deleted.headers().firstValue("Location").orElseThrow();

        assertThat(client.get(location).statusCode()).isEqualTo(303);
        assertThat(client.get(location).headers().firstValue("Location")).hasValue("/");
        assertThat(byScript(location).headers().firstValue("HX-Redirect")).hasValue("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/state", "/forget"})
    void aMessageThatIsGoneIsNotFoundWithAWayBack(String action) {
        String path = "/messages/1" + action;

        HttpResponse<String> answer = action.isEmpty() ? client.get(path) : form(path, "state=deliver");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer.body())).contains("back to the inbox");
    }

    @Test
    void anOpenPageIsToldThatItsMessageIsGone() {
        HttpResponse<String> answer = byScript("/messages/1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("id=\"message\"", "id=\"panel\"", "It was deleted");
    }

    @Test
    void openingAMessageTakesItsMarkButRefreshingItDoesNot() {
        long id = send("<text_sms>s</text_sms><abonent phone=\"79001234567\"/>");

        byScript("/messages/" + id);
        assertThat(gateway.inbox().unread()).isOne();

        client.get("/messages/" + id);
        assertThat(gateway.inbox().unread()).isZero();
    }

    @Test
    void theRequestIsAnElementALineWithThisMessageMarkedAndThePasswordAsDots() {
        client.send(Client.sms("79001234568", "other") + "<message><text_sms>mine</text_sms>"
                + "<abonent phone=\"79001234567\"/><abonent phone=\"79001234569\"/></message>");
        long id = gateway.messages().get(1).idMessage();

        assertThat(lines(id, "request"))
                .containsExactly(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
                        "<request>",
                        "  <security>",
                        "    <login value=\"demo\"/>",
                        "    <password value=\"••••••\"/>",
                        "  </security>",
                        "  <message>",
                        "    <send_sms>1</send_sms>",
                        "    <text_sms>other</text_sms>",
                        "    <abonent phone=\"79001234568\"/>",
                        "  </message>",
                        "*  <message>",
                        "*    <text_sms>mine</text_sms>",
                        "*    <abonent phone=\"79001234567\"/>",
                        "    <abonent phone=\"79001234569\"/>",
                        "*  </message>",
                        "</request>");
    }

    @Test
    void theAnswerHasThisMessagesEntryMarked() {
        client.send("<message><text_sms>s</text_sms><abonent phone=\"79001234567\"/><abonent phone=\"79001234568\"/>"
                + "</message>");
        long id = gateway.messages().get(1).idMessage();

        assertThat(lines(id, "answer").stream().filter(line -> line.startsWith("*")))
                .singleElement()
                .asString()
                .startsWith("*    <information id_message=\"" + id + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF_16", "WINDOWS_1251", "BROKEN_UTF_8", "CONTROL_CHARACTER"})
    void aSpoiltAnswerIsShownAsItCame(WrongEncoding encoding) {
        gateway.faults().add(Fault.encoding(encoding));

        client.post("/xml/message.php", Client.request(Client.sms(ReservedPhone.ANSWERED_AS_DUPLICATE, "text")));

        long id = gateway.latest().orElseThrow().idMessage();
        assertThat(words(id, "answer"))
                .contains("This is not well-formed XML in UTF-8", "<information id_message=\"" + id + "\"");
    }

    @Test
    void stateQueriesShowWhatWasAnsweredForThisIdAndHowOftenItWasAskedFor() {
        long other = send("<text_sms>o</text_sms><abonent phone=\"79001234568\"/>");
        long id = send("<text_sms>s</text_sms><abonent phone=\"79001234567\"/>");
        client.state(id, other);
        gateway.setState(id, State.DELIVER);
        client.state(id);

        assertThat(words(id, "questions")).contains("State queries by clients: 2.");
        assertThat(lines(id, "questions"))
                .hasSize(2)
                .allMatch(line -> line.contains("<state id_message=\"" + id + "\""))
                .first()
                .asString()
                .endsWith(">deliver</state>");
    }

    @Test
    void theLastTwentyStateQueriesAreShown() {
        long id = send("<text_sms>s</text_sms><abonent phone=\"79001234567\"/>");
        gateway.setState(id, State.DELIVER);
        client.state(id);
        gateway.setState(id, State.NOT_DELIVER);
        IntStream.range(0, 20).forEach(i -> client.state(id));

        assertThat(words(id, "questions")).contains("State queries by clients: 21.");
        assertThat(lines(id, "questions")).hasSize(20).allMatch(line -> line.endsWith(">not_deliver</state>"));
    }

    @Test
    void anExchangeThatIsNoLongerKeptIsSaidToBeGone() {
        try (GatewaySimulator forgetful =
                GatewaySimulator.builder().exchanges(0).start()) {
            Client itsClient = new Client(forgetful.baseUrl());
            itsClient.send(Client.sms(PHONE, "text"));
            String path = "/messages/" + forgetful.latest().orElseThrow().idMessage();

            assertThat(List.of("request", "answer", "headers")).allSatisfy(tab -> assertThat(
                            text(itsClient.get(path + "?tab=" + tab).body()))
                    .contains("No longer kept"));
        }
    }

    @Test
    void r32_headersAreShownButTheirSecretsAreDots() {
        String document = "<request>" + Client.sms(PHONE, "text") + "</request>";
        client.post(
                "/xml/message.php",
                document.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                Client.TYPE,
                "Authorization",
                "Bearer token-4821",
                "Cookie",
                "session=token-4821");

        long id = gateway.latest().orElseThrow().idMessage();
        assertThat(words(id, "headers"))
                .containsIgnoringCase("content-type text/xml; charset=utf-8")
                .containsIgnoringCase("authorization Bearer ••••••")
                .containsIgnoringCase("cookie ••••••");
        assertThat(TABS).allSatisfy(tab -> assertThat(page(id, tab)).doesNotContain("token-4821"));
    }

    @Test
    void r5_noTabShowsAPasswordHoweverItIsWritten() {
        String written = "pass&#60;&quot;&#x27;&amp;&gt;word";
        client.post(
                "/xml/message.php",
                "<request><!-- " + "pass&lt;word" + " --><security><login value=\"shop\"/><password  value = '"
                        + written + "' ></password></security>" + Client.sms(PHONE, "text") + "</request>");
        long id = gateway.latest().orElseThrow().idMessage();

        assertThat(lines(id, "request")).anyMatch(line -> line.contains("<password  value = \"••••••\""));
        assertThat(TABS)
                .allSatisfy(tab -> assertThat(page(id, tab)).doesNotContainPattern("pass&|pass<|word&#39;|&gt;word"));
    }

    @Test
    void nothingAClientSentBecomesMarkup() {
        String hostile = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;\"'${7*7}__${7*7}__";
        long id = send("<name_delivery>" + hostile + "</name_delivery><sender_viber>" + hostile
                + "</sender_viber><text_viber>" + hostile + "</text_viber><button_text>&lt;b&gt;\"'${7*7}</button_text>"
                + "<button_url>javascript:alert(1)</button_url><image_url>http://127.0.0.1:9/\"&gt;</image_url>"
                + "<abonent phone=\"79001234567\"/>");

        assertThat(TABS).allSatisfy(tab -> assertThat(page(id, tab))
                .doesNotContain("<script>alert", "<img src=x", "<b>", "href=\"javascript", "src=\"http", "49__")
                .contains("__${7*7}__"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void noTabLacksATextInEitherLanguage(String language) {
        long id = send(cascade("<time_send>2036-11-23 14:00</time_send>", "70000000011"));
        client.state(id);
        post(id, "state", "state=expired");
        post(id, "state", "state=read");
        post(id, "forget", "");

        assertThat(TABS).allSatisfy(tab -> assertThat(Client.exchange(HttpRequest.newBuilder(
                                        URI.create(gateway.baseUrl() + "/messages/" + id + "?refused=read&tab=" + tab))
                                .header("Accept-Language", language))
                        .body())
                .contains("lang=\"" + language + "\"", "aria-current=\"page\"")
                .doesNotContain("??"));
    }

    private long send(String inside) {
        client.send("<message>" + inside + "</message>");
        return gateway.latest().orElseThrow().idMessage();
    }

    private static String cascade(String fields, String phone) {
        return "<send_viber>1</send_viber><send_sms>2</send_sms>" + fields
                + "<text_viber>v</text_viber><text_sms>s</text_sms><abonent phone=\""
                + (phone.isEmpty() ? PHONE : phone) + "\"/>";
    }

    private String page(long id, String tab) {
        HttpResponse<String> answer = client.get("/messages/" + id + "?tab=" + tab);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String words(long id, String tab) {
        return text(page(id, tab));
    }

    /** Returns the lines of the documents on the page; {@code *} stands before the marked ones. */
    private List<String> lines(long id, String tab) {
        return Pattern.compile("<span class=\"line( mine)?\">(.*?)</span></span>", Pattern.DOTALL)
                .matcher(page(id, tab))
                .results()
                .map(line ->
                        (line.group(1) == null ? "" : "*") + plain(line.group(2).replaceAll("<[^>]*>", "")))
                .toList();
    }

    private HttpResponse<String> post(long id, String action, String form) {
        return form("/messages/" + id + "/" + action, form);
    }

    private HttpResponse<String> form(String path, String form) {
        return client.post(
                path, form.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/x-www-form-urlencoded");
    }

    private static HttpResponse<String> byScript(String path) {
        return Client.exchange(
                HttpRequest.newBuilder(URI.create(gateway.baseUrl() + path)).header("HX-Request", "true"));
    }

    private static String text(String html) {
        return plain(html.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ").replace(" .", ".");
    }

    private static String plain(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
