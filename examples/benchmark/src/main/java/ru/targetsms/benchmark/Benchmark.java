package ru.targetsms.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import ru.targetsms.benchmark.contender.Messages;
import ru.targetsms.benchmark.contender.Quota;
import ru.targetsms.benchmark.gateway.LeanGateway;
import ru.targetsms.benchmark.report.Comparison;
import ru.targetsms.benchmark.report.Meter;
import ru.targetsms.benchmark.report.Row;
import ru.targetsms.benchmark.report.Series;
import ru.targetsms.benchmark.report.Table;

/** Measures all contenders in turns, round by round, and prints how they compare. */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        Set<String> options = Set.of(String.join(" ", args).trim().split("\\s+"));
        boolean quick = options.contains("--quick");
        int rounds = quick ? 3 : 5;
        Duration time = Duration.ofMillis(quick ? 400 : 1000);
        String only = options.stream()
                .filter(option -> !option.startsWith("--"))
                .findFirst()
                .orElse("");
        try (LeanGateway gateway = new LeanGateway();
                Contenders contenders = new Contenders(gateway, new Messages(100_000), 10_000)) {
            Meter meter = new Meter(gateway);
            List<Row> rows = contenders.rows().stream()
                    .filter(row -> only.isEmpty() || row.toString().matches(only))
                    .toList();
            for (long latency : new long[] {0, 50}) {
                gateway.setLatency(Duration.ofMillis(latency));
                List<Series> series = rows.stream().map(Series::new).toList();
                for (int round = -2; round < rounds; round++) {
                    for (Series each : series) {
                        Meter.Sample s = meter.measure(each.row(), () -> Quota.of(time));
                        if (round >= 0) each.add(s);
                    }
                }
                new Table(System.out).print(new Comparison(latency, series));
            }
        }
    }
}
