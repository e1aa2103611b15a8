package ru.targetsms.camel;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

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
        share.start();
    }

    @Override
    protected void doStop() throws Exception {
        SharedGateway gateway = share.gateway();
        if (gateway != null) {
            gateway.outbox().wake();
            share.stop();
        }
        super.doStop();
    }

    private static void finish(Task task, Exchange exchange) {
        try {
            task.finish();
        } catch (Throwable e) {
            exchange.setException(e);
        }
    }
}
