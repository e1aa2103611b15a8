package ru.targetsms.camel.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.tracking.Backlog;

/** Measures one consumer: what was billed, and what is still waited for. */
final class ReportMeters implements ReportListener {

    private final MicrometerMeters meters;
    private final Counter priceOfSms;
    private final Counter priceOfViber;
    private final Counter billedParts;
    private final List<Gauge> gauges;

    ReportMeters(MicrometerMeters meters, Tags tags, String routeId, Supplier<Backlog> backlog) {
        this.meters = meters;
        this.priceOfSms = price(meters, tags.and("channel", "sms"));
        this.priceOfViber = price(meters, tags.and("channel", "viber"));
        this.billedParts = meters.counter("targetsms.sms.parts.billed", "SMS parts that reports name", tags);
        Tags route = tags.and("route", routeId);
        this.gauges = List.of(
                meters.gauge(
                        "targetsms.reports.pending",
                        "Messages of the account without a final state",
                        null,
                        route,
                        backlog,
                        of -> of.get().pending()),
                meters.gauge(
                        "targetsms.reports.oldest.age",
                        "Age of the oldest message without a final state, 0 for none",
                        "seconds",
                        route,
                        backlog,
                        ReportMeters::oldest));
    }

    @Override
    public void reported(DeliveryStatus status) {
        add(priceOfSms, status.priceSms());
        add(priceOfViber, status.priceViber());
        if (status.numPartsSms() != null) {
            billedParts.increment(status.numPartsSms());
        }
    }

    @Override
    public void close() {
        gauges.forEach(meters::remove);
    }

    private static Counter price(MicrometerMeters meters, Tags tags) {
        return meters.counter("targetsms.price", "Money that reports name, currency unstated", tags);
    }

    private static void add(Counter counter, @Nullable BigDecimal price) {
        if (price != null) {
            counter.increment(price.doubleValue());
        }
    }

    private static double oldest(Supplier<Backlog> backlog) {
        Backlog now = backlog.get();
        return now.oldest() == null ? 0 : now.oldest().toMillis() / 1000.0;
    }
}
