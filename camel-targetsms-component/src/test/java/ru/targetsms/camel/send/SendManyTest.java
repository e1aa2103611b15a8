package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.camel.send.SendOneTest.results;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.MessagesRejectedException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.camel.model.TargetSmsMessage;

class SendManyTest extends CamelTest {

    private static final String REFUSED = "70000000005";

    @Test
    void everyKindOfListIsRead() {
        List<Map<String, Object>> rows = List.of(row(1), row(2), row(3));
        Iterable<Object> iterable = () -> new ArrayList<Object>(rows).iterator();

        for (Object body : List.of(rows, iterable, rows.iterator(), rows.stream(), rows.toArray())) {
            assertThat(results(send("targetsms:send", body)))
                    .extracting(SendResult::phone)
                    .containsExactly(phone(1), phone(2), phone(3));
        }
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(15);
    }

    @Test
    void elementsMayBeOfAnyKindAndExchangesBringTheirOwnHeaders() {
        Exchange own = ExchangeBuilder.anExchange(context)
                .withBody("own")
                .withHeader("CamelTargetSmsPhone", phone(4))
                .build();
        List<Object> body = List.of(
                "text",
                TargetSmsMessage.builder().to(phone(2)).textSms("message").build(),
                row(3),
                own,
                own.getMessage());

        List<SendResult> results = results(send("targetsms:send", body, Map.of("CamelTargetSmsPhone", phone(1))));

        assertThat(results)
                .extracting(SendResult::phone)
                .containsExactly(phone(1), phone(2), phone(3), phone(4), phone(4));
        assertThat(simulator.messages())
                .extracting(message -> message.textSms())
                .containsExactlyInAnyOrder("text", "message", "Text 3", "own", "own");
    }

    @Test
    void aListLongerThanTheBatchGoesOutInSeveralDocumentsAndResultsKeepInputOrder() {
        List<Map<String, Object>> rows =
                IntStream.range(0, 1_050).mapToObj(SendManyTest::row).toList();

        List<SendResult> results = results(send("targetsms:send?batchSize=100", rows));

        assertThat(results)
                .extracting(SendResult::index)
                .isEqualTo(IntStream.range(0, 1_050).boxed().toList());
        assertThat(results)
                .extracting(SendResult::phone)
                .isEqualTo(rows.stream().map(row -> row.get("phone")).toList());
        assertThat(simulator.ledger().totals().documents()).isEqualTo(11);
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(1_050);
    }

    @Test
    void recipientsWithIdenticalFieldsShareOneMessage() {
        List<Map<String, Object>> rows = List.of(row(1, "A"), row(2, "B"), row(3, "A"));

        List<SendResult> results = results(send("targetsms:send", rows));

        assertThat(lastRequest().split("<message>", -1)).hasSize(3);
        assertThat(lastRequest())
                .contains("<text_sms>A</text_sms><abonent phone=\"" + phone(1) + "\"/><abonent phone=\"" + phone(3)
                        + "\"/></message>");
        assertThat(results).extracting(SendResult::phone).containsExactly(phone(1), phone(2), phone(3));
    }

    @Test
    void anIteratorIsReadLazilyWhileFullDocumentsAreUnderWay() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger readWhenFirstArrived = new AtomicInteger();
        Iterator<Object> rows = IntStream.range(0, 40)
                .mapToObj(i -> {
                    if (i == 35) {
                        simulator.awaitMessages(5, java.time.Duration.ofSeconds(10));
                        readWhenFirstArrived.set(read.get());
                    }
                    read.incrementAndGet();
                    return (Object) row(i);
                })
                .iterator();

        List<SendResult> results = results(send("targetsms:send?batchSize=5", rows));

