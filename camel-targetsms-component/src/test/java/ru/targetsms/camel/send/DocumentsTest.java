package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.camel.BrokenGateway.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.BrokenGateway;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.MessagesRejectedException;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.camel.model.TargetSmsMessage;

/** What comes of a body whose documents end differently (R21, R22). */
class DocumentsTest extends CamelTest {

    private static final Pattern ABONENT =
            Pattern.compile("<abonent phone=\"(\\d+)\"(?: client_id_message=\"(\\d+)\")?/>");

    private BrokenGateway gateway;

    @AfterEach
    void closeGateway() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void oneMessageThatPoisonsADocumentOfAHundredIsIsolatedInAboutFourteenPosts() {
        refuseDocumentsWith(phone(37), "Иная ошибка");

        Exchange exchange = sendRows(100, "failOn=any");

        MessagesRejectedException failure = exchange.getException(MessagesRejectedException.class);
        assertThat(failure.results())
                .allMatch(result -> result.index() == 37
                        ? result.outcome() == Outcome.REJECTED && result.text().equals("Иная ошибка")
                        : result.outcome() == Outcome.ACCEPTED);
        assertThat(failure.remainder()).hasSize(1);
        assertThat(gateway.requests()).hasSizeBetween(13, 15);
    }

    @Test
    void everyPhoneOfTheOthersIsAcceptedOnceHoweverManyPoison() {
        gateway = new BrokenGateway((request, socket) -> {
            boolean poisoned = phones(request).stream().anyMatch(phone -> phone.endsWith("5"));
            (poisoned && phones(request).size() > 0 ? refuse("Иная ошибка") : accept()).on(request, socket);
        });

        List<SendResult> results = SendOneTest.results(sendRows(50, "failOn=none"));

        assertThat(results).allMatch(result -> result.phone().endsWith("5") == (result.outcome() == Outcome.REJECTED));
    }

    @Test
    void aMessageWithSeveralRecipientsIsNeverTornApart() {
        refuseDocumentsWith(phone(2), "Иная ошибка");
        TargetSmsMessage several = TargetSmsMessage.builder()
                .to(phone(1))
                .to(phone(2))
                .to(phone(3))
                .textSms("x")
                .build();

        Exchange alone = send(uri(""), several);
        int posts = gateway.requests().size();
        Exchange among = send(uri("failOn=any"), List.of(SendManyTest.row(8), several, SendManyTest.row(9)));

        assertThat(alone.getException()).isInstanceOf(DocumentRejectedException.class);
        assertThat(posts).isEqualTo(1);
        assertThat(among.getException(MessagesRejectedException.class).results())
                .extracting(SendResult::outcome)
                .containsExactly(
                        Outcome.ACCEPTED, Outcome.REJECTED, Outcome.REJECTED, Outcome.REJECTED, Outcome.ACCEPTED);
    }

    @Test
    void aBodyRefusedFromEndToEndIsARejectedDocument() {
        gateway = new BrokenGateway(refuse("Иная ошибка"));

        Exchange exchange = sendRows(4, "failOn=none");

        DocumentRejectedException failure = exchange.getException(DocumentRejectedException.class);
        assertThat(failure.gatewayText()).isEqualTo("Иная ошибка");
        assertThat(failure.results()).hasSize(4).allMatch(result -> result.outcome() == Outcome.REJECTED);
    }

    @Test
    void credentialsAreNotHalvedAndNoFurtherDocumentIsBegun() {
        AtomicInteger posts = new AtomicInteger();
        gateway = new BrokenGateway(
                (request, socket) -> (posts.incrementAndGet() == 2 ? refuse("Неправильный логин или пароль") : accept())
                        .on(request, socket));

        Exchange exchange = sendRows(50, "batchSize=10&maxConcurrentRequests=1&failOn=none");

        DocumentRejectedException failure = exchange.getException(DocumentRejectedException.class);
        assertThat(gateway.requests()).hasSize(2);
        assertThat(count(failure, Outcome.ACCEPTED)).isEqualTo(10);
        assertThat(count(failure, Outcome.REJECTED)).isEqualTo(10);
        assertThat(failure.results().size() - 20).isEqualTo(count(failure, Outcome.NOT_SENT));
        assertThat(failure.remainder()).hasSize(40);
    }

    @Test
    void anUnknownDocumentIsNamedBeforeAnythingElseAndTheOthersGoOn() {
        AtomicInteger posts = new AtomicInteger();
        gateway = new BrokenGateway((request, socket) -> (posts.incrementAndGet() == 2
                        ? BrokenGateway.answer(500, "text/html", "")
                        : accept())
                .on(request, socket));

        Exchange exchange = sendRows(30, "batchSize=10&maxConcurrentRequests=1&failOn=none");

        OutcomeUnknownException failure = exchange.getException(OutcomeUnknownException.class);
        assertThat(gateway.requests()).hasSize(3);
        assertThat(count(failure, Outcome.ACCEPTED)).isEqualTo(20);
        assertThat(count(failure, Outcome.UNKNOWN)).isEqualTo(10);
        assertThat(failure.remainder()).isEmpty();
        assertThat(failure.isRetrySafe()).isFalse();
        assertThat(failure).hasMessageContaining("10 of 30").hasMessageContaining("HTTP 500");
    }

