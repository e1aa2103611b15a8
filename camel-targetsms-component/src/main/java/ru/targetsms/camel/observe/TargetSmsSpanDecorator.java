package ru.targetsms.camel.observe;

import java.util.List;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsEndpoint;
import ru.targetsms.camel.TargetSmsOperation;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.camel.send.ChannelOrder;

/**
 * Says in the spans of camel-telemetry what was sent and what became of it, without phones, ids and texts. Camel finds
 * it on the class path.
 */
public final class TargetSmsSpanDecorator extends AbstractSpanDecorator {

    @Override
    public String getComponent() {
        return "targetsms";
    }

    @Override
    public String getComponentClassName() {
        return TargetSmsComponent.class.getName();
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        if (endpoint instanceof TargetSmsEndpoint ours) {
            span.setTag("targetsms.operation", ours.getOperation().toString());
            if (ours.getOperation() == TargetSmsOperation.SEND) {
                set(span, "targetsms.channels", ChannelOrder.of(exchange.getMessage(), ours));
            }
        }
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        List<SendResult> results = results(exchange);
        if (!results.isEmpty()) {
            long accepted = results.stream().filter(SendResult::accepted).count();
            span.setTag("targetsms.recipients", String.valueOf(results.size()));
            span.setTag("targetsms.accepted", String.valueOf(accepted));
            set(
                    span,
                    "targetsms.outcome",
                    Outcome.worst(results).map(Outcome::name).orElse(null));
        }
    }

    /** Those of the exception when there is one: the body of a failed exchange is what it was. */
    private static List<SendResult> results(Exchange exchange) {
        if (exchange.getException() != null) {
            return exchange.getException() instanceof TargetSmsException failure ? failure.results() : List.of();
        }
        if (exchange.getMessage().getBody() instanceof List<?> body
                && body.stream().allMatch(SendResult.class::isInstance)) {
            return body.stream().map(SendResult.class::cast).toList();
        }
        return List.of();
    }

    private static void set(Span span, String tag, @Nullable String value) {
        if (value != null) {
            span.setTag(tag, value);
        }
    }
}
