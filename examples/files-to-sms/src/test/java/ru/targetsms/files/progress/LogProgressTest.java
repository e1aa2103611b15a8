package ru.targetsms.files.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LogProgressTest {

    private long now;

    @Test
    void aLongFileIsReportedEveryTenSecondsWithSpeedAndTimeLeft(CapturedOutput output) {
        try (Progress progress = new LogProgress("orders.csv", 1000, () -> now)) {
            progress.at(0, 0, "none");
            passes(Duration.ofSeconds(5));
            progress.at(125, 500, "too early");
            passes(Duration.ofSeconds(5));
            progress.at(250, 1000, "990 accepted, 10 refused");
        }

        assertThat(output)
                .contains("orders.csv: 25%, 1000 messages, 100 a second; 990 accepted, 10 refused; about 30 s left")
                .doesNotContain("too early");
    }

    private void passes(Duration duration) {
        now += duration.toNanos();
    }
}
