package ru.targetsms.camel.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;

/** The body of an answer decides first, whatever the HTTP status (R21, R22, F13, F24-F26). */
class XmlHttpGatewayTest {

    private static final String ACCEPTED = "<response><message><information id_message=\"1\" phone=\"79000000001\">"
            + "send</information></message></response>";
    private static final String REFUSED = "<response><error>Ваш аккаунт заблокирован</error></response>";

    private static DefaultCamelContext context;
    private static ScheduledExecutorService deadlines;
    private static HttpServer server;
    private static XmlHttpGateway gateway;
    private static volatile int status;
    private static volatile byte[] answer;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        context = new DefaultCamelContext();
        context.disableJMX();
        context.start();
        deadlines = Executors.newSingleThreadScheduledExecutor();
        String baseUrl = "http://localhost:" + server.getAddress().getPort();
        gateway = new XmlHttpGateway(context, Wire.settings(baseUrl, "demo", "demo", null), deadlines);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        deadlines.shutdownNow();
        context.stop();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 429, 500, 503})
    void a_trustworthy_answer_counts_under_any_status(int httpStatus) {
        Reply<List<SendResult>> accepted = send(httpStatus, ACCEPTED);
        Reply<List<SendResult>> refused = send(httpStatus, REFUSED);

        assertThat(accepted.kind()).isEqualTo(Kind.ANSWERED);
        assertThat(accepted.value())
                .singleElement()
                .extracting(SendResult::outcome)
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refused.reason()).isEqualTo(Reason.ACCOUNT_BLOCKED);
        assertThat(refused.text()).isEqualTo("Ваш аккаунт заблокирован");
    }

    @ParameterizedTest
    @CsvSource({
        "400, OTHER",
        "401, AUTHENTICATION",
        "403, AUTHENTICATION",
        "404, OTHER",
        "405, OTHER",
        "413, OTHER",
        "415, OTHER"
    })
    void f24_a_status_that_means_refused_refuses_when_the_body_says_nothing(int httpStatus, Reason reason) {
        assertThat(List.of("", "<html/>", "{}", "<response>")).allSatisfy(body -> {
            Reply<List<SendResult>> reply = send(httpStatus, body);

            assertThat(reply.kind()).isEqualTo(Kind.REFUSED_BY_STATUS);
            assertThat(reply.reason()).isEqualTo(reason);
            assertThat(reply.text()).isEqualTo("HTTP " + httpStatus);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 301, 302, 307, 308, 402, 409, 418, 429, 500, 502, 503, 504})
    void f13_f25_f26_any_other_status_leaves_the_outcome_unknown(int httpStatus) {
        assertThat(List.of("", "<html/>", "{}", "<response>"))
                .allSatisfy(body -> assertThat(send(httpStatus, body).kind()).isEqualTo(Kind.UNKNOWN));
    }

    @Test
    void r21_an_answer_that_refuses_the_document_and_answers_it_as_well_is_not_trusted() {
        assertThat(send(200, ACCEPTED.replace("</response>", "<error>x</error></response>"))
                        .kind())
                .isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void r22_an_empty_answer_leaves_everybody_unknown() {
        Reply<List<SendResult>> reply = send(200, "<response/>");

        assertThat(reply.value()).extracting(SendResult::outcome).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void an_answer_above_the_cap_is_not_read_further() {
        assertThat(send(200, ACCEPTED + " ".repeat(70 * 1024)).problem())
                .isEqualTo("localhost: HTTP 200, the answer is larger than 67584 bytes");
    }

    @Test
    void what_went_wrong_is_told_in_one_line_that_hides_phones() {
        assertThat(send(502, "<html>\n79001234567\n</html>").problem())
                .startsWith("localhost: HTTP 502, the answer is no <response>")
                .doesNotContain("79001234567", "\n");
        assertThat(send(200, "<response><error>Номер 79001234567\nчужой</error></response>")
                        .problem())
                .isEqualTo("localhost refused the document: Номер *** чужой");
    }

    private static Reply<List<SendResult>> send(int httpStatus, String body) {
        status = httpStatus;
        answer = body.getBytes(UTF_8);
        return gateway.send(List.of(Wire.to(0, "А", "79000000001", null)));
    }
}
