package ru.targetsms.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ru.targetsms.benchmark.contender.Messages;
import ru.targetsms.benchmark.contender.Quota;
import ru.targetsms.benchmark.contender.Sender;
import ru.targetsms.benchmark.gateway.LeanGateway;
import ru.targetsms.benchmark.report.Kind;
import ru.targetsms.benchmark.report.Meter;
import ru.targetsms.benchmark.report.Meter.Sample;
import ru.targetsms.benchmark.report.Row;

/** Sends a handful of messages with every contender: a benchmark that counts what nobody took is a lie. */
class BenchmarkTest {

    private static LeanGateway gateway;
    private static Contenders contenders;

    @BeforeAll
    static void start() throws Exception {
        gateway = new LeanGateway();
        contenders = new Contenders(gateway, new Messages(1000), 200);
    }

    @AfterAll
    static void stop() throws Exception {
        contenders.close();
        gateway.close();
    }

    @Test
    void everyContenderReportsWhatTheGatewayAccepted() throws Exception {
        Meter meter = new Meter(gateway);

        for (Row row : contenders.rows()) {
            long before = gateway.accepted();

            Sample sample = meter.measure(row, () -> Quota.of(200));

            assertThat(sample.messages()).as(row.toString()).isEqualTo(200);
            assertThat(gateway.accepted() - before).as(row.toString()).isEqualTo(200);
            assertThat(sample.allocated()).as(row.toString()).isPositive();
        }
    }

    @Test
    void everyKindTakesPart() {
        assertThat(contenders.rows()).extracting(Row::kind).contains(Kind.values());
        assertThat(contenders.lone()).containsOnlyKeys(Kind.BY_HAND, Kind.BY_HAND_JAXB, Kind.READY_1, Kind.SINGLES);
    }

    @Test
    void everySenderOfALoneMessageSendsOne() throws Exception {
        for (Map.Entry<Kind, Sender> each : contenders.lone().entrySet()) {
            long before = gateway.accepted();

            int accepted = each.getValue().send(7);

            assertThat(accepted).as(each.getKey().toString()).isEqualTo(1);
            assertThat(gateway.accepted() - before).as(each.getKey().toString()).isEqualTo(1);
        }
    }

    @Test
    void optionsComeApartOrInOneArgument() {
        Options options = Options.of("--quick --rows=.*lists.*", "", "--picture=bars.svg");

        assertThat(options.time()).isLessThan(Duration.ofSeconds(1));
        assertThat(options.rows()).isEqualTo(".*lists.*");
        assertThat(options.picture()).hasToString("bars.svg");
        assertThatThrownBy(() -> Options.of("--slow")).isInstanceOf(IllegalArgumentException.class);
    }
}