    @Test
    void aRecipientTheAnswerDoesNotNameIsUnknown() {
        gateway = new BrokenGateway(xml("<response><message><information id_message=\"9\" id_sms=\"1\" phone=\""
                + phone(0) + "\">send</information></message><message/></response>"));

        Exchange exchange = sendRows(2, "failOn=none");

        OutcomeUnknownException failure = exchange.getException(OutcomeUnknownException.class);
        assertThat(failure.results())
                .extracting(SendResult::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.UNKNOWN);
    }

    @Test
    void aHeldMessageIsAcceptedButMakesARetryUnsafe() {
        AtomicInteger posts = new AtomicInteger();
        String held = "Недостаточно средств для отправки SMS. SMS будет отправлена как только вы пополните счет"
                + " по данному направлению.";
        gateway = new BrokenGateway((request, socket) ->
                (posts.incrementAndGet() == 1 ? answer(request, held) : BrokenGateway.hangUp()).on(request, socket));
        List<Map<String, Object>> rows = List.of(
                Map.of("phone", phone(1), "text_sms", "x", "client_id_message", 1),
                Map.of("phone", phone(2), "text_sms", "x", "client_id_message", 2));

        Exchange exchange = send(uri("batchSize=1&maxConcurrentRequests=1"), rows);

        OutcomeUnknownException failure = exchange.getException(OutcomeUnknownException.class);
        assertThat(failure.results()).extracting(SendResult::outcome).containsExactly(Outcome.HELD, Outcome.UNKNOWN);
        assertThat(failure.isRetrySafe()).isFalse();
    }

    @Test
    void goingOnWithTheRemainderEndsWithEverybodyAcceptedOnce() throws Exception {
        gateway = new BrokenGateway(accept());
        CamelContext down = CamelTest.contextWith(options -> {
            configure(options);
            options.setBaseUrl("https://127.0.0.1:" + gateway.port());
            options.setRequestTimeout(1_000);
        });
        Exchange exchange = down.createProducerTemplate().send("targetsms:send?batchSize=10", e -> e.getIn()
                .setBody(SendManyTest.rows(95).iterator()));
        NotSentException failure = exchange.getException(NotSentException.class);

        List<SendResult> results = SendOneTest.results(send(uri("batchSize=10"), failure.remainder()));
        down.stop();

        assertThat(failure.isRetrySafe()).isFalse();
        assertThat(results)
                .extracting(SendResult::phone)
                .containsExactlyElementsOf(
                        IntStream.range(0, 95).mapToObj(SendManyTest::phone).toList());
    }

    private Exchange sendRows(int count, String options) {
        return send(uri(options), SendManyTest.rows(count));
    }

    private String uri(String options) {
        return "targetsms:send?baseUrl=" + gateway.baseUrl() + (options.isEmpty() ? "" : "&" + options);
    }

    private void refuseDocumentsWith(String phone, String text) {
        gateway = new BrokenGateway(
                (request, socket) -> (request.body().contains(phone) ? refuse(text) : accept()).on(request, socket));
    }

    private static BrokenGateway.Act refuse(String text) {
        return xml("<response><error>" + text + "</error></response>");
    }

    private static BrokenGateway.Act accept() {
        return (request, socket) -> answer(request, "send").on(request, socket);
    }

    private static BrokenGateway.Act answer(BrokenGateway.Request request, String text) {
        StringBuilder answer = new StringBuilder("<response>");
        for (String message : request.body().split("</message>")) {
            Matcher abonent = ABONENT.matcher(message);
            answer.append(message.contains("<abonent") ? "<message>" : "");
            while (abonent.find()) {
                answer.append("<information id_message=\"1")
                        .append(abonent.group(1))
                        .append("\" phone=\"")
                        .append(abonent.group(1))
                        .append(abonent.group(2) == null ? "" : "\" client_id_message=\"" + abonent.group(2))
                        .append("\">")
                        .append(text)
                        .append("</information>");
            }
            answer.append(message.contains("<abonent") ? "</message>" : "");
        }
        return xml(answer.append("</response>").toString());
    }

    private static List<String> phones(BrokenGateway.Request request) {
        List<String> phones = new ArrayList<>();
        Matcher abonent = ABONENT.matcher(request.body());
        while (abonent.find()) {
            phones.add(abonent.group(1));
        }
        return phones;
    }

    private static long count(TargetSmsException failure, Outcome outcome) {
        return failure.results().stream()
                .filter(result -> result.outcome() == outcome)
                .count();
    }

    private static String phone(int i) {
        return SendManyTest.phone(i);
    }
}
