package ru.targetsms.camel.observe;

import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import ru.targetsms.camel.tracking.Backlog;

/**
 * Measures what the gateways and report consumers of one component do: with Micrometer, or not at all when it is not on
 * the class path or no registry of it is in Camel's. Safe for several threads.
 */
public interface Meters {

    /** Measures nothing. */
    Meters NONE = new Meters() {
        @Override
        public GatewayListener ofGateway(String account) {
            return GatewayListener.NONE;
        }

        @Override
        public ReportListener ofReports(String account, String routeId, Supplier<Backlog> backlog) {
            return ReportListener.NONE;
        }

        @Override
        public void close() {}
    };

    /** Returns what measures in a context. */
    static Meters in(CamelContext context) {
        boolean micrometer =
                context.getClassResolver().resolveClass("io.micrometer.core.instrument.MeterRegistry") != null;
        return micrometer ? MicrometerMeters.in(context) : NONE;
    }

    /** Returns what measures one gateway. */
    GatewayListener ofGateway(String account);

    /** Returns what measures one consumer; it has to be closed. */
    ReportListener ofReports(String account, String routeId, Supplier<Backlog> backlog);

    /** Removes the meters. */
    void close();
}
