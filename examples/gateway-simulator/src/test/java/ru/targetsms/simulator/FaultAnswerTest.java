package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.WrongEncoding;
import ru.targetsms.simulator.fault.XmlAttack;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.model.DuplicateAnswer;

class FaultAnswerTest {

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    private static final String TWO = "<message><text_sms>one</text_sms><abonent phone=\"79001234567\"/>"
            + "<abonent phone=\"79001234568\"/></message>";
    private static final String OTHER = Client.sms("79007654321", "other");

    private final Client client = new Client(gateway.baseUrl());

    @Test
    void aStatusComesWithAPageAndNothingIsAccepted() {
        gateway.faults().add(Fault.status(503).retryAfter("soon"));

        HttpResponse<String> answer = exchange(TWO);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("soon");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
        assertThat(gateway.messages()).isEmpty();
    }

    @Test
    void aStatusCanComeThoughTheGatewayAccepted() {
        gateway.faults().add(Fault.status(502).afterAccept());

        assertThat(exchange(TWO).statusCode()).isEqualTo(502);
        assertThat(gateway.messages()).hasSize(2);
    }

    @Test
    void theAnswerItselfCanHaveAnotherStatusAndOtherHeaders() {
        gateway.faults().add(Fault.answerWithStatus(500).header("CamelHttpUri", "http://localhost:1"));

        HttpResponse<String> answer = exchange(TWO);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("CamelHttpUri")).hasValue("http://localhost:1");
        assertThat(answer.body()).contains(">send<").endsWith("</response>");
    }

    @Test
    void aRedirectNamesItsLocation() {
        gateway.faults().add(Fault.redirect(308, "http://localhost:1/x"));

        HttpResponse<String> answer = exchange(TWO);

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).hasValue("http://localhost:1/x");
    }

    @Test
    void aGatewayErrorRefusesTheWholeDocument() {
        gateway.faults().add(Fault.gatewayError("a < b & c"));

        assertThat(client.send(TWO)).isEqualTo("<error>a &lt; b &amp; c</error>");
        assertThat(client.state(1)).isEqualTo("<error>a &lt; b &amp; c</error>");
        assertThat(gateway.messages()).isEmpty();
    }

    @Test
    void aMessageErrorRefusesOneMessageAndNoOther() {
        gateway.faults().add(Fault.messageError("Нет").text("^other$"));

        assertThat(client.send(OTHER + TWO))
                .startsWith("<message><error>Нет</error></message><message><information id");
        assertThat(gateway.messages()).hasSize(2);
        assertThat(gateway.ledger().totals().refused()).isOne();
    }

    @Test
    void aRefusalRefusesOneRecipientAndNoOther() {
        gateway.faults().add(Fault.refusal("<b>".repeat(4000)).phone("79001234568"));

        assertThat(client.send(TWO))
                .endsWith("<information client_id_message=\"\" phone=\"79001234568\">" + "&lt;b&gt;".repeat(4000)
                        + "</information></message>");
        assertThat(gateway.messages()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRepeatIsAnsweredInTheFormWanted(DuplicateAnswer form) {
        String sms = Client.sms("79001234567", "text", 7);
        ActiveFault fault = gateway.faults().add(Fault.duplicateAnswer(form));
        client.send(sms);
        assertThat(fault.fired()).isZero();

        String answer = client.send(sms);

        assertThat(fault.fired()).isOne();
        assertThat(answer.contains("id_message=\"1")).isEqualTo(form != DuplicateAnswer.ERROR_TEXT);
        assertThat(answer.contains(">send<")).isEqualTo(form == DuplicateAnswer.OLD_ID);
        assertThat(gateway.messages()).hasSize(1);
    }

    @Test
    void theBodyCanBeEmptyOrAPageOrJsonOrHaveAnotherRoot() {
        gateway.faults().add(Fault.empty().first(1));
        gateway.faults().add(Fault.htmlPage().first(1));
        gateway.faults().add(Fault.json().first(1));
        gateway.faults().add(Fault.otherRoot().first(1));

        assertThat(exchange(TWO).body()).isEmpty();
        assertThat(exchange(TWO).body()).startsWith("<!DOCTYPE html>");
        assertThat(exchange(TWO).body()).isEqualTo("{\"success\":true}");
        assertThat(exchange(TWO).body()).contains("?><answer><message>").endsWith("</answer>");
        assertThat(gateway.messages()).hasSize(8);
    }

    @Test
    void anAnswerEndsAfterSoManyRecipients() {
        ActiveFault half = gateway.faults().add(Fault.halfAnswer(2));

        assertThat(exchange(OTHER + TWO).body())
                .endsWith("phone=\"79001234567\" count_message=\"1\">send</information>");
        assertThat(half.fired()).isOne();
        exchange(OTHER);
        assertThat(half.matched()).isEqualTo(2);
        assertThat(half.fired()).isOne();
    }

    @Test
    void anAnswerIsTurnedRound() {
        ActiveFault reordered = gateway.faults().add(Fault.reordered());

        assertThat(client.send(OTHER + TWO)
                        .replaceAll("<information[^>]* phone=\"([0-9]+)\"[^>]*>send</information>", "$1 "))
                .isEqualTo("<message>79001234568 79001234567 </message><message>79007654321 </message>");
        client.send(OTHER);
        assertThat(reordered.fired()).isOne();
    }

    @Test
    void anAnswerLeavesRecipientsOutAndAddsOthers() {
        gateway.faults().add(Fault.missing(2).first(1));
        gateway.faults().add(Fault.extra().first(1));

        assertThat(client.send(OTHER + TWO))
                .startsWith("<message></message>")
                .containsOnlyOnce("phone=\"79001234568\"");
        assertThat(client.send(OTHER)).contains("phone=\"70000000099\"", "phone=\"79007654321\"");
    }

    @Test
    void statesAreLeftOutAndAddedAsWell() {
        gateway.faults().add(Fault.missing(1).onStatus().first(1));
        gateway.faults().add(Fault.extra().onStatus().first(1));
        gateway.faults().add(Fault.reordered().onStatus().first(1));

        assertThat(client.state(5, 6)).doesNotContain("id_message=\"5\"").contains("id_message=\"6\"");
        assertThat(client.state(5)).contains("id_message=\"1\"", "id_message=\"5\"");
        assertThat(client.state(5, 6)).matches(".*id_message=\"6\".*id_message=\"5\".*");
    }

    @Test
    void anAttributeHasAnotherValueWhereverItStands() {
        ActiveFault fault = gateway.faults().add(Fault.attribute("id_sms", "a \"$1\" & <b>"));

        assertThat(client.send(OTHER + TWO).split("id_sms=\"a &quot;\\$1&quot; &amp; &lt;b>\"", -1))
                .hasSize(4);
        assertThat(client.state(5)).doesNotContain("id_sms");
        assertThat(fault.fired()).isOne();
    }

    @Test
    void theTimeOfAStateCanBeEmptyAndItsPartsAWord() {
        client.send(OTHER);
        long id = gateway.latest().orElseThrow().idMessage();
        gateway.faults().add(Fault.attribute("time_change_state", "").onStatus().first(1));
        gateway.faults().add(Fault.attribute("num_parts_sms", "одна").onStatus());

        assertThat(client.state(id)).contains("time_change_state=\"\"", ">deliver<");
        assertThat(client.state(id)).contains("num_parts_sms=\"одна\"", ">deliver<");
    }

    @Test
    void nothingIsAcceptedAndStillTheAnswerLooksAsIfItWere() {
        gateway.faults().add(Fault.halfAnswer(1).beforeAccept());

        assertThat(exchange(TWO).body()).contains("id_message=\"1").endsWith(">send</information>");
        assertThat(gateway.messages()).isEmpty();
        assertThat(gateway.ledger().totals().accepted()).isZero();
    }

    @Test
    void aFaultThatFindsNothingToSpoilNeverPretendsAcceptance() {
        ActiveFault fault = gateway.faults().add(Fault.halfAnswer(3).beforeAccept());

        assertThat(exchange(TWO).body()).contains(">send</information></message></response>");
        assertThat(gateway.messages()).hasSize(2);
        assertThat(fault.fired()).isZero();
    }

    @Test
    void aHugeAnswerIsAsLongAsWantedAndStillWellFormed() {
        gateway.faults().add(Fault.huge(5_000_000));

        assertThat(exchange(TWO).body()).hasSize(5_000_000).contains(">send<").endsWith(" </response>");
    }

    @Test
    void aGzipBombIsSmallOnTheWire() throws IOException {
        gateway.faults().add(Fault.gzipBomb());

        HttpResponse<byte[]> answer = bytes(TWO);

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.body()).hasSizeLessThan(4 << 20);
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(unpacked.readNBytes(100_000), StandardCharsets.UTF_8))
                    .contains(">send<")
                    .endsWith("  ");
            assertThat(unpacked.skip(200L << 20)).isEqualTo(200L << 20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWrongEncodingChangesLabelOrBytes(WrongEncoding encoding) {
        ActiveFault fault = gateway.faults().add(Fault.encoding(encoding));

        HttpResponse<byte[]> answer = bytes(Client.sms("70000000005", "text"));

        assertThat(fault.fired()).isOne();
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).endsWith("=" + encoding.label());
        String text = new String(answer.body(), Charset.forName(encoding.label()));
        assertThat(text.contains(">Данное направление закрыто.</information>"))
                .isEqualTo(encoding == WrongEncoding.UTF_16
                        || encoding == WrongEncoding.WINDOWS_1251
                        || encoding == WrongEncoding.BYTE_ORDER_MARK);
        assertThat(text.indexOf('\u0001') > 0).isEqualTo(encoding == WrongEncoding.CONTROL_CHARACTER);
        assertThat(text.indexOf('\uFFFD') > 0)
                .isEqualTo(encoding == WrongEncoding.BROKEN_UTF_8 || encoding == WrongEncoding.WINDOWS_1251_SAYS_UTF_8);
        assertThat(text.startsWith("\uFEFF")).isEqualTo(encoding == WrongEncoding.BYTE_ORDER_MARK);
    }

    @Test
    void anEncodingThatMakesNoDifferenceDoesNotCount() {
        ActiveFault fault = gateway.faults().add(Fault.encoding(WrongEncoding.WINDOWS_1251_SAYS_UTF_8));

        assertThat(client.send(TWO)).contains(">send<");
        assertThat(fault.matched()).isOne();
        assertThat(fault.fired()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void everyXmlAttackKeepsTheAnswerItself(XmlAttack attack) {
        gateway.faults().add(Fault.xmlAttack(attack, "http://localhost:1/x"));

        String answer = exchange(TWO).body();

        assertThat(answer).startsWith("<?xml").contains("<message><information").endsWith("</message></response>");
        String sign =
                switch (attack) {
                    case DOCTYPE -> "<!DOCTYPE response><response>";
                    case EXTERNAL_ENTITY -> "SYSTEM \"http://localhost:1/x\">]><response>&x;";
                    case EXTERNAL_DTD -> "<!DOCTYPE response SYSTEM \"http://localhost:1/x\"><response>";
                    case BILLION_LAUGHS -> "<!ENTITY l9 \"" + "&l8;".repeat(10) + "\">]><response>&l9;";
                    case DEEP -> "<a>".repeat(200_000) + "</a>".repeat(200_000);
                    case MANY_ATTRIBUTES -> " a19999=\"\">";
                    case LONG_ATTRIBUTE -> "<response a=\"" + "x".repeat(1 << 20) + "\">";
                };
        assertThat(answer.contains(sign)).as(attack.name()).isTrue();
    }

    @Test
    void whatTheGatewayRefusesIsSpoiltAsWell() {
        gateway.faults().add(Fault.otherRoot());

        assertThat(exchange("<nothing/>").body()).contains("<answer><error>");
    }

    private static HttpResponse<String> exchange(String messages) {
        return Client.exchange(request(messages));
    }

    private static HttpResponse<byte[]> bytes(String messages) {
        try {
            return HttpClient.newHttpClient().send(request(messages).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String messages) {
        return HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/xml/message.php"))
                .header("Content-Type", Client.TYPE)
                .POST(BodyPublishers.ofString(Client.request(messages)));
    }
}
