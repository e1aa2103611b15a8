package ru.targetsms.camel;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.apache.camel.CamelContext;
import ru.targetsms.camel.gateway.GatewaySettings;
import ru.targetsms.camel.observe.Meters;
import ru.targetsms.camel.send.OutboxSettings;

/** Makes gateways whose documents come back on the caller's thread as not sent: what would have left can be looked at. */
public final class StoppedGateway {

    private StoppedGateway() {}

    /** Makes a gateway and stops it. */
    public static SharedGateway in(CamelContext context) {
        GatewaySettings settings = new GatewaySettings(
                URI.create("http://127.0.0.1:1"),
                "demo",
                "demo",
                null,
                ZoneId.of("Europe/Moscow"),
                Duration.ofSeconds(1),
                1,
                null,
                Map.of(),
                null,
                null,
                false);
        SharedGateway gateway = new SharedGateway(
                context,
                new SharedGateway.Settings(settings, new OutboxSettings(100, Duration.ZERO, 10_000, null)),
                Meters.NONE);
        gateway.stop();
        return gateway;
    }
}
