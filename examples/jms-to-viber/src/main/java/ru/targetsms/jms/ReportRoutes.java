package ru.targetsms.jms;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Writes every delivery report to the table {@code report} and to the queue {@code reports}. A report may come twice when
 * the program dies: the table has it once.
 */
@Component
class ReportRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // The consumer says what failed, and brings it again.
        errorHandler(noErrorHandler());

        from("targetsms:status")
                .routeId("reports")
                .log("Order ${header.CamelTargetSmsCorrelationId}: ${bean:reportText}")
                .convertBodyTo(Map.class)
                .to("sql:classpath:report.sql")
                .marshal()
                .json()
                .convertBodyTo(String.class, "UTF-8")
                .to("jms:queue:reports");
    }
}
