package ru.targetsms.jms;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;

/** Puts a delivery report into one line for the log: what became of the message, channel by channel. */
@Component
class ReportText {

    /** Returns, for instance, {@code deliver (Viber not_deliver 1.10, SMS deliver 1.45)}. */
    public String of(@Body DeliveryStatus report) {
        String channels = Stream.of(
                        channel("Viber", report.stateViber(), report.priceViber()),
                        channel("SMS", report.stateSms(), report.priceSms()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ", " (", ")"));
        return report.state().word() + channels;
    }

    private static String channel(String name, DeliveryState state, BigDecimal price) {
        return state == null ? null : name + " " + state.word() + (price == null ? "" : " " + price);
    }
}
