package ru.targetsms.scaleout.worker;

import org.apache.camel.builder.RouteBuilder;

/** Writes every delivery report into a table, with the node that got it. A report that comes again is a second row. */
public final class ReportsRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("targetsms:status?delay=200")
                .routeId("reports")
                .to("sql:insert into report (id_message, order_number, state, node, attempt) values ("
                        + ":#${header.CamelTargetSmsIdMessage}, :#${header.CamelTargetSmsCorrelationId}, "
                        + ":#${header.CamelTargetSmsState}, '{{worker.node}}', "
                        + ":#${header.CamelTargetSmsReportAttempt})");
    }
}
