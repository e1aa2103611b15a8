package ru.targetsms.scaleout.worker;

import org.apache.camel.builder.RouteBuilder;
import ru.targetsms.camel.TargetSmsConstants;

/** Writes every delivery report into a table, with the node that got it. A report that comes again is a second row. */
public final class ReportsRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("targetsms:status")
                .routeId("reports")
                .setHeader("state", header(TargetSmsConstants.STATE).convertToString())
                .setHeader("node", constant("{{worker.node}}"))
                .to("sql:insert into report (id_message, order_number, state, node, attempt) values ("
                        + ":#CamelTargetSmsIdMessage, :#CamelTargetSmsCorrelationId, :#state, :#node, "
                        + ":#CamelTargetSmsReportAttempt)");
    }
}
