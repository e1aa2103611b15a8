package ru.targetsms.camel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.model.LedgerTotals;
import ru.targetsms.simulator.process.CrashRun;

/**
 * Proves that no message of a queue is lost and none is sent twice when the consumer dies at any moment (F33, F34).
 * Every answer is held back, so that there is time between "accepted" and "committed" to die in. Beside the kills one
 * request in five is lost, after a while, before the gateway accepts it: there is time between "taken" and "accepted",
 * too. And so is one answer in ten.
 *
 * <p>The same run without keys is the control: there the ledger must show messages sent twice, else the kills prove
 * nothing. {@code -Dcrash.messages} says how many orders there are (default: 150). Lost answers are taken off before
 * repeats are counted, so that kills alone have to explain the rest.
 */
class JmsCrashTest {

    private static final int MESSAGES = Integer.getInteger("crash.messages", 150);
    private static final Duration HELD = Duration.ofMillis(40);

    @TempDir
    private Path folder;

    @RegisterExtension
    private final GatewaySimulator gateway =
            GatewaySimulator.builder().exchanges(0).start();

    private Broker broker;
    private ActiveFault lostAnswers;

    @RegisterExtension
    final TestExecutionExceptionHandler showOutput = (test, failure) -> {
        if (Files.exists(output())) {
            System.out.println(Files.readString(output()));
        }
        throw failure;
    };

    @BeforeEach
    void fillTheQueue() throws Exception {
        broker = new Broker();
        broker.put(MESSAGES);
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void aConsumerWithKeysLosesNothingAndSendsNothingTwice() throws Exception {
        killAgainAndAgain("idempotencyKey=${header.orderNumber}");

        LedgerTotals totals = gateway.ledger().totals();
        assertThat(totals.accepted()).isEqualTo(MESSAGES);
        assertThat(totals.doubledRecipients()).isZero();
        assertThat(totals.doubledClientIds()).isZero();
        assertThat(accepted()).containsOnly(1);
        assertThat(totals.duplicatesRefused() - lostAnswers.fired())
                .as("repeats after a kill, that the gateway refused")
                .isPositive();
        assertNothingIsLost();
    }

    @Test
    void withoutKeysTheSameKillsSendTwice() throws Exception {
        killAgainAndAgain("");

        LedgerTotals totals = gateway.ledger().totals();
        assertThat(totals.duplicatesRefused()).isZero();
        assertThat(totals.doubledRecipients() - lostAnswers.fired())
                .as("repeats after a kill, that somebody got")
                .isPositive();
        assertNothingIsLost();
    }

    private void killAgainAndAgain(String sendOptions) throws Exception {
        CrashRun run = new CrashRun(gateway, MESSAGES, HELD, System.out::println);
        ActiveFault lostRequests =
                gateway.faults().add(Fault.dropBeforeAccept().afterDelay(HELD).probability(0.2, run.seed()));
        lostAnswers =
                gateway.faults().add(Fault.dropAfterAccept().afterDelay(HELD).probability(0.1, run.seed() + 1));
        gateway.faults().add(Fault.delay(HELD));
        run.run(
                () -> CrashConsumer.fork(output(), broker.url(), gateway.baseUrl(), sendOptions),
                () -> broker.waiting() == 0);
        System.out.println(lostRequests.fired() + " requests lost, " + lostAnswers.fired() + " answers lost");
        assertThat(lostRequests.fired()).isPositive();
        assertThat(lostAnswers.fired()).isPositive();
    }

    private void assertNothingIsLost() {
        assertThat(accepted()).hasSize(MESSAGES).doesNotContain(0);
        assertThat(broker.deadLetters()).isZero();
    }

    /** Returns how often the gateway accepted each order. */
    private List<Integer> accepted() {
        return IntStream.range(0, MESSAGES)
                .mapToObj(Order::new)
                .map(order ->
                        gateway.ledger().recipient(order.phone(), order.text()).accepted())
                .toList();
    }

    private Path output() {
        return folder.resolve("output.txt");
    }
}
