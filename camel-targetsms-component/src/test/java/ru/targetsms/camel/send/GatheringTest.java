package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.BrokenGateway;
import ru.targetsms.camel.HeldGateway;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;
import ru.targetsms.camel.model.MessagesRejectedException;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;

/** Concurrent exchanges share documents, and nothing else. */
class GatheringTest extends OutboxScene {

    private static final String ONE_SLOT = "maxConcurrentRequests=1";

    @Test
    void exchangesThatMeetABusySlotShareTheNextDocument() {
        List<CompletableFuture<Exchange>> exchanges = gathered(99, i -> row(i));

        gateway.letGo();

        assertAllAccepted(exchanges);
        assertThat(gateway.sizes()).containsExactly(1, 99);
    }

    @Test
    void aLoneMessageOnAnIdleEndpointLeavesAtOnce() {
        begin("", row(0)).join();
        long began = System.nanoTime();

        for (int i = 1; i <= 50; i++) {
            assertAccepted(begin("", row(i)), i);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(gateway.sizes()).hasSize(51).containsOnly(1);
    }

    @Test
    void messagesALittleApartShareADocumentThatLingers() {
        CompletableFuture<Exchange> first = begin("batchLinger=2s", row(1));
        await().during(100, TimeUnit.MILLISECONDS)
                .until(() -> gateway.documents().isEmpty());
        CompletableFuture<Exchange> second = begin("batchLinger=2s", row(2));

        assertAccepted(first, 1);
        assertAccepted(second, 2);

        assertThat(gateway.sizes()).containsExactly(2);
    }

    @Test
    void aFullDocumentDoesNotLinger() {
        String options = "batchSize=2&batchLinger=10m";
        CompletableFuture<Exchange> first = begin(options, row(1));

        CompletableFuture<Exchange> second = begin(options, row(2));

        assertAccepted(first, 1);
        assertAccepted(second, 2);
        assertThat(gateway.sizes()).containsExactly(2);
    }

    @Test
    void noDocumentHoldsMoreThanTheBatch() {
        String options = ONE_SLOT + "&batchSize=10";
        CompletableFuture<Exchange> busy = occupyTheSlot(options);
        List<CompletableFuture<Exchange>> exchanges = new ArrayList<>();
        for (int i = 10; i < 40; i += 3) {
            exchanges.add(begin(options, row(i)));
            exchanges.add(begin(options, List.of(row(i + 1), row(i + 2))));
        }

        gateway.letGo();

        assertAccepted(busy, 0);
        assertThat(exchanges).allSatisfy(exchange -> SendOneTest.results(ended(exchange)));
        assertThat(gateway.sizes()).containsExactly(1, 10, 10, 10);
        assertThat(gateway.accepted()).hasSize(31);
    }

    @Test
    void everyExchangeGetsItsOwnResultsAndItsOwnException() {
        gateway.verdict(document -> gateway.accept(document, Set.of(phone(3), phone(52)), "Оператор не обслуживается"));
        List<CompletableFuture<Exchange>> exchanges =
                gathered(5, i -> i == 5 ? List.of(row(51), row(52), row(53)) : row(i));

        gateway.letGo();

        for (int i : new int[] {0, 1, 2, 4}) {
            assertAccepted(exchanges.get(i), i);
        }
        assertThat(failure(exchanges.get(3), MessagesRejectedException.class).results())
                .singleElement()
                .satisfies(result -> {
                    assertOwn(result, 3, Outcome.REJECTED);
                    assertThat(result.text()).isEqualTo("Оператор не обслуживается");
                });
        List<SendResult> list = SendOneTest.results(ended(exchanges.get(5)));
        assertThat(list).extracting(SendResult::index).containsExactly(0, 1, 2);
        assertOwn(list.get(0), 51, Outcome.ACCEPTED);
        assertOwn(list.get(1), 52, Outcome.REJECTED);
        assertOwn(list.get(2), 53, Outcome.ACCEPTED);
        assertThat(gateway.sizes()).containsExactly(1, 7);
    }

    @Test
    void recipientsOfOneExchangeShareAMessageAndThoseOfTwoNeverDo() {
        List<CompletableFuture<Exchange>> exchanges =
                gathered(2, i -> List.of(row(10 * i), row(10 * i + 1), row(10 * i + 2)));

        gateway.letGo();

        exchanges.forEach(exchange -> SendOneTest.results(ended(exchange)));
        assertThat(HeldGateway.messages(gateway.documents().get(1)))
                .extracting(HeldGateway::phones)
                .containsExactly(List.of(phone(10), phone(11), phone(12)), List.of(phone(20), phone(21), phone(22)));
    }

    @Test
    void oneMessageThatPoisonsAHundredExchangesFailsAlone() {
        gateway.verdict(document ->
                document.body().contains(phone(37)) ? HeldGateway.refuse("Иная ошибка") : gateway.accept(document));
        List<CompletableFuture<Exchange>> exchanges = gathered(100, i -> row(i));

        gateway.letGo();

        assertThat(failure(exchanges.remove(37), DocumentRejectedException.class))
                .satisfies(failure -> assertThat(failure.gatewayText()).isEqualTo("Иная ошибка"))
                .satisfies(failure -> assertThat(failure.results())
                        .singleElement()
                        .satisfies(result -> assertOwn(result, 37, Outcome.REJECTED)));
        assertThat(exchanges).allSatisfy(exchange -> SendOneTest.results(ended(exchange)));
        assertThat(gateway.accepted()).hasSize(100).doesNotContainKey(phone(37)).containsValue(1);
        assertThat(Collections.max(gateway.accepted().values())).isEqualTo(1);
        assertThat(gateway.sizes()).startsWith(1, 100).hasSizeBetween(1 + 13, 1 + 15);
    }

    @Test
    void aRefusalOfTheAccountFailsEveryExchangeOfTheDocumentWithOnePost() {
        List<CompletableFuture<Exchange>> exchanges = gathered(10, i -> row(i));
        gateway.letGo(1);
        assertAccepted(exchanges.remove(0), 0);
        await().until(() -> gateway.documents().size() == 2);
        gateway.verdict(document -> HeldGateway.refuse("Неправильный логин или пароль"));

        gateway.letGo();

        for (int i = 1; i <= 10; i++) {
            DocumentRejectedException failure = failure(exchanges.get(i - 1), DocumentRejectedException.class);
            assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION);
            assertOwn(onlyResult(failure), i, Outcome.REJECTED);
        }
        assertThat(gateway.sizes()).containsExactly(1, 10);
    }

