package ru.targetsms.camel;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.Outcome;

/**
 * Holds what both producers share: the gateway, and the one place where an exchange ends. Whatever happens, the
 * failure is set first and the callback is called once, outside every {@code try}.
 */
public abstract class GatewayProducer extends DefaultAsyncProducer {

    private final GatewayShare share;

    protected GatewayProducer(TargetSmsEndpoint endpoint) {
        super(endpoint);
        this.share = endpoint.gatewayShare();
    }

    /** What is done for one exchange. */
    public interface Task {

        /**
         * Does the work, or begins it. Throws nothing once something has begun.
         *
         * @param later to be handed to {@link SharedGateway#complete} when the work ends on another thread
         * @return true when the work has ended here
         */
        boolean run(Runnable later);

        /** Writes what came of it to the exchange; throws what fails the exchange. */
        void finish();
    }

    /**
     * Prepares the work for an exchange.
     *
     * @param gateway the gateway, {@code null} when the producer is stopped
     */
    protected abstract Task prepare(Exchange exchange, @Nullable SharedGateway gateway);

    @Override
    public final boolean process(Exchange exchange, AsyncCallback callback) {
        boolean endedHere;
        try {
            Task task = prepare(exchange, share.gateway());
            endedHere = task.run(() -> {
                finish(task, exchange);
                callback.done(false);
            });
            if (endedHere) {
                finish(task, exchange);
            }
        } catch (Throwable e) {
            exchange.setException(e);
            endedHere = true;
        }
        if (endedHere) {
            callback.done(true);
        }
        return endedHere;
    }

    @Override
    public TargetSmsEndpoint getEndpoint() {
        return (TargetSmsEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        TargetSmsComponent component = getEndpoint().getTargetSmsComponent();
        Duration probeInterval = component.probeInterval();
        share.start()
                .healthCheck()
                .producerStarted(
                        getEndpoint().getCamelContext(), component.isHealthCheckProducerEnabled(), probeInterval);
    }

    @Override
    protected void doStop() throws Exception {
        SharedGateway gateway = share.gateway();
        if (gateway != null) {
            gateway.outbox().wake();
            gateway.healthCheck().producerStopped();
            share.stop();
        }
        super.doStop();
    }

    @ManagedAttribute(description = "Host of the gateway")
    public @Nullable String getHost() {
        return of(SharedGateway::host);
    }

    @ManagedAttribute(description = "Recipients accepted, by all producers that share the gateway")
    public @Nullable Long getAccepted() {
        return count(Outcome::accepted);
    }

    @ManagedAttribute(description = "Recipients refused by the gateway, of all producers that share it")
    public @Nullable Long getRejected() {
        return count(Outcome::refused);
    }

    @ManagedAttribute(description = "Recipients whose outcome is unknown, of all producers that share the gateway")
    public @Nullable Long getUnknown() {
        return count(outcome -> outcome == Outcome.UNKNOWN);
    }

    @ManagedAttribute(description = "When a request last succeeded")
    public @Nullable Instant getLastSuccess() {
        return of(gateway -> gateway.activity().lastSuccess());
    }

    @ManagedAttribute(description = "Requests that failed since one succeeded")
    public @Nullable Integer getConsecutiveFailures() {
        return of(gateway -> gateway.activity().consecutiveFailures());
    }

    private @Nullable Long count(Predicate<Outcome> which) {
        return of(gateway -> gateway.activity().counts().entrySet().stream()
                .filter(count -> which.test(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum());
    }

    /** Null while the producer is stopped. */
    private <T> @Nullable T of(Function<SharedGateway, @Nullable T> reading) {
        SharedGateway gateway = share.gateway();
        return gateway == null ? null : reading.apply(gateway);
    }

    private static void finish(Task task, Exchange exchange) {
        try {
            task.finish();
        } catch (Throwable e) {
            exchange.setException(e);
        }
    }
}
