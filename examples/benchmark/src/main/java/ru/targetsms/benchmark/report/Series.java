package ru.targetsms.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import ru.targetsms.benchmark.report.Meter.Sample;

/** The rounds of one row at one latency. */
public final class Series {

    private final Row row;
    private final List<Sample> samples = new ArrayList<>();

    /** Begins without a round. */
    public Series(Row row) {
        this.row = row;
    }

    /** Adds a round. */
    public void add(Sample sample) {
        samples.add(sample);
    }

    /** Returns what was measured. */
    public Row row() {
        return row;
    }

    /** Returns messages a second: the median of the rounds. */
    public double median() {
        return sorted(Sample::perSecond).get(samples.size() / 2);
    }

    /** Returns messages a second in the worst round. */
    public double min() {
        return sorted(Sample::perSecond).get(0);
    }

    /** Returns messages a second in the best round. */
    public double max() {
        return sorted(Sample::perSecond).get(samples.size() - 1);
    }

    /** Returns the bytes allocated for one message: the median of the rounds. */
    public double allocatedPerMessage() {
        return sorted(sample -> (double) sample.allocated() / sample.messages()).get(samples.size() / 2);
    }

    private List<Double> sorted(ToDoubleFunction<Sample> figure) {
        return samples.stream().map(figure::applyAsDouble).sorted().toList();
    }
}
