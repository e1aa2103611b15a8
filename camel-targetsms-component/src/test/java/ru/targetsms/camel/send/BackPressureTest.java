package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;

/** A full outbox holds callers back, and neither fails nor loses anything; stopping wakes them. */
class BackPressureTest extends OutboxScene {

    private static final String FIVE_WAIT = "maxConcurrentRequests=1&queueCapacity=5";
    private static final Set<Thread.State> WAITING = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stopCallers() {
        callers.shutdownNow();
    }

    @Test
    void theCallerAfterTheLastPlaceWaitsUntilADocumentLeaves() throws Exception {
        List<CompletableFuture<Exchange>> exchanges = new ArrayList<>();
        exchanges.add(occupyTheSlot(FIVE_WAIT));
        for (int i = 1; i <= 5; i++) {
            exchanges.add(begin(FIVE_WAIT, row(i)));
        }
        List<Caller> late =
                IntStream.range(6, 9).mapToObj(i -> new Caller(FIVE_WAIT, i)).toList();
        await().until(() -> late.stream().allMatch(Caller::waits));
        await().during(200, TimeUnit.MILLISECONDS).until(() -> late.stream().allMatch(Caller::waits));

        gateway.letGo(1);

        await().until(() -> late.stream().allMatch(Caller::hasReturned));
        assertThat(gateway.sizes()).as("the second is not answered yet").containsExactly(1, 5);
        assertAccepted(exchanges.get(0), 0);
        assertThat(exchanges.subList(1, 6)).noneMatch(CompletableFuture::isDone);
        gateway.letGo();
        for (int i = 1; i <= 5; i++) {
            assertAccepted(exchanges.get(i), i);
        }
        for (Caller caller : late) {
            assertAccepted(caller.exchange(), caller.number);
        }
        assertThat(gateway.accepted()).hasSize(9);
    }

    @Test
    void aBodyLargerThanTheOutboxPasses() {
        List<Map<String, Object>> rows =
                IntStream.range(0, 500).mapToObj(OutboxScene::row).toList();

        List<SendResult> results = SendOneTest.results(ended(begin("queueCapacity=5&batchSize=50", rows)));

        assertThat(results)
                .extracting(SendResult::phone)
                .isEqualTo(IntStream.range(0, 500).mapToObj(OutboxScene::phone).toList());
        assertThat(gateway.accepted()).hasSize(500);
        assertThat(gateway.sizes()).allMatch(size -> size <= 5);
    }

