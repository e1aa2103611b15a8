package ru.targetsms.camel;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.gateway.Gateway;
import ru.targetsms.camel.gateway.GatewaySettings;
import ru.targetsms.camel.gateway.RedirectingGateway;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.XmlHttpGateway;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.observe.GatewayActivity;
import ru.targetsms.camel.observe.GatewayHealthCheck;
import ru.targetsms.camel.observe.Meters;
import ru.targetsms.camel.observe.ObservedGateway;
import ru.targetsms.camel.send.Outbox;
import ru.targetsms.camel.send.OutboxSettings;

/**
 * One account at one host, shared by all producers with equal settings: the HTTP client, the threads that use it, and
 * the outbox.
 *
 * <p>Document threads wait for nothing but the gateway and run no route code; exchanges are completed on threads of
 * their own, so a route that sends again from there cannot hold up the document it waits for. Safe for several threads.
 */
public final class SharedGateway {

    private static final Logger LOG = LoggerFactory.getLogger(SharedGateway.class);
    private static final int COMPLETION_THREADS = 8;
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final List<String> IMPOSSIBLE_ID = List.of("0");

    /** What has to be equal for producers to share. */
    record Settings(GatewaySettings gateway, OutboxSettings outbox) {}

    private final GatewaySettings settings;
    private final ExecutorServiceManager executors;
    private final ScheduledExecutorService deadlines;
    private final ExecutorService documents;
    private final ExecutorService completions;
    private final GatewayActivity activity = new GatewayActivity(Clock.systemUTC());
    private final Meters meters;
    private final Gateway gateway;
    private final GatewayHealthCheck healthCheck;
    private final Semaphore slots;
    private final Outbox outbox;
    private volatile boolean lastWasQuery;
    private volatile boolean stopped;

    SharedGateway(CamelContext camelContext, Settings shared, Meters meters) {
        this.settings = shared.gateway();
        this.meters = meters;
        this.executors = camelContext.getExecutorServiceManager();
        this.deadlines = executors.newSingleThreadScheduledExecutor(this, "TargetSmsDeadline");
        this.documents = Pools.fixed(executors, this, "TargetSmsDocument", settings.maxConcurrentRequests());
        this.completions = Pools.fixed(executors, this, "TargetSmsCompletion", COMPLETION_THREADS);
        this.gateway = new ObservedGateway(gateway(camelContext), activity, meters.ofGateway(account()));
        this.healthCheck = new GatewayHealthCheck(host(), account(), activity, this::probe, System::nanoTime);
        this.slots = new Semaphore(settings.maxConcurrentRequests(), true);
        int share = settings.maxConcurrentRequests() * shared.outbox().batchSize();
        this.outbox = new Outbox(shared.outbox(), share, gateway, this::tryRun, timer());
    }

    /** Returns what gathers recipients into documents. */
    public Outbox outbox() {
        return outbox;
    }

    /**
     * Runs a query on another thread, as soon as fewer than {@code maxConcurrentRequests} POSTs are under way. Holds the
     * caller back until then.
     *
     * @return false when the component is stopped or the caller interrupted: then the query is not run
     */
    public boolean begin(Consumer<Gateway> query) {
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outbox.slotIsFree();
            return false;
        }
        lastWasQuery = true;
        return !stopped && run(() -> query.accept(gateway));
    }

    /** Asks for the state of ids in one document, waits for its turn and for the reply. Not for document threads. */
    public Reply<List<DeliveryStatus>> status(List<String> ids) {
        CompletableFuture<Reply<List<DeliveryStatus>>> reply = new CompletableFuture<>();
        boolean begun = begin(connection -> {
            try {
                reply.complete(connection.status(ids));
            } catch (RuntimeException | Error e) {
                reply.complete(
                        Reply.unknown("the component failed: " + e.getClass().getName(), e));
            }
        });
        return begun ? reply.join() : turnNeverCame();
    }

    /** Returns the reply of a document that {@link #begin} did not run. */
    public <T> Reply<T> turnNeverCame() {
        return Reply.notSent(host() + ": stopped or interrupted before its turn came");
    }

    /** Runs the end of an exchange, route code included, on a thread that no document needs. */
    public void complete(Runnable end) {
        try {
            completions.execute(end);
        } catch (RejectedExecutionException e) {
            end.run();
        }
    }

    /** Returns the host, for logs and exceptions. */
    public String host() {
        return settings.host();
    }

    /** Names the account: host and a digest of the login. */
    public String account() {
        return settings.account();
    }

    /** Returns what is remembered of the requests. */
    public GatewayActivity activity() {
        return activity;
    }

    /** Returns what measures the consumers of the account. */
    public Meters meters() {
        return meters;
    }

    /** Counts the POSTs under way. */
    public int requestsInFlight() {
        return stopped ? 0 : settings.maxConcurrentRequests() - slots.availablePermits();
    }

    /** Returns the health check of the producers. */
    GatewayHealthCheck healthCheck() {
        return healthCheck;
    }

    /**
     * Asks for an id that cannot exist, on the caller's thread and beside the slots: it shall not queue behind work. A dry
     * run without credentials has nothing to ask with.
     */
    private void probe() {
        if (!stopped && settings.hasCredentials()) {
            gateway.status(IMPOSSIBLE_ID);
        }
    }

    /** Wakes waiting callers, lets documents under way end, and closes the HTTP client. */
    void stop() {
        stopped = true;
        slots.release(Integer.MAX_VALUE / 2);
        outbox.stop();
        executors.shutdownGraceful(
                documents, settings.requestTimeout().plus(GRACE).toMillis());
        executors.shutdown(completions);
        executors.shutdownNow(deadlines);
        try {
            gateway.close();
        } catch (IOException e) {
            LOG.debug("Closing the client of {} failed", host(), e);
        }
    }

    /** Where queries and documents wait for slots they take turns: either would leave the other none. */
    private boolean tryRun(Runnable document) {
        if ((!lastWasQuery && slots.hasQueuedThreads()) || !slots.tryAcquire()) {
            return false;
        }
        lastWasQuery = false;
        return run(document);
    }

    /** Uses a slot that was acquired. */
    private boolean run(Runnable post) {
        try {
            documents.execute(() -> {
                try {
                    post.run();
                } finally {
                    slots.release();
                    outbox.slotIsFree();
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            slots.release();
            return false;
        }
    }

    private Gateway gateway(CamelContext camelContext) {
        Gateway wire = new XmlHttpGateway(camelContext, settings, deadlines);
        return settings.redirectPhone() == null ? wire : new RedirectingGateway(wire, settings.redirectPhone());
    }

    private Outbox.Timer timer() {
        return new Outbox.Timer() {
            @Override
            public long now() {
                return System.nanoTime();
            }

            @Override
            @SuppressWarnings("FutureReturnValueIgnored") // the outbox never takes it back
            public void after(long nanos, Runnable task) {
                deadlines.schedule(task, nanos, TimeUnit.NANOSECONDS);
            }
        };
    }

    /** Shows the host only. */
    @Override
    public String toString() {
        return "SharedGateway[" + host() + "]";
    }
}