        assertThat(results).hasSize(40).allMatch(SendResult::accepted);
        assertThat(readWhenFirstArrived).hasValue(35);
    }

    @Test
    void aBadElementIsNamedAndNeverStopsTheOthers() {
        List<Object> body = new ArrayList<>(List.of(
                row(1),
                Map.of("phone", "1", "text_sms", "x", "button_url", "https://example.org"),
                new Object(),
                row(2)));
        body.add(null);

        List<SendResult> results = results(send("targetsms:send", body));

        assertThat(results)
                .extracting(SendResult::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.INVALID, Outcome.INVALID, Outcome.ACCEPTED, Outcome.INVALID);
        assertThat(results.get(1).violations()).extracting("field").containsExactly("button_url", "phone");
        assertThat(results.get(2).violations().get(0).problem()).contains("java.lang.Object");
    }

    @Test
    void failOnDecidesWhichRefusalsFailTheExchange() {
        List<Object> some = List.of(row(1), Map.of("phone", REFUSED, "text_sms", "x"), Map.of("phone", "1"));
        List<Object> all = List.of(Map.of("phone", REFUSED, "text_sms", "x"), Map.of("phone", "1"));

        assertThat(send("targetsms:send", some).getException()).isNull();
        assertThat(send("targetsms:send?failOn=none", all).getException()).isNull();
        assertThat(send("targetsms:send", all).getException()).isInstanceOf(MessagesRejectedException.class);
        Exchange any = send("targetsms:send?failOn=any", some);

        assertThat(any.getException()).isInstanceOf(MessagesRejectedException.class);
        MessagesRejectedException failure = any.getException(MessagesRejectedException.class);
        assertThat(failure.isRetrySafe()).isFalse();
        assertThat(failure.results())
                .extracting(SendResult::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.REJECTED, Outcome.INVALID);
        assertThat(failure.remainder()).hasSize(1);
        assertThat(failure).hasMessageContaining("2 of 3").hasMessageNotContaining(REFUSED);
    }

    @Test
    void aListOfNothingButInvalidMessagesFailsWhateverFailOnSays() {
        Exchange exchange = send("targetsms:send?failOn=none", List.of(Map.of("phone", "1"), Map.of("phone", "2")));

        assertThat(exchange.getException(InvalidMessageException.class).results())
                .extracting(SendResult::outcome)
                .containsOnly(Outcome.INVALID);
    }

    @Test
    void anEmptyListSendsNothingAndLeavesAnEmptyResult() {
        Exchange exchange = send("targetsms:send", List.of());

        assertThat(results(exchange)).isEmpty();
        assertThat(exchange.getMessage().getHeader("CamelTargetSmsAcceptedCount"))
                .isEqualTo(0);
        assertThat(exchange.getMessage().getHeader("CamelTargetSmsOutcome")).isNull();
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aHeaderCannotNameTheClientIdOfAList() {
        Map<String, Object> header = Map.of("CamelTargetSmsClientIdMessage", 5);

        assertThat(results(send("targetsms:send", List.of(row(1)), header))
                        .get(0)
                        .clientIdMessage())
                .isEqualTo(5);
        assertThat(send("targetsms:send", List.of(row(1), row(2)), header).getException())
                .isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void anExchangeOrMessageOfAListBringsItsOwnClientIdAndKey() {
        Exchange withId = ExchangeBuilder.anExchange(context)
                .withBody("x")
                .withHeader("CamelTargetSmsPhone", phone(1))
                .withHeader("CamelTargetSmsClientIdMessage", 11)
                .build();
        DefaultMessage withKey = new DefaultMessage(context);
        withKey.setBody("y".getBytes(StandardCharsets.UTF_8));
        withKey.setHeader("CamelTargetSmsPhone", "79001234567");
        withKey.setHeader("order", "ID:42");

        Exchange exchange = send(
                "targetsms:send?idempotencyNamespace=shop&idempotencyKey=RAW(${header.order})",
                List.of(withId, withKey));

        assertThat(results(exchange))
                .extracting(SendResult::clientIdMessage)
                .containsExactly(11L, 6477599451506924210L);
    }

    @Test
    void aKeyThatCannotBeEvaluatedRefusesItsMessageAndNoOther() {
        Exchange sound = ExchangeBuilder.anExchange(context)
                .withBody(Map.of("phone", phone(1), "text_sms", "x"))
                .withHeader("order", List.of("A"))
                .build();
        Exchange broken = ExchangeBuilder.anExchange(context)
                .withBody(Map.of("phone", phone(2), "text_sms", "x"))
                .withHeader("order", List.of())
                .build();

        List<SendResult> results = results(send(
                "targetsms:send?idempotencyKey=RAW(${header.order.get(0)})", List.of(broken, sound, row(3), sound)));

        assertThat(results)
                .extracting(SendResult::outcome)
                .startsWith(Outcome.INVALID, Outcome.ACCEPTED)
                .endsWith(Outcome.ACCEPTED);
        assertThat(results.get(0).violations().get(0).toString())
                .startsWith("idempotency_key (R20) cannot be evaluated");
    }

    @Test
    void repetitionsOfAKeyWithinOneBodyGetIdsOfTheirOwn() {
        List<Map<String, String>> rows =
                Collections.nCopies(2, Map.of("phone", "79001234567", "text_sms", "x", "idempotency_key", "ID:42"));

        assertThat(results(send("targetsms:send?idempotencyNamespace=shop", rows)))
                .extracting(SendResult::clientIdMessage)
                .containsExactly(6477599451506924210L, 5324843161904816904L);
    }

    @Test
    void whenReadingTheBodyFailsWhatWasBegunIsEndedAndTheRestIsNamed() {
        IllegalStateException torn = new IllegalStateException("line 4");
        Iterator<Object> rows = Stream.of(1, 2, 3, 4, 5)
                .map(i -> {
                    if (i == 4) {
                        throw torn;
                    }
                    return (Object) row(i);
                })
                .iterator();

        Exchange exchange = send("targetsms:send?batchSize=2", rows);

        InvalidMessageException failure = exchange.getException(InvalidMessageException.class);
        assertThat(failure).hasCause(torn).hasMessageNotContaining("line 4");
        assertThat(failure.isRetrySafe()).isFalse();
        assertThat(failure.results())
                .extracting(SendResult::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.NOT_SENT);
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(2);
    }

    @Test
    void aStreamIsClosedWhenItsExchangeIsDone() {
        AtomicBoolean closed = new AtomicBoolean();
        Stream<Map<String, Object>> stream = Stream.of(row(1)).onClose(() -> closed.set(true));

        send("targetsms:send", stream);

        assertThat(closed).isTrue();
    }

    @Test
    void aMessageWithMoreRecipientsThanTheBatchIsSplitOverDocuments() {
        String phones = String.join(
                ",", IntStream.range(0, 7).mapToObj(SendManyTest::phone).toList());

        List<SendResult> results =
                results(send("targetsms:send?batchSize=3", "x", Map.of("CamelTargetSmsPhone", phones)));

        assertThat(results).hasSize(7).allMatch(SendResult::accepted);
        assertThat(simulator.ledger().totals().documents()).isEqualTo(3);
    }

    @Test
    void theRemainderIsAValidBody() {
        List<Object> body = List.of(row(1), Map.of("phone", REFUSED, "text_sms", "x", "client_id_message", 9), row(2));
        TargetSmsException failure = send("targetsms:send?failOn=any", body).getException(TargetSmsException.class);

        Exchange again = send("targetsms:send?failOn=none", failure.remainder());

        assertThat(results(again))
                .extracting(SendResult::phone, SendResult::clientIdMessage)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(REFUSED, 9L));
    }

    static Map<String, Object> row(int i) {
        return row(i, "Text " + i);
    }

    static Map<String, Object> row(int i, String text) {
        return Map.of("phone", phone(i), "text_sms", text);
    }

    static String phone(int i) {
        return String.valueOf(79001000000L + i);
    }

    static List<Map<String, Object>> rows(int count) {
        return IntStream.range(0, count).mapToObj(SendManyTest::row).toList();
    }
}
