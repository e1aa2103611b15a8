package ru.targetsms.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.files.run.Folders;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.model.LedgerTotals;
import ru.targetsms.simulator.process.CrashRun;
import ru.targetsms.simulator.process.ForkedProgram;

/**
 * Proves that no row of a folder is lost and none is sent twice when the program dies at any moment (F33, F34). Every
 * answer is held back, so that there is time between "accepted" and "written down" to die in. Beside the kills one
 * request in four is lost, after a while, before the gateway accepts it: there is time between "taken" and "accepted",
 * too. And so is one answer in four. Several files are under way at once.
 *
 * <p>The program has no switch that turns its keys off. So the control gives every life another namespace: within a life
 * nothing changes, but a life no longer knows the client ids of the one before. There the ledger must show rows sent
 * twice, else the kills prove nothing; and only the kills can have caused them. {@code -Dcrash.messages} says how many
 * rows there are, a multiple of 25 (default: 150).
 */
class FolderCrashTest {

    private static final int FILES = 5;
    private static final int ROWS = Integer.getInteger("crash.messages", 150) / FILES;
    private static final int CHUNK = 5;
    private static final Duration HELD = Duration.ofMillis(60);

    @TempDir
    private Path base;

    @RegisterExtension
    private final GatewaySimulator gateway =
            GatewaySimulator.builder().exchanges(0).start();

    private Folders folders;
    private ActiveFault lostAnswers;

    @RegisterExtension
    final TestExecutionExceptionHandler showOutput = (test, failure) -> {
        if (Files.exists(output())) {
            System.out.println(Files.readString(output()));
        }
        throw failure;
    };

    @BeforeEach
    void fillTheInbox() throws IOException {
        folders = new Folders(base);
        for (int file = 0; file < FILES; file++) {
            Program.drop(folders, name(file), rows(file));
        }
    }

    @Test
    void theProgramLosesNothingAndSendsNothingTwice() throws Exception {
        killAgainAndAgain(() -> "one for every life");

        LedgerTotals totals = gateway.ledger().totals();
        assertThat(totals.accepted()).isEqualTo(FILES * ROWS);
        assertThat(totals.doubledRecipients()).isZero();
        assertThat(totals.doubledClientIds()).isZero();
        assertThat(accepted()).containsOnly(1);
        assertThat(totals.duplicatesRefused() - CHUNK * lostAnswers.fired())
                .as("repeats after a kill, that the gateway refused")
                .isPositive();
        assertEveryRowHasOneResult();
    }

    @Test
    void withKeysThatChangeWithEveryStartTheSameKillsSendTwice() throws Exception {
        List<String> lives = new ArrayList<>();

        killAgainAndAgain(() -> {
            lives.add("life");
            return "life " + lives.size();
        });

        assertThat(gateway.ledger().totals().doubledRecipients()).isPositive();
        assertThat(accepted()).hasSize(FILES * ROWS).doesNotContain(0);
        assertEveryRowHasOneResult();
    }

    private void killAgainAndAgain(Supplier<String> namespace) throws Exception {
        CrashRun run = new CrashRun(gateway, FILES * ROWS, HELD, System.out::println);
        ActiveFault lostRequests =
                gateway.faults().add(Fault.dropBeforeAccept().afterDelay(HELD).probability(0.25, run.seed()));
        lostAnswers =
                gateway.faults().add(Fault.dropAfterAccept().afterDelay(HELD).probability(0.25, run.seed() + 1));
        gateway.faults().add(Fault.delay(HELD));
        run.run(() -> fork(namespace.get()), () -> count(folders.done(), ".csv") == FILES);
        System.out.println(lostRequests.fired() + " requests lost, " + lostAnswers.fired() + " answers lost");
        assertThat(lostRequests.fired()).isPositive();
        assertThat(lostAnswers.fired()).isPositive();
    }

    private ForkedProgram fork(String namespace) throws IOException {
        return new ForkedProgram(
                FilesToSmsApplication.class,
                output(),
                List.of("-Xmx96m"),
                Program.arguments(
                        base,
                        gateway.baseUrl(),
                        "java",
                        "--files-to-sms.chunk=" + CHUNK,
                        "--files-to-sms.retries=30",
                        "--camel.component.targetsms.idempotency-namespace=" + namespace));
    }

    private void assertEveryRowHasOneResult() throws IOException {
        assertThat(count(folders.inbox(), ".csv")).isZero();
        assertThat(count(folders.failed(), "")).isZero();
        assertThat(count(folders.outbox(), ".csv")).isEqualTo(FILES);
        for (int file = 0; file < FILES; file++) {
            Results results = Results.of(folders.results(name(file)));
            assertThat(results.column("line"))
                    .containsExactlyElementsOf(IntStream.rangeClosed(2, ROWS + 1)
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(results.count("ACCEPTED") + results.count("DUPLICATE")).isEqualTo(ROWS);
        }
    }

    /** Returns how often the gateway accepted each row. */
    private List<Integer> accepted() {
        return IntStream.range(0, FILES * ROWS)
                .mapToObj(
                        row -> gateway.ledger().recipient(phone(row), text(row)).accepted())
                .toList();
    }

    private static long count(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(int file) {
        return "orders-" + file + ".csv";
    }

    private static String rows(int file) {
        return IntStream.range(file * ROWS, (file + 1) * ROWS)
                .mapToObj(row -> phone(row) + "," + text(row))
                .collect(Collectors.joining("\n", "phone,text_sms\n", "\n"));
    }

    private static String phone(int row) {
        return Long.toString(70000300000L + row);
    }

    private static String text(int row) {
        return "Row " + row + " is ready";
    }

    private Path output() {
        return base.resolve("output.txt");
    }
}
