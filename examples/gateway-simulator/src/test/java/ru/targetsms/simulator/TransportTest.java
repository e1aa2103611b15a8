package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {

    @RegisterExtension
    private static final GatewaySimulator gateway =
            GatewaySimulator.builder().maxBody(1_000_000).start();

    private static final String MALFORMED = "<error>Неправильный формат XML документа</error>";
    private static final String SMS = Client.request(Client.sms("79001234567", "text"));

    private final Client client = new Client(gateway.baseUrl());

    @Test
    void r1_there_are_two_addresses_and_each_takes_its_own_document_only() {
        assertThat(client.post("/xml/message.php", SMS)).contains(">send<");
        assertThat(client.post("/xml/state_message.php", SMS)).contains(MALFORMED);
        assertThat(client.post("/xml/message.php", Client.request("<state><id_message>1</id_message></state>")))
                .contains(MALFORMED);
        assertThat(client.get("/xml/other.php").statusCode()).isEqualTo(404);
    }

    @Test
    void r1_nothing_posted_has_an_answer_of_its_own() {
        assertThat(client.post("/xml/message.php", "")).contains("<error>POST данные отсутствуют</error>");
        assertThat(client.get("/xml/message.php").body()).contains("<error>POST данные отсутствуют</error>");
    }

    @Test
    void r2_the_answer_is_utf8_xml_with_status_200_whatever_is_wrong() {
        HttpResponse<String> answer = client.post("/xml/message.php", "junk".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml;charset=utf-8");
        assertThat(answer.body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?><response>" + MALFORMED + "</response>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml;charset=UTF-8", "Text/XML; charset=\"utf-8\"", "text/xml ; charset=utf-8"})
    void r2_the_content_type_may_be_written_in_every_way_http_allows(String type) {
        assertThat(postAs(type)).contains(">send<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml",
                "text/xml; charset=windows-1251",
                "application/xml; charset=utf-8",
                "text/plain; charset=utf-8",
                "application/x-www-form-urlencoded"
            })
    void r2_another_content_type_is_refused(String type) {
        assertThat(postAs(type)).contains(MALFORMED);
    }

    @Test
    void r2_a_missing_content_type_is_refused() {
        assertThat(client.post("/xml/message.php", SMS.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains(MALFORMED);
    }

    @Test
    void r2_bytes_that_are_not_utf8_are_refused() {
        byte[] latin = SMS.replace("text<", "t\u00e9xt<").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(client.post("/xml/message.php", latin, "Content-Type", Client.TYPE)
                        .body())
                .contains(MALFORMED);
    }

    @Test
    void r2_another_declared_encoding_is_refused() {
        assertThat(client.post("/xml/message.php", SMS.replace("\"utf-8\"?", "\"windows-1251\"?")))
                .contains(MALFORMED);
    }

    @Test
    void r2_expect_100_continue_is_refused() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/xml/message.php"))
                .header("Content-Type", Client.TYPE)
                .expectContinue(true)
                .POST(BodyPublishers.ofString(SMS));

        assertThat(Client.exchange(request).body()).contains(MALFORMED);
    }

    @Test
    void r2_a_body_above_the_limit_is_refused() {
        String long_ = Client.request(Client.sms("79001234567", "x".repeat(1_000_000)));

        assertThat(client.post("/xml/message.php", long_)).contains(MALFORMED);
        assertThat(gateway.messages()).isEmpty();
    }

    @Test
    void r2_a_long_document_is_read_whole_whatever_has_to_be_escaped_in_it() {
        assertThat(client.send(Client.sms("79001234567", "&amp;".repeat(150_000))))
                .contains(">send<");
        assertThat(gateway.latest().orElseThrow().textSms()).isEqualTo("&".repeat(150_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "&#10;", "&#13;"})
    void r3_a_line_break_in_a_text_is_refused(String lineBreak) {
        assertThat(client.send(Client.sms("79001234567", "one" + lineBreak + "two")))
                .isEqualTo(MALFORMED);
        assertThat(client.send(Client.sms("7900" + lineBreak, "one"))).isEqualTo(MALFORMED);
    }

    @Test
    void r3_a_line_break_between_elements_is_refused() {
        assertThat(client.post("/xml/message.php", SMS.replace("?><", "?>\n<"))).contains(MALFORMED);
        assertThat(client.post("/xml/message.php", SMS + "\n")).contains(MALFORMED);
    }

    @Test
    void r3_backslash_and_n_are_two_ordinary_characters() {
        assertThat(client.send(Client.sms("79001234567", "one\\ntwo"))).contains(">send<");
        assertThat(gateway.latest().orElseThrow().textSms()).isEqualTo("one\\ntwo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE request><request/>",
                "<?xml version=\"1.1\" encoding=\"utf-8\"?><request/>",
                "<!DOCTYPE request [<!ENTITY x \"y\">]><request>&x;</request>",
                "<request>&x;</request>",
                "<request/>",
                "<other/>",
                "<request",
                "<request></request><request></request>",
                "not xml at all"
            })
    void r5_what_is_not_a_request_is_refused(String document) {
        assertThat(client.post("/xml/message.php", document)).contains(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE request>", "<!DOCTYPE request [<!ENTITY x \"y\">]>", "\uFEFF", "x"})
    void r5_nothing_but_the_prolog_stands_before_the_request(String before) {
        assertThat(client.post("/xml/message.php", SMS.replace("<request>", before + "<request>")))
                .contains(MALFORMED);
        assertThat(client.post("/xml/message.php", before + SMS)).contains(MALFORMED);
    }

    @Test
    void r5_an_entity_nobody_declared_is_refused() {
        assertThat(client.send(Client.sms("79001234567", "&nbsp;"))).isEqualTo(MALFORMED);
    }

    private String postAs(String type) {
        return client.post("/xml/message.php", SMS.getBytes(StandardCharsets.UTF_8), "Content-Type", type)
                .body();
    }
}
