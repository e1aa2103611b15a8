package ru.targetsms.benchmark;

import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import ru.targetsms.benchmark.contender.Messages;
import ru.targetsms.benchmark.contender.Quota;
import ru.targetsms.benchmark.gateway.LeanGateway;
import ru.targetsms.benchmark.report.Comparison;
import ru.targetsms.benchmark.report.LoneFigure;
import ru.targetsms.benchmark.report.LoneMessages;
import ru.targetsms.benchmark.report.Machine;
import ru.targetsms.benchmark.report.Meter;
import ru.targetsms.benchmark.report.Meter.Sample;
import ru.targetsms.benchmark.report.Picture;
import ru.targetsms.benchmark.report.Row;
import ru.targetsms.benchmark.report.Series;
import ru.targetsms.benchmark.report.Table;
import ru.targetsms.benchmark.report.Target;

/** Measures all contenders in turns, round by round, and prints how they compare. */
public final class Benchmark {

    private static final int WARM_UPS = 2;
    private static final Duration NEAR = Duration.ZERO;
    private static final Duration MIDDLE = Duration.ofMillis(5);
    private static final Duration FAR = Duration.ofMillis(50);

    private final Options options;
    private final LeanGateway gateway;
    private final Contenders contenders;
    private final Table table = new Table(System.out);

    private Benchmark(Options options, LeanGateway gateway, Contenders contenders) {
        this.options = options;
        this.gateway = gateway;
        this.contenders = contenders;
    }

    /** Runs with {@link Options}: all of it takes about seven minutes, {@code --quick} a good minute. */
    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        try (LeanGateway gateway = new LeanGateway();
                Contenders contenders = new Contenders(gateway, new Messages(100_000), 10_000)) {
            new Benchmark(options, gateway, contenders).run();
        }
    }

    private void run() throws Exception {
        System.out.println(Machine.describe());
        Comparison near = compare(NEAR, WARM_UPS);
        if (options.rows() != null) {
            compare(FAR, 0);
            return;
        }
        lone(NEAR);
        List<LoneFigure> lone = lone(MIDDLE);
        Comparison far = compare(FAR, 0);
        table.print(Target.of(near, far, lone));
        if (options.picture() != null) {
            Files.writeString(options.picture(), Picture.of(List.of(near, far), Machine.describe(), LocalDate.now()));
        }
    }

    private Comparison compare(Duration latency, int warmUps) throws Exception {
        gateway.setLatency(latency);
        Meter meter = new Meter(gateway);
        List<Series> series = contenders.rows().stream()
                .filter(row -> runs(row, latency))
                .map(Series::new)
                .toList();
        for (int round = -warmUps; round < options.rounds(); round++) {
            for (Series each : series) {
                Duration time = round < 0 ? options.warmUp() : options.time();
                Sample sample = meter.measure(each.row(), () -> Quota.of(time));
                if (round >= 0) {
                    each.add(sample);
                }
            }
        }
        Comparison comparison = new Comparison(latency.toMillis(), series);
        table.print(comparison);
        return comparison;
    }

    /** Far away everybody has as many connections as the component: more of them would be no news. */
    private boolean runs(Row row, Duration latency) {
        boolean wanted = options.rows() == null || row.toString().matches(options.rows());
        return wanted && (latency.isZero() || !row.load().equals(Contenders.MANY_CALLERS));
    }

    private List<LoneFigure> lone(Duration latency) throws Exception {
        gateway.setLatency(latency);
        List<LoneFigure> figures = new LoneMessages(contenders.lone()).measure(options.rounds(), options.time());
        table.print(latency.toMillis(), figures);
        return figures;
    }
}
