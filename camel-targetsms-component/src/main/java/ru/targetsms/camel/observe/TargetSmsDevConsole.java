package ru.targetsms.camel.observe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import ru.targetsms.camel.SharedGateway;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.observe.GatewayActivity.Failure;
import ru.targetsms.camel.observe.GatewayActivity.Seen;
import ru.targetsms.camel.status.StatusConsumer;
import ru.targetsms.camel.tracking.TrackingException;

/** Shows what the gateways of a context do: counts, the last outcomes with masked phones, and pending reports. */
@DevConsole(name = "targetsms", displayName = "TargetSMS", description = "Gateways, outcomes and pending reports")
public final class TargetSmsDevConsole extends AbstractDevConsole {

    /** Makes the console; Camel does. */
    public TargetSmsDevConsole() {
        super("camel", "targetsms", "TargetSMS", "Gateways, outcomes and pending reports");
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("gateways", gateways().map(TargetSmsDevConsole::describe).toList());
        json.put("reports", consumers().map(TargetSmsDevConsole::describe).toList());
        return json;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        doCallJson(options).forEach((title, entries) -> {
            for (Object entry : (List<?>) entries) {
                text.append(title, 0, title.length() - 1).append('\n');
                ((Map<?, ?>) entry).forEach((name, value) -> append(text, name, value));
            }
        });
        return text.toString();
    }

    private static void append(StringBuilder text, Object name, Object value) {
        text.append("    ").append(name).append(':');
        if (value instanceof List<?> lines) {
            text.append('\n');
            lines.forEach(line -> text.append("        ").append(line).append('\n'));
        } else {
            text.append(' ').append(value).append('\n');
        }
    }

    private Stream<SharedGateway> gateways() {
        return getCamelContext().getComponentNames().stream()
                .map(name -> getCamelContext().hasComponent(name))
                .filter(TargetSmsComponent.class::isInstance)
                .map(TargetSmsComponent.class::cast)
                .distinct()
                .flatMap(component -> component.sharedGateways().stream());
    }

    private Stream<StatusConsumer> consumers() {
        return getCamelContext().getRoutes().stream()
                .map(route -> route.getConsumer())
                .filter(StatusConsumer.class::isInstance)
                .map(StatusConsumer.class::cast);
    }

    private static Map<String, Object> describe(SharedGateway gateway) {
        GatewayActivity activity = gateway.activity();
        Failure failure = activity.lastFailure();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("host", gateway.host());
        json.put("account", gateway.account());
        json.put("requestsInFlight", gateway.requestsInFlight());
        json.put("recipientsWaiting", gateway.outbox().size());
        json.put("lastSuccess", Objects.toString(activity.lastSuccess(), null));
        json.put("consecutiveFailures", activity.consecutiveFailures());
        json.put("lastFailure", failure == null ? null : failure.at().toString());
        json.put("lastProblem", failure == null ? null : failure.problem());
        Map<String, Object> outcomes = new TreeMap<>();
        activity.counts().forEach((outcome, count) -> outcomes.put(outcome.name(), count));
        json.put("outcomes", outcomes);
        json.put(
                "lastOutcomes",
                activity.lastOutcomes().stream()
                        .map(TargetSmsDevConsole::describe)
                        .toList());
        return json;
    }

    private static Map<String, Object> describe(Seen seen) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", seen.at().toString());
        json.put("phone", seen.phone());
        json.put("outcome", seen.outcome().name());
        json.put("idMessage", seen.idMessage());
        return json;
    }

    private static Map<String, Object> describe(StatusConsumer consumer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("routeId", consumer.getRouteId());
        json.put("account", consumer.account());
        try {
            json.put("pending", consumer.getPending());
            json.put("oldestPendingSeconds", consumer.getOldestPendingAge());
        } catch (TrackingException e) {
            json.put("pending", "unknown: " + e.getMessage());
        }
        json.put("claimed", consumer.getClaimed());
        json.put("lastSuccessfulPoll", Objects.toString(consumer.getLastSuccessfulPoll(), null));
        return json;
    }
}
