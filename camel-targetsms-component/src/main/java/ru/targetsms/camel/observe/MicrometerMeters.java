package ru.targetsms.camel.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.tracking.Backlog;

/** Measures with Micrometer. Every meter has the tag {@code account}; no tag holds a phone, an id or a text. */
final class MicrometerMeters implements Meters {

    private static final String ACCOUNT = "account";

    private final MeterRegistry registry;
    private final Set<Meter> meters = ConcurrentHashMap.newKeySet();

    MicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Of several registries the composite is taken: it leads to the others; else one is made of them all. */
    static Meters in(CamelContext context) {
        Set<MeterRegistry> found = context.getRegistry().findByType(MeterRegistry.class);
        if (found.isEmpty()) {
            return NONE;
        }
        return new MicrometerMeters(found.stream()
                .min(Comparator.comparing(one -> !(one instanceof CompositeMeterRegistry)))
                .filter(one -> found.size() == 1 || one instanceof CompositeMeterRegistry)
                .orElseGet(() -> compositeOf(found)));
    }

    @Override
    public GatewayListener ofGateway(String account) {
        return new GatewayMeters(this, Tags.of(ACCOUNT, account));
    }

    @Override
    public ReportListener ofReports(String account, String routeId, Supplier<Backlog> backlog) {
        return new ReportMeters(this, Tags.of(ACCOUNT, account), routeId, backlog);
    }

    @Override
    public void close() {
        meters.forEach(this::remove);
    }

    Counter counter(String name, String description, Tags tags) {
        return kept(Counter.builder(name).description(description).tags(tags).register(registry));
    }

    Timer timer(String name, String description, Tags tags) {
        return kept(Timer.builder(name).description(description).tags(tags).register(registry));
    }

    DistributionSummary summary(String name, String description, Tags tags) {
        return kept(DistributionSummary.builder(name)
                .description(description)
                .tags(tags)
                .register(registry));
    }

    <T> Gauge gauge(
            String name, String description, @Nullable String unit, Tags tags, T of, ToDoubleFunction<T> value) {
        return kept(Gauge.builder(name, of, value)
                .description(description)
                .baseUnit(unit)
                .tags(tags)
                .strongReference(true)
                .register(registry));
    }

    void remove(Meter meter) {
        registry.remove(meter);
        meters.remove(meter);
    }

    /** Returns a constant's name as the value of a tag. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private <T extends Meter> T kept(T meter) {
        meters.add(meter);
        return meter;
    }

    private static MeterRegistry compositeOf(Set<MeterRegistry> registries) {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        registries.forEach(composite::add);
        return composite;
    }
}
