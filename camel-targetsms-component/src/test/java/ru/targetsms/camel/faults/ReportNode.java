package ru.targetsms.camel.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.tracking.DeliveryTracker;

/** Is one node that reports, with everything in quick motion: a context of its own, and the reports its route was given. */
final class ReportNode implements AutoCloseable {

    private static final String QUICK = "targetsms:status?initialDelay=0&delay=20&firstPollDelay=10&maxPollDelay=100";

    private final CamelContext context;
    private final List<Report> reports = new CopyOnWriteArrayList<>();

    /** One report as it came. */
    record Report(DeliveryStatus status, int attempt) {}

    /**
     * Starts a node.
     *
     * @param uriOptions options of the consumer
     * @param route      what the route does with a report, once it has been noted
     */
    ReportNode(Consumer<TargetSmsConfiguration> options, DeliveryTracker tracker, String uriOptions, Processor route) {
        context = CamelTest.contextWith(options);
        context.getShutdownStrategy().setTimeout(1);
        context.getComponent("targetsms", TargetSmsComponent.class).setDeliveryTracker(tracker);
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(QUICK + (uriOptions.isEmpty() ? "" : "&" + uriOptions))
                            .process(ReportNode.this::note)
                            .process(route);
                }
            });
        } catch (Exception e) {
            context.stop();
            throw new IllegalStateException(e);
        }
    }

    CamelContext context() {
        return context;
    }

    /** Returns the reports so far, in the order they came. */
    List<DeliveryStatus> reports() {
        return reports.stream().map(Report::status).toList();
    }

    /** Returns the reports so far about one message. */
    List<Report> reports(String idMessage) {
        return reports.stream()
                .filter(report -> report.status().idMessage().equals(idMessage))
                .toList();
    }

    @Override
    public void close() {
        context.stop();
    }

    private void note(Exchange exchange) {
        reports.add(new Report(
                exchange.getMessage().getBody(DeliveryStatus.class),
                exchange.getMessage().getHeader(TargetSmsConstants.REPORT_ATTEMPT, Integer.class)));
    }
}
