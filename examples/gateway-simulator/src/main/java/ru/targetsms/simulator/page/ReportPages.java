package ru.targetsms.simulator.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.api.ReportView;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.RunReport;

/** Shows what happened in the run, gives it away as JSON, and begins another one. */
final class ReportPages {

    private final Simulator simulator;
    private final Pages pages;

    ReportPages(Simulator simulator, Pages pages) {
        this.simulator = simulator;
        this.pages = pages;
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.GET("/report", this::show).GET("/report.json", this::download).POST("/report/reset", this::reset);
    }

    private ServerResponse show(ServerRequest request) {
        RunReport report = simulator.report();
        return pages.html(
                request,
                "report",
                Map.of(
                        "report",
                        report,
                        "figures",
                        Figure.of(report),
                        "verdict",
                        report.verdict().name().toLowerCase(Locale.ROOT),
                        "refusals",
                        simulator.refusals()));
    }

    private ServerResponse download(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"report.json\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body(ReportView.of(simulator.report()));
    }

    private ServerResponse reset(ServerRequest request) {
        simulator.reset();
        return Pages.back(request);
    }

    /**
     * Is one number of the report.
     *
     * @param wrong whether it spoils the verdict
     */
    record Figure(String name, long count, boolean wrong) {

        static List<Figure> of(RunReport report) {
            return List.of(
                    new Figure("received", report.received(), false),
                    new Figure("accepted", report.accepted(), false),
                    new Figure("refused", report.refused(), false),
                    new Figure("duplicates_refused", report.duplicatesRefused(), false),
                    new Figure("doubled", report.doubled(), report.doubled() > 0),
                    new Figure("unknown", report.unknown(), report.unknown() > 0));
        }
    }
}
