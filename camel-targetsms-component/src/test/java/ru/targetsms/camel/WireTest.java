package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.simulator.model.HttpExchange;

/** What leaves the machine, as the simulator saw it. */
class WireTest extends CamelTest {

    private static final Map<String, Object> PHONE = Map.of("CamelTargetSmsPhone", "79001234567");

    /** R1 */
    @Test
    void oneDocumentIsOnePostToTheAddressOfItsOperation() {
        send("targetsms:send", "x", PHONE);
        send("targetsms:status", List.of(1, 2));

        assertThat(simulator.requests())
                .extracting(HttpExchange::path)
                .containsExactly("/xml/message.php", "/xml/state_message.php");
    }

    /** R1: the platform is white-label, so another host may serve it under a path. */
    @Test
    void aPathInTheBaseUrlStandsInFrontOfTheAddresses() throws Exception {
        try (BrokenGateway gateway = new BrokenGateway(BrokenGateway.xml("<response/>"))) {
            send("targetsms:status?baseUrl=" + gateway.baseUrl() + "/sms/", "1");

            assertThat(gateway.requests().get(0).head()).startsWith("POST /sms/xml/state_message.php HTTP/1.1");
        }
    }

    /** R2 */
    @Test
    void theDocumentIsUtf8XmlSentWithoutAskingFirst() throws Exception {
        try (BrokenGateway gateway = new BrokenGateway(BrokenGateway.xml("<response/>"))) {
            send("targetsms:send?baseUrl=" + gateway.baseUrl(), "Привет, \uD83D\uDE00".repeat(400), PHONE);

            String head = gateway.requests().get(0).head();
            assertThat(head).contains("Content-Type: text/xml; charset=utf-8\r\n");
            assertThat(head).doesNotContainIgnoringCase("expect").doesNotContainIgnoringCase("transfer-encoding");
            assertThat(gateway.requests().get(0).body())
                    .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><request>")
                    .contains("Привет, \uD83D\uDE00");
        }
    }

    /** R4 */
    @Test
    void tlsIsVerifiedUnlikeInTheManualsSample() throws Exception {
        try (TlsGateway gateway = new TlsGateway(simulator.baseUrl())) {
            assertThat(send("targetsms:send?baseUrl=" + gateway.baseUrl(), "x", PHONE)
                            .getException())
                    .isInstanceOf(NotSentException.class);
            assertThat(gateway.posts()).isZero();
        }
    }

    /** R25 */
    @Test
    void idsAreAskedForInOneStateElement() {
        send("targetsms:status", List.of("111", 112));

        assertThat(lastRequest())
                .endsWith("<state><id_message>111</id_message><id_message>112</id_message></state></request>");
    }

    /** R32 */
    @Test
    void aTokenReplacesLoginAndPassword() throws Exception {
        try (var withToken = ru.targetsms.simulator.GatewaySimulator.builder()
                .token("secret")
                .start()) {
            String uri = "targetsms:send?token=secret&baseUrl=" + withToken.baseUrl();

            assertThat(send(uri, "x", PHONE).getException()).isNull();

            HttpExchange request = withToken.requests().get(0);
            assertThat(request.header("Authorization")).hasValue("Bearer secret");
            assertThat(request.requestText()).doesNotContain("security");
        }
    }

    /** R3 */
    @Test
    void lineBreaksOfATextBecomeTwoCharacters() {
        send("targetsms:send", "one\r\ntwo\nthree\u2028four", PHONE);

        assertThat(lastRequest())
                .contains("<text_sms>one\\ntwo\\nthree\\nfour</text_sms>")
                .doesNotContain("\n", "\r");
    }
}
