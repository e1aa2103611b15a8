package ru.targetsms.camel.status;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/** Is Camel's check of a polling consumer, and tells when it last polled and what it still waits for. */
final class ReportsHealthCheck extends ScheduledPollConsumerHealthCheck {

    private final StatusConsumer consumer;

    ReportsHealthCheck(StatusConsumer consumer) {
        super(consumer, "consumer:" + consumer.getRouteId());
        this.consumer = consumer;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result result = super.call(options);
        if (!isEnabled()) {
            return result;
        }
        HealthCheckResultBuilder builder =
                HealthCheckResultBuilder.on(this).state(result.getState()).details(result.getDetails());
        result.getMessage().ifPresent(builder::message);
        result.getError().ifPresent(builder::error);
        if (consumer.getLastSuccessfulPoll() != null) {
            builder.detail(
                    "poll.last.successful", consumer.getLastSuccessfulPoll().toString());
        }
        try {
            builder.detail("pending", consumer.getPending());
            builder.detail("pending.oldest.seconds", consumer.getOldestPendingAge());
        } catch (RuntimeException e) {
            builder.detail("pending", "unknown: " + e.getMessage());
        }
        return builder.build();
    }
}