    @Test
    void aRouteThatSendsAgainFromItsOwnCompletionNeverBlocksAnOutboxOfOne() throws Exception {
        String uri = "targetsms:send?queueCapacity=1&maxConcurrentRequests=1";
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri).setBody(constant("again")).to(uri);
            }
        });
        ProducerTemplate template = context.createProducerTemplate();

        List<CompletableFuture<Object>> exchanges = IntStream.range(0, 200)
                .mapToObj(i -> template.asyncRequestBodyAndHeader("direct:in", "once", "CamelTargetSmsPhone", phone(i)))
                .toList();

        assertThat(exchanges)
                .allSatisfy(exchange -> exchange.orTimeout(30, TimeUnit.SECONDS).join());
        assertThat(gateway.accepted()).hasSize(200);
        assertThat(Set.copyOf(gateway.accepted().values())).containsExactly(2);
    }

    @Test
    void synchronousCallersGetTheirOwnResultsThroughAnOutboxOfTwo() throws Exception {
        ProducerTemplate template = context.createProducerTemplate();
        List<Callable<List<?>>> calls = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            Map<String, Object> row = row(i);
            calls.add(() -> template.requestBody("targetsms:send?queueCapacity=2", row, List.class));
        }
        ExecutorService sixteen = Executors.newFixedThreadPool(16);

        List<Future<List<?>>> answers = sixteen.invokeAll(calls, 30, TimeUnit.SECONDS);
        sixteen.shutdown();

        for (int i = 0; i < answers.size(); i++) {
            assertOwn((SendResult) answers.get(i).get().get(0), i, Outcome.ACCEPTED);
        }
        assertThat(gateway.accepted()).hasSize(160);
        assertThat(gateway.sizes()).allMatch(size -> size <= 2);
    }

    @Test
    void transactedExchangesThatShareDocumentsEndOnTheirCallersThreads() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:tx")
                        .process(exchange -> exchange.getExchangeExtension().setTransacted(true))
                        .to("targetsms:send?" + FIVE_WAIT)
                        .process(exchange -> exchange.setProperty("thread", Thread.currentThread()));
            }
        });
        ProducerTemplate template = context.createProducerTemplate();
        CompletableFuture<Exchange> busy = occupyTheSlot(FIVE_WAIT);
        List<Future<Boolean>> onOwnThread = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            Map<String, Object> row = row(i);
            onOwnThread.add(callers.submit(() -> {
                Exchange exchange =
                        template.request("direct:tx", e -> e.getMessage().setBody(row));
                return exchange.getException() == null && exchange.getProperty("thread") == Thread.currentThread();
            }));
        }

        gateway.letGo();

        for (Future<Boolean> ended : onOwnThread) {
            assertThat(ended.get(20, TimeUnit.SECONDS)).isTrue();
        }
        assertAccepted(busy, 0);
        assertThat(gateway.sizes()).hasSizeLessThanOrEqualTo(11);
    }

    @Test
    void stoppingWakesWhoWaitsGivesBackWhatDidNotLeaveAndLetsADocumentUnderWayEnd() throws Exception {
        CompletableFuture<Exchange> underWay = occupyTheSlot(FIVE_WAIT);
        List<CompletableFuture<Exchange>> queued = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            queued.add(begin(FIVE_WAIT, row(i)));
        }
        Caller waiting = new Caller(FIVE_WAIT, 6);
        await().until(waiting::waits);

        Future<?> stopping = callers.submit(() -> producer(FIVE_WAIT).stop());

        assertNotSent(waiting.exchange(), 6);
        for (int i = 1; i <= 5; i++) {
            assertNotSent(queued.get(i - 1), i);
        }
        assertThat(underWay).isNotDone();
        gateway.letGo();
        assertAccepted(underWay, 0);
        stopping.get(20, TimeUnit.SECONDS);
        assertNotSent(begin(FIVE_WAIT, row(7)), 7);
        assertThat(gateway.sizes()).containsExactly(1);
    }

    @Test
    void aGracefulStopLosesNothingThatARouteTook() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("targetsms:send?" + FIVE_WAIT);
            }
        });
        ProducerTemplate template = context.createProducerTemplate();
        gateway.hold();
        List<Future<Exchange>> exchanges = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Map<String, Object> row = row(i);
            exchanges.add(callers.submit(() ->
                    template.send("direct:in", exchange -> exchange.getMessage().setBody(row))));
        }
        await().until(() -> context.getInflightRepository().size() == 10);

        Future<?> stopping = callers.submit(context::stop);
        await().until(context::isStopping);
        gateway.letGo();

        for (int i = 0; i < 10; i++) {
            assertOwn(
                    SendOneTest.results(exchanges.get(i).get(20, TimeUnit.SECONDS))
                            .get(0),
                    i,
                    Outcome.ACCEPTED);
        }
        stopping.get(20, TimeUnit.SECONDS);
        assertThat(gateway.accepted()).hasSize(10);
    }

    @Test
    void stoppingOneOfTwoThatShareTheOutboxLeavesTheOthersMessagesAlone() throws Exception {
        String ours = FIVE_WAIT + "&senderSms=Ours";
        String theirs = FIVE_WAIT + "&senderSms=Theirs";
        CompletableFuture<Exchange> underWay = occupyTheSlot(theirs);
        List<CompletableFuture<Exchange>> queued = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            queued.add(begin(i == 3 ? ours : theirs, row(i)));
        }
        Caller ofOurs = new Caller(ours, 6);
        Caller ofTheirs = new Caller(theirs, 7);
        await().until(() -> ofOurs.waits() && ofTheirs.waits());

        producer(ours).stop();

        assertNotSent(ofOurs.exchange(), 6);
        assertNotSent(begin(ours, row(8)), 8);
        await().until(ofTheirs::waits);
        gateway.letGo();
        assertAccepted(underWay, 0);
        for (int i = 1; i <= 5; i++) {
            assertAccepted(queued.get(i - 1), i);
        }
        assertAccepted(ofTheirs.exchange(), 7);
        assertThat(gateway.accepted()).hasSize(7);
        assertThat(Collections.max(gateway.accepted().values())).isEqualTo(1);
    }

    private static void assertNotSent(CompletableFuture<Exchange> exchange, int i) {
        NotSentException failure = ended(exchange).getException(NotSentException.class);
        assertThat(failure).isNotNull();
        assertThat(failure.isRetrySafe()).isTrue();
        assertThat(failure.remainder()).hasSize(1);
        failure.results().forEach(result -> assertOwn(result, i, Outcome.NOT_SENT));
    }

    /** Begins one exchange on a thread of its own, which the outbox may hold back. */
    private final class Caller {

        private final int number;
        private final CompletableFuture<CompletableFuture<Exchange>> begun = new CompletableFuture<>();
        private final Thread thread;

        Caller(String options, int number) {
            this.number = number;
            producer(options);
            thread = new Thread(() -> begun.complete(begin(options, row(number))));
            thread.start();
        }

        boolean waits() {
            return !hasReturned() && WAITING.contains(thread.getState());
        }

        boolean hasReturned() {
            return begun.isDone();
        }

        CompletableFuture<Exchange> exchange() {
            return begun.orTimeout(20, TimeUnit.SECONDS).join();
        }
    }
}
