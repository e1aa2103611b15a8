package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.api.Guard;

class GuardTest {

    private static final GatewaySimulator gateway = GatewaySimulator.start();

    private static final String RESET = "/api/v1/reset";

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8025", "127.0.0.1", "127.0.0.1:8025", "[::1]", "[::1]:8025"})
    void overLoopbackTheHostIsThisMachine(String host) {
        assertThat(status("GET", "/api/v1/health", host)).isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8025",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil-localhost",
                "0.0.0.0",
                "192.0.2.1"
            })
    void overLoopbackAnyOtherHostIsRefused(String host) {
        assertThat(status("GET", "/api/v1/messages", host)).isEqualTo("403");
        assertThat(status("POST", RESET, host)).isEqualTo("403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "192.0.2.1", "gateway.test.example:8025"})
    void overAnAddressTheOwnerOpenedAnyHostWillDo(String host) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/health");
        request.addHeader("Host", host);

        request.setLocalAddr("192.0.2.1");
        assertThat(filtered(request)).isEqualTo(200);
        request.setLocalAddr("127.0.0.1");
        assertThat(filtered(request)).isEqualTo(403);
        request.setLocalAddr("0:0:0:0:0:0:0:1");
        assertThat(filtered(request)).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 204",
        "Origin: http://localhost:8025, 204",
        "Sec-Fetch-Site: same-origin, 204",
        "Sec-Fetch-Site: none, 204",
        "Origin: http://localhost:8026, 403",
        "Origin: https://localhost:8025, 403",
        "Origin: http://127.0.0.1:8025, 403",
        "Origin: http://evil.example, 403",
        "Origin: http://localhost:8025.evil.example, 403",
        "Origin: null, 403",
        "Sec-Fetch-Site: cross-site, 403",
        "Sec-Fetch-Site: same-site, 403"
    })
    void onlyItsOwnPagesAndNoPagesChangeAnything(String header, String status) {
        assertThat(status("POST", RESET, "localhost:8025", header)).isEqualTo(status);
        assertThat(status("DELETE", "/api/v1/faults", "localhost:8025", header)).isEqualTo(status);
        assertThat(status("GET", "/api/v1/health", "localhost:8025", header)).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({
        "/events, Sec-Fetch-Site, same-origin, 200",
        "/events, Sec-Fetch-Site, cross-site, 403",
        "/events, Origin, http://evil.example, 403",
        "/%65vents, Origin, http://evil.example, 403",
        "/events;a=b, Origin, http://evil.example, 403"
    })
    void onlyItsOwnPagesAndNoPagesListenToTheStreamHoweverItsPathIsWritten(
            String path, String header, String value, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader("Host", "localhost:8025");
        request.addHeader(header, value);

        assertThat(filtered(request)).isEqualTo(status);
    }

    @Test
    void whatAnotherSiteMayNotDoIsSaidAndNotDone() {
        new Client(gateway.baseUrl()).send(Client.sms("79001234567", "text"));

        String answer =
                RawClient.exchange(gateway.port(), head("POST", RESET, "localhost", "Origin: http://evil.example"));

        assertThat(answer).contains("{\"error\":\"The request comes from another web site\"}");
        assertThat(gateway.messages()).isNotEmpty();
    }

    @Test
    void aBodyMayHaveAMegabyteAndNotAByteMore() {
        String fault = "{\"action\":\"empty\"}";

        assertThat(posted("Content-Length: " + (1 << 20), fault + " ".repeat((1 << 20) - fault.length())))
                .isEqualTo("200");
        assertThat(posted("Content-Length: " + ((1 << 20) + 1), fault + " ".repeat((1 << 20) + 1 - fault.length())))
                .isEqualTo("413");
        assertThat(gateway.faults().rules()).hasSize(1);
        gateway.faults().clear();
    }

    @Test
    void aBodyThatHidesItsLengthIsRefused() throws Exception {
        assertThat(posted("Transfer-Encoding: chunked", "12\r\n{\"action\":\"empty\"}\r\n0\r\n\r\n"))
                .isEqualTo("411");
        MockHttpServletRequest multiplexed = new MockHttpServletRequest("PUT", "/api/v1/faults");
        multiplexed.setProtocol("HTTP/2.0");
        multiplexed.addHeader("Host", "localhost");
        assertThat(filtered(multiplexed)).isEqualTo(411);
        multiplexed.setMethod("DELETE");
        assertThat(filtered(multiplexed)).isEqualTo(200);
    }

    @Test
    void theGatewaysOwnAddressesAreNotGuarded() {
        String document = Client.request(Client.sms("79001234567", "text"));
        int length = document.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;

        String answer = RawClient.exchange(
                gateway.port(),
                head(
                                "POST",
                                "/xml/message.php",
                                "sms.example",
                                "Origin: http://shop.example",
                                "Content-Type: " + Client.TYPE,
                                "Content-Length: " + length)
                        + document);

        assertThat(answer).contains(">send<");
    }

    private static String posted(String length, String body) {
        String head = head("POST", "/api/v1/faults", "localhost", "Content-Type: application/json", length);
        return status(RawClient.exchange(gateway.port(), head + body));
    }

    private static String status(String method, String path, String host, String... headers) {
        return status(RawClient.exchange(gateway.port(), head(method, path, host, headers)));
    }

    private static String status(String answer) {
        return answer.split(" ", 3)[1];
    }

    private static String head(String method, String path, String host, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        head.append("Host: ").append(host).append("\r\n");
        for (String header : headers) {
            head.append(header).append(header.isEmpty() ? "" : "\r\n");
        }
        return head + "\r\n";
    }

    private static int filtered(MockHttpServletRequest request) throws Exception {
        ServerResponse answer = new Guard()
                .filter(ServerRequest.create(request, List.of()), passed -> ServerResponse.ok()
                        .build());
        return answer.statusCode().value();
    }
}
