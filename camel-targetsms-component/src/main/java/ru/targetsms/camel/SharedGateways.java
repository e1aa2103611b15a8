package ru.targetsms.camel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.observe.Meters;

/** Keeps one gateway for each distinct settings, counted by use, and their meters. Safe for several threads. */
final class SharedGateways {

    private final Map<SharedGateway.Settings, Counted> gateways = new HashMap<>();
    private Meters meters = Meters.NONE;

    private static final class Counted {
        private final SharedGateway gateway;
        private int users;

        private Counted(SharedGateway gateway) {
            this.gateway = gateway;
        }
    }

    /** Returns the gateway for the settings, made when nobody uses it yet. */
    synchronized SharedGateway acquire(CamelContext camelContext, SharedGateway.Settings settings) {
        if (gateways.isEmpty()) {
            meters = Meters.in(camelContext);
        }
        Counted counted =
                gateways.computeIfAbsent(settings, key -> new Counted(new SharedGateway(camelContext, key, meters)));
        counted.users++;
        return counted.gateway;
    }

    /** Gives the gateway back; the last user's leaving stops it. */
    void release(SharedGateway.Settings settings) {
        SharedGateway last = leave(settings);
        if (last != null) {
            last.stop();
            closeMeters();
        }
    }

    /** Counts the gateways in use. */
    synchronized int size() {
        return gateways.size();
    }

    /** Returns the gateways in use. */
    synchronized List<SharedGateway> all() {
        return gateways.values().stream().map(counted -> counted.gateway).toList();
    }

    private synchronized @Nullable SharedGateway leave(SharedGateway.Settings settings) {
        Counted counted = gateways.get(settings);
        if (counted == null || --counted.users > 0) {
            return null;
        }
        return gateways.remove(settings).gateway;
    }

    /** Gateways of one account share meters, so they stay until the last gateway is gone. */
    private synchronized void closeMeters() {
        if (gateways.isEmpty()) {
            meters.close();
            meters = Meters.NONE;
        }
    }
}
