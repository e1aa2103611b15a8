package ru.targetsms.benchmark.contender;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;

/**
 * (d) The component, one message in each exchange, so many exchanges in flight: one thread hands them over and does
 * not wait for answers, as a consumer that works asynchronously does.
 */
public final class InFlight implements Contender {

    private final ComponentRoutes routes;
    private final Messages messages;
    private final int most;
    private final Semaphore free;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Threads threads = new Threads(1);

    /** Sends through routes that stay the caller's. */
    public InFlight(ComponentRoutes routes, Messages messages, int most) {
        this.routes = routes;
        this.messages = messages;
        this.most = most;
        this.free = new Semaphore(most);
    }

    @Override
    public long send(Quota quota) throws Exception {
        AtomicLong accepted = new AtomicLong();
        threads.run(() -> {
            for (long number = quota.take(1); number >= 0; number = quota.take(1)) {
                free.acquire();
                Exchange exchange = routes.exchange(messages.get(number));
                routes.send(exchange, doneSync -> end(exchange, accepted));
            }
            return 0L;
        });
        free.acquire(most);
        free.release(most);
        if (failure.get() != null) {
            throw new IllegalStateException("an exchange failed", failure.get());
        }
        return accepted.get();
    }

    @Override
    public void close() {
        threads.close();
    }

    private void end(Exchange exchange, AtomicLong accepted) {
        try {
            accepted.addAndGet(ComponentRoutes.accepted(exchange));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            free.release();
        }
    }
}