    @Test
    void anUnknownDocumentIsAMatterOfEachExchangeAndItsOwnIds() {
        gateway.verdict(document -> gateway.documents().size() > 1 ? BrokenGateway.hangUp() : gateway.accept(document));
        List<CompletableFuture<Exchange>> exchanges = gathered(6, i -> i % 2 == 0 ? row(i) : row(i, 500 + i));
        gateway.letGo(1);
        await().until(() -> gateway.documents().size() == 2);

        gateway.letGo();

        for (int i = 1; i <= 6; i++) {
            OutcomeUnknownException failure = failure(exchanges.get(i), OutcomeUnknownException.class);
            assertOwn(onlyResult(failure), i, Outcome.UNKNOWN);
            assertThat(failure.isRetrySafe()).isEqualTo(i % 2 == 1);
            assertThat(failure.remainder()).isEmpty();
        }
        assertThat(gateway.sizes()).containsExactly(1, 6);
    }

    @Test
    void aDocumentThatNeverLeftIsRetrySafeForEachExchangeWithItsOwnRemainder() {
        String options = "baseUrl=http://127.0.0.1:1&batchSize=3&batchLinger=10m";

        List<CompletableFuture<Exchange>> exchanges =
                IntStream.range(0, 3).mapToObj(i -> begin(options, row(i))).toList();

        for (int i = 0; i < 3; i++) {
            NotSentException failure = failure(exchanges.get(i), NotSentException.class);
            assertOwn(onlyResult(failure), i, Outcome.NOT_SENT);
            assertThat(failure.isRetrySafe()).isTrue();
            assertThat(failure.remainder()).hasSize(1);
        }
    }

    @Test
    void r20_aClientIdThatIsUnderWayWaitsAndTheOthersDoNot() {
        gateway.hold();
        CompletableFuture<Exchange> first = begin("", row(1, 7));
        await().until(() -> gateway.documents().size() == 1);
        CompletableFuture<Exchange> again = begin("", row(1, 7));
        CompletableFuture<Exchange> other = begin("", row(3, 8));
        await().until(() -> gateway.documents().size() == 2);

        gateway.letGo();

        assertAccepted(first, 1);
        assertAccepted(other, 3);
        assertOwn(SendOneTest.results(ended(again)).get(0), 1, Outcome.DUPLICATE);
        assertThat(gateway.documents())
                .extracting(document -> HeldGateway.phones(document.body()))
                .containsExactly(List.of(phone(1)), List.of(phone(3)), List.of(phone(1)));
    }

    @Test
    void r20_aClientIdNeverMeetsItselfHoweverManyExchangesShareIt() {
        gateway.hold();
        List<CompletableFuture<Exchange>> exchanges = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            exchanges.add(begin("batchSize=7", row(i % 6, 100 + i % 6)));
        }

        gateway.letGo();

        assertThat(exchanges.stream()
                        .map(exchange ->
                                SendOneTest.results(ended(exchange)).get(0).outcome()))
                .containsOnly(Outcome.ACCEPTED, Outcome.DUPLICATE)
                .filteredOn(Outcome.ACCEPTED::equals)
                .hasSize(6);
        assertThat(gateway.metThemselves()).isEmpty();
    }

    private interface Body {
        Object of(int i);
    }

    /** Begins one exchange that occupies the only slot, then so many that gather behind it, numbered from 1. */
    private List<CompletableFuture<Exchange>> gathered(int count, Body body) {
        List<CompletableFuture<Exchange>> exchanges = new ArrayList<>();
        exchanges.add(occupyTheSlot(ONE_SLOT));
        for (int i = 1; i <= count; i++) {
            exchanges.add(begin(ONE_SLOT, body.of(i)));
        }
        return exchanges;
    }

    private static void assertAllAccepted(List<CompletableFuture<Exchange>> exchanges) {
        for (int i = 0; i < exchanges.size(); i++) {
            assertAccepted(exchanges.get(i), i);
        }
    }

    private static <T extends TargetSmsException> T failure(CompletableFuture<Exchange> exchange, Class<T> type) {
        T failure = ended(exchange).getException(type);
        assertThat(failure).isNotNull();
        return failure;
    }

    private static SendResult onlyResult(TargetSmsException failure) {
        assertThat(failure.results()).hasSize(1);
        return failure.results().get(0);
    }
}
