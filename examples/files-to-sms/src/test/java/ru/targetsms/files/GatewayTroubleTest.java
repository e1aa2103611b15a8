package ru.targetsms.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import ru.targetsms.simulator.GatewaySimulator;

@ExtendWith(OutputCaptureExtension.class)
class GatewayTroubleTest {

    private static final int ROWS = 3000;

    @TempDir
    private Path base;

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml"})
    void wrongCredentialsEndTheFileAndEveryRowSaysSo(String profile, CapturedOutput output) throws IOException {
        try (GatewaySimulator gateway = GatewaySimulator.start();
                Program program = Program.start(
                        base,
                        gateway.baseUrl(),
                        profile,
                        "--files-to-sms.chunk=100",
                        "--camel.component.targetsms.password=not-the-password")) {
            program.drop("orders.csv", rows(ROWS));

            Results results = program.resultsOnceFailed("orders.csv");

            assertThat(results.rows()).hasSize(ROWS);
            assertThat(results.count("REJECTED") + results.count("NOT_SENT")).isEqualTo(ROWS);
            assertThat(results.count("REJECTED")).isLessThanOrEqualTo(100);
            assertThat(gateway.ledger().totals().posts()).isOne();
            assertThat(output)
                    .contains("Sending stops, the gateway refused the account")
                    .doesNotContain("not-the-password");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml"})
    void aGatewayThatComesBackInTimeCostsNothingAndSendsNothingTwice(String profile) throws IOException {
        try (GatewaySimulator gateway = GatewaySimulator.start();
                TroubledGateway line = new TroubledGateway(gateway.port());
                Program program = Program.start(base, line.baseUrl(), profile, "--files-to-sms.chunk=50")) {
            program.drop("orders.csv", rows(ROWS));

            await().until(() -> gateway.ledger().totals().accepted() > 200);
            line.cut();
            await().during(Duration.ofMillis(300)).until(() -> true);
            line.mend();

            Results results = program.resultsOnceDone("orders.csv");
            assertThat(results.column("line"))
                    .containsExactlyElementsOf(IntStream.rangeClosed(2, ROWS + 1)
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(results.count("ACCEPTED") + results.count("DUPLICATE")).isEqualTo(ROWS);
            assertThat(gateway.ledger().totals().accepted()).isEqualTo(ROWS);
            assertThat(gateway.ledger().totals().doubledRecipients()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml"})
    void aGatewayThatStaysAwayLeavesTheRestNotSent(String profile) throws IOException {
        try (GatewaySimulator gateway = GatewaySimulator.start();
                TroubledGateway line = new TroubledGateway(gateway.port());
                Program program = Program.start(
                        base, line.baseUrl(), profile, "--files-to-sms.chunk=50", "--files-to-sms.retries=1")) {
            program.drop("orders.csv", rows(ROWS));

            await().until(() -> gateway.ledger().totals().accepted() > 200);
            line.cut();

            Results results = program.resultsOnceFailed("orders.csv");
            long accepted = gateway.ledger().totals().accepted();
            assertThat(results.rows()).hasSize(ROWS);
            assertThat(results.count("ACCEPTED")).isPositive().isLessThanOrEqualTo(accepted);
            assertThat(results.count("ACCEPTED") + results.count("UNKNOWN")).isGreaterThanOrEqualTo(accepted);
            assertThat(results.count("UNKNOWN")).isLessThanOrEqualTo(50);
            assertThat(results.count("NOT_SENT")).isGreaterThan(ROWS / 2);
        }
    }

    @Test
    void whatIsLeftOfAFileCanBeDroppedAgainAndNobodyGetsItTwice() throws IOException {
        try (GatewaySimulator gateway = GatewaySimulator.start();
                TroubledGateway line = new TroubledGateway(gateway.port());
                Program program = Program.start(
                        base, line.baseUrl(), "java", "--files-to-sms.chunk=50", "--files-to-sms.retries=1")) {
            program.drop("orders.csv", rows(ROWS));
            await().until(() -> gateway.ledger().totals().accepted() > 200);
            line.cut();
            program.resultsOnceFailed("orders.csv");
            line.mend();

            Path rest = program.folders().rest("orders.csv");
            Files.move(rest, program.folders().inbox().resolve("rest.csv"), StandardCopyOption.ATOMIC_MOVE);

            Results results = program.resultsOnceDone("rest.csv");
            assertThat(results.count("ACCEPTED") + results.count("DUPLICATE"))
                    .isEqualTo(results.rows().size());
            assertThat(gateway.ledger().totals().distinctRecipients()).isEqualTo(ROWS);
            assertThat(gateway.ledger().totals().doubledRecipients()).isZero();
        }
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> (70000010000L + row) + ",Row " + row)
                .collect(Collectors.joining("\n", "phone,text_sms\n", "\n"));
    }
}
