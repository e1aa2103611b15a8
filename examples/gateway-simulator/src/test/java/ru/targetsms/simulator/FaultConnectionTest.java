package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.model.HttpExchange;

class FaultConnectionTest {

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String SMS = Client.request(Client.sms("79001234567", "text", 1));

    @ParameterizedTest
    @EnumSource
    void everyActionActsAndIsCounted(FaultAction action) {
        String first = Client.sms("79001234567", "text", 1);
        new Client(gateway.baseUrl()).send(first);
        ActiveFault fault = gateway.faults().add(FaultSamples.of(action));

        String answer = post(Client.request(first + Client.sms("79001234568", "text", 2)));

        assertThat(fault.matched()).isOne();
        assertThat(fault.fired()).isOne();
        assertThat(gateway.messages()).hasSize(acceptsSecond(fault.fault()) ? 2 : 1);
        assertThat(gateway.ledger().totals().posts()).isEqualTo(2);
        assertThat(gateway.requests()).hasSize(2);
        assertThat(answer).isNotNull();
    }

    @Test
    void aConnectionIsDroppedWithoutAByte() {
        gateway.faults().add(Fault.dropAfterAccept());

        assertThat(post(SMS)).isEmpty();
        assertThat(gateway.messages()).hasSize(1);
        assertThat(gateway.requests()).extracting(HttpExchange::answerText).containsExactly("");
    }

    @Test
    void aConnectionIsDroppedBeforeAnythingIsAccepted() {
        gateway.faults().add(Fault.dropBeforeAccept());

        assertThat(post(SMS)).isEmpty();
        assertThat(gateway.messages()).isEmpty();
        assertThat(gateway.ledger().totals().posts()).isOne();
    }

    @Test
    void aConnectionIsReset() {
        gateway.faults().add(Fault.resetAfterAccept());

        assertThat(post(SMS)).isEqualTo(RawClient.RESET);
        assertThat(gateway.messages()).hasSize(1);
    }

    @Test
    void aConnectionIsResetBeforeAnythingIsAccepted() {
        gateway.faults().add(Fault.resetBeforeAccept());

        assertThat(post(SMS)).isEqualTo(RawClient.RESET);
        assertThat(gateway.messages()).isEmpty();
    }

    @Test
    void aTruncatedAnswerIsShorterThanItPromised() {
        gateway.faults().add(Fault.truncated());

        String answer = post(SMS);
        int promised = Integer.parseInt(answer.replaceAll("(?s).*Content-Length: ([0-9]+)\r.*", "$1"));
        assertThat(body(answer)).startsWith("<?xml").hasSize(promised / 2);
    }

    @Test
    void aMalformedChunkFollowsAGoodOne() {
        gateway.faults().add(Fault.malformedChunk());

        String answer = post(SMS);
        assertThat(answer).contains("Transfer-Encoding: chunked");
        int length = Integer.parseInt(body(answer).lines().findFirst().orElseThrow(), 16);
        assertThat(body(answer)).endsWith("\r\nno chunk\r\n").hasSize(length + 16);
    }

    @Test
    void garbageIsNoHttp() {
        gateway.faults().add(Fault.garbage());

        assertThat(post(SMS)).isNotEmpty().doesNotContain("HTTP", "<");
    }

    @Test
    void anAnswerComesLateThoughTheGatewayAcceptedAtOnce() {
        ActiveFault fault = gateway.faults().add(Fault.delay(LONG));

        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> post(SMS));
        gateway.awaitMessages(1, Duration.ofSeconds(20));
        await().until(() -> fault.fired() == 1);

        assertThat(answer).isNotDone();
        gateway.reset();
        assertThat(answer).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo("");
    }

    @Test
    void theGatewayAcceptsWhenTheDelayIsOver() {
        Duration delay = Duration.ofMillis(200);
        gateway.faults().add(Fault.delayBeforeAccept(delay));
        long start = System.nanoTime();

        assertThat(post(SMS)).contains(">send<");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(delay);
        assertThat(gateway.messages()).hasSize(1);
    }

    @Test
    void aRequestHeldBeforeItIsAcceptedNeverIsWhenTheSimulatorIsReset() {
        ActiveFault fault = gateway.faults().add(Fault.delayBeforeAccept(LONG));
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> post(SMS));
        await().until(() -> fault.fired() == 1);

        gateway.reset();

        assertThat(answer).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo("");
        assertThat(gateway.messages()).isEmpty();
    }

    @Test
    void aDrippingAnswerBeginsAtOnceAndEndsWithTheReset() {
        gateway.faults().add(Fault.drip(LONG));
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> post(SMS));
        gateway.awaitMessages(1, Duration.ofSeconds(20));
        assertThat(answer).isNotDone();

        await().untilAsserted(() -> {
            gateway.reset();
            assertThat(answer).isDone();
        });

        assertThat(answer.join()).startsWith("HTTP/1.1 200").doesNotContain("<");
    }

    @Test
    void aSimulatorThatHoldsAnAnswerStopsAtOnce() {
        CompletableFuture<String> answer;
        try (GatewaySimulator other = GatewaySimulator.start()) {
            ActiveFault fault = other.faults().add(Fault.delay(LONG));
            answer = CompletableFuture.supplyAsync(() -> RawClient.post(other.port(), "/xml/message.php", SMS));
            await().until(() -> fault.fired() == 1);
        }

        assertThat(answer).succeedsWithin(20, TimeUnit.SECONDS);
    }

    private static boolean acceptsSecond(Fault fault) {
        return fault.accepts() && fault.action() != FaultAction.MESSAGE_ERROR && fault.action() != FaultAction.REFUSAL;
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static String post(String document) {
        return RawClient.post(gateway.port(), "/xml/message.php", document);
    }
}
