package ru.targetsms.simulator.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Locale;
import ru.targetsms.simulator.model.FaultCount;
import ru.targetsms.simulator.model.RunReport;

/**
 * Shows the report of a run as JSON: the answer of the API, and the document to download.
 *
 * @param since ISO 8601
 * @param verdict for instance {@code unknown_left}
 * @param met whether nothing is wrong
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ReportView(
        String since,
        long received,
        long accepted,
        long refused,
        long duplicatesRefused,
        long doubled,
        long unknown,
        List<FaultCount> faults,
        String verdict,
        boolean met) {

    public static ReportView of(RunReport report) {
        return new ReportView(
                report.since().toString(),
                report.received(),
                report.accepted(),
                report.refused(),
                report.duplicatesRefused(),
                report.doubled(),
                report.unknown(),
                report.faults(),
                report.verdict().name().toLowerCase(Locale.ROOT),
                report.verdict().met());
    }
}
