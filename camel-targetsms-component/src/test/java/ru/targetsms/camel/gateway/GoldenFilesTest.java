package ru.targetsms.camel.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.MessageRules;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;
import ru.targetsms.camel.model.TargetSmsMessage;

/** The examples of the gateway's manual, byte for byte, in both directions. */
class GoldenFilesTest {

    private static final List<String> IDS = List.of("8500000001", "8500000002", "42");

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();

    private HttpServer server;
    private byte[] answer;
    private String path;
    private Headers headers;
    private byte[] posted;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            path = exchange.getRequestURI().toString();
            headers = exchange.getRequestHeaders();
            posted = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        context.disableJMX();
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        server.stop(0);
        deadlines.shutdownNow();
    }

    @Test
    void r1_r2_r5_to_r20_the_manuals_send_request() {
        send(withPassword(), "send-answer.xml");

        assertThat(path).isEqualTo("/xml/message.php");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("text/xml; charset=utf-8");
        assertThat(headers).doesNotContainKeys("Authorization", "Expect");
        assertPosted("send-request.xml");
    }

    @Test
    void r32_a_token_travels_in_the_header_and_the_document_has_no_security() {
        send(Wire.settings(baseUrl(), null, null, "token-17"), "send-answer.xml");

        assertThat(headers.get("Authorization")).containsExactly("Bearer token-17");
        assertPosted("send-request-token.xml");
    }

    @Test
    void r1_r2_r5_r25_the_manuals_status_request() {
        status(withPassword(), "status-answer.xml");

        assertThat(path).isEqualTo("/xml/state_message.php");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("text/xml; charset=utf-8");
        assertPosted("status-request.xml");
    }

    @Test
    void r21_the_manuals_refusal_of_a_send_document() {
        Reply<List<SendResult>> reply = send(withPassword(), "send-answer-refused.xml");

        assertThat(reply.kind()).isEqualTo(Kind.REFUSED);
        assertThat(reply.text()).isEqualTo("Неправильный логин или пароль");
        assertThat(reply.reason()).isEqualTo(Reason.AUTHENTICATION);
    }

    @Test
    void r22_r23_r24_the_manuals_answer_to_a_send_document() {
        Reply<List<SendResult>> reply = send(withPassword(), "send-answer.xml");

        assertThat(reply.kind()).isEqualTo(Kind.ANSWERED);
        assertThat(reply.value())
                .extracting(
                        SendResult::index,
                        SendResult::phone,
                        SendResult::clientIdMessage,
                        SendResult::outcome,
                        SendResult::idMessage,
                        SendResult::idSms,
                        SendResult::idViber,
                        SendResult::countMessage,
                        SendResult::text)
                .containsExactly(
                        tuple(0, "79000000001", 111L, Outcome.ACCEPTED, "8500000001", null, "2731379410", null, "send"),
                        tuple(
                                1,
                                "79000000002",
                                112L,
                                Outcome.REJECTED,
                                null,
                                null,
                                null,
                                null,
                                "Номер телефона присутствует в стоп-листе."),
                        tuple(2, "79000000003", 113L, Outcome.ACCEPTED, "8500000002", null, "2731379411", 1, "send"),
                        tuple(
                                3,
                                "380440000004",
                                null,
                                Outcome.REJECTED,
                                null,
                                null,
                                null,
                                null,
                                "Отправитель не прошел модерацию."));
    }

    @Test
    void r26_the_manuals_refusal_of_a_status_document() {
        Reply<List<DeliveryStatus>> reply = status(withPassword(), "status-answer-refused.xml");

        assertThat(reply.kind()).isEqualTo(Kind.REFUSED);
        assertThat(reply.text()).isEqualTo("Неправильный формат XML документа");
        assertThat(reply.reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void r27_to_r31_the_manuals_answer_to_a_status_document() {
        Reply<List<DeliveryStatus>> reply = status(withPassword(), "status-answer.xml");

        assertThat(reply.value())
                .containsExactly(
                        new DeliveryStatus(
                                "8500000001",
                                DeliveryState.DELIVER,
                                DeliveryState.DELIVER,
                                DeliveryState.EXPIRED,
                                Instant.parse("2026-11-23T10:15:25Z"),
                                2,
                                new BigDecimal("9.82"),
                                new BigDecimal("1.1"),
                                "deliver",
                                null,
                                null,
                                null),
                        new DeliveryStatus(
                                "8500000002",
                                DeliveryState.SEND,
                                null,
                                null,
                                Instant.parse("2026-11-23T10:16:00Z"),
                                null,
                                null,
                                null,
                                "send",
                                null,
                                null,
                                null),
                        new DeliveryStatus(
                                "42",
                                DeliveryState.UNKNOWN,
                                null,
                                null,
                                null,
                                0,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                "Сообщение с таким ID не принималось",
                                null,
                                null,
                                null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"send-request.xml", "send-request-token.xml", "status-request.xml"})
    void r2_r3_a_golden_request_is_one_line_of_utf_8_behind_the_prolog(String file) {
        assertThat(new String(Wire.golden(file), UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><request>")
                .doesNotContain("\n", "\r");
    }

    /** The manual's example: three messages, of which the third names no channel; ours says {@code send_viber} 1. */
    private static List<Submission> manualsMessages() {
        List<TargetSmsMessage> messages = List.of(
                TargetSmsMessage.builder()
                        .to("+7 900 000-00-01", 111)
                        .to("+7 900 000-00-02", 112)
                        .sendViber(1)
                        .sendSms(2)
                        .nameDelivery("Осень")
                        .timeSend("2026-11-23 13:00")
                        .senderViber("Лавка")
                        .textViber("Заказ собран.\r\nЖдём & <любим> 😀")
                        .buttonText("Где забрать")
                        .buttonUrl("https://example.com/map?a=1&b=2")
                        .imageUrl("https://example.com/map.png")
                        .validityPeriodViber(30)
                        .finaleViberRead(1)
                        .senderSms("LAVKA")
                        .textSms("Заказ 17 собран")
                        .build(),
                TargetSmsMessage.builder()
                        .to("79000000003", 113)
                        .sendViber(1)
                        .nameDelivery("Зима")
                        .senderViber("Лавка 2")
                        .textViber("Привезли ёлки")
                        .build(),
                TargetSmsMessage.builder()
                        .to("380440000004")
                        .nameDelivery("Весна")
                        .senderViber("Лавка 3")
                        .textViber("Привезли тюльпаны")
                        .build());
        List<Submission> document = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            int number = i;
            Content content = content(messages.get(i));
            messages.get(i)
                    .recipients()
                    .forEach(recipient -> document.add(new Submission(
                            null,
                            document.size(),
                            number,
                            content,
                            recipient.phone().replaceAll("[^0-9]", ""),
                            (Long) recipient.clientIdMessage())));
        }
        return document;
    }

    private static Content content(TargetSmsMessage message) {
        Map<MessageField, Object> fields = new EnumMap<>(MessageField.class);
        for (MessageField field : MessageField.values()) {
            if (message.get(field) != null) {
                fields.put(field, message.get(field));
            }
        }
        MessageRules.Checked checked = MessageRules.check(fields, null, Wire.MOSCOW);
        assertThat(checked.violations()).isEmpty();
        return checked.content();
    }

    private Reply<List<SendResult>> send(GatewaySettings settings, String answered) {
        answer = Wire.golden(answered);
        try (XmlHttpGateway gateway = new XmlHttpGateway(context, settings, deadlines)) {
            return gateway.send(manualsMessages());
        }
    }

    private Reply<List<DeliveryStatus>> status(GatewaySettings settings, String answered) {
        answer = Wire.golden(answered);
        try (XmlHttpGateway gateway = new XmlHttpGateway(context, settings, deadlines)) {
            return gateway.status(IDS);
        }
    }

    private void assertPosted(String file) {
        assertThat(new String(posted, UTF_8)).isEqualTo(new String(Wire.golden(file), UTF_8));
        assertThat(posted).isEqualTo(Wire.golden(file));
    }

    private GatewaySettings withPassword() {
        return Wire.settings(baseUrl(), "лавка", "п\"р&о<в", null);
    }

    private String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort();
    }
}
