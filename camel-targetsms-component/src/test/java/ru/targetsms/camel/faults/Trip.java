package ru.targetsms.camel.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;

/**
 * One body's way down the route, to its end.
 *
 * @param ids      whether the recipients had client ids
 * @param input    the messages of the body
 * @param failures what each attempt that failed failed with, the first first
 * @param parked   what the exchange was parked with, null when it went through
 * @param results  the results of the last attempt
 * @param headers  the headers the exchange ended with
 * @param elapsed  time for all attempts
 * @param deadline time for one POST
 * @param context  still running
 */
record Trip(
        Ids ids,
        List<Sms> input,
        List<TargetSmsException> failures,
        TargetSmsException parked,
        List<SendResult> results,
        Map<String, Object> headers,
        Duration elapsed,
        Duration deadline,
        CamelContext context) {

    /** Counts how often the body was handed to the component. */
    int attempts() {
        return failures.size() + (parked == null ? 1 : 0);
    }

    List<Outcome> outcomes() {
        return results.stream().map(SendResult::outcome).toList();
    }

    TargetSmsException firstFailure() {
        return failures.get(0);
    }
}
