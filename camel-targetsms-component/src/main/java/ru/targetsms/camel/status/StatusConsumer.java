package ru.targetsms.camel.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.GatewayShare;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TargetSmsEndpoint;
import ru.targetsms.camel.model.Emit;
import ru.targetsms.camel.observe.ReportListener;
import ru.targetsms.camel.tracking.Backlog;
import ru.targetsms.camel.tracking.Claim;
import ru.targetsms.camel.tracking.DeliveryTracker;

/**
 * Emits a delivery report for every tracked message of its account: one exchange for each, at least once.
 *
 * <p>One poll keeps up to {@code maxConcurrentRequests} claims in flight, each of up to {@code batchSize} messages that
 * one document asks for. A report is done when its exchange completes and that is stored; a failed one comes again at
 * the next poll. Several consumers of one account, on one node or many, share the work.
 */
@ManagedResource(description = "Emits delivery reports of the TargetSMS gateway")
public final class StatusConsumer extends ScheduledBatchPollingConsumer {

    private final TargetSmsEndpoint endpoint;
    private final TargetSmsConfiguration configuration;
    private final GatewayShare share;
    private final Contradictions contradictions = new Contradictions();
    private String account;
    private DeliveryTracker tracker;
    private HeldClaims claims;
    private ReportRules rules;
    private ReportListener reports = ReportListener.NONE;
    private @Nullable ExecutorService workers;
    private ScheduledExecutorService keeper;
    private volatile @Nullable Instant lastSuccessfulPoll;

    /** Makes a consumer for the operation {@code status}. */
    public StatusConsumer(TargetSmsEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.configuration = endpoint.getConfiguration();
        this.share = endpoint.gatewayShare();
    }

    /** Names the account whose messages are reported. */
    public String account() {
        return account;
    }

    /** Tells when a poll last went through, {@code null} before the first. */
    @ManagedAttribute(description = "When a poll last went through")
    public @Nullable Instant getLastSuccessfulPoll() {
        return lastSuccessfulPoll;
    }

    /** Counts the messages of the account that have no final state. May lag some seconds behind. */
    @ManagedAttribute(description = "Messages of the account without a final state")
    public long getPending() {
        return backlog().pending();
    }

    /** Tells the age in seconds of the oldest message without a final state, -1 when there is none. */
    @ManagedAttribute(description = "Age in seconds of the oldest message without a final state, -1 for none")
    public long getOldestPendingAge() {
        Duration oldest = backlog().oldest();
        return oldest == null ? -1 : oldest.toSeconds();
    }

    /** Counts the messages that this consumer holds. */
    @ManagedAttribute(description = "Messages that this consumer holds")
    public int getClaimed() {
        return claims == null ? 0 : claims.size();
    }

    @Override
    protected void doBuild() throws Exception {
        ReportsHealthCheck check = new ReportsHealthCheck(this);
        check.setEnabled(((HealthCheckComponent) endpoint.getComponent()).isHealthCheckConsumerEnabled());
        setHealthCheck(check);
        super.doBuild();
    }

    @Override
    protected void doStart() throws Exception {
        account = endpoint.account();
        refuseOtherEmit();
        tracker = endpoint.deliveryTracker();
        rules = ReportRules.of(configuration);
        claims = new HeldClaims(
                tracker, ClaimTerms.of(endpoint, getRouteId(), rules.firstPollDelay()), System::nanoTime);
        reports = share.start().meters().ofReports(account, getRouteId(), this::backlog);
        workers = executors().newFixedThreadPool(this, "TargetSmsReports", configuration.getMaxConcurrentRequests());
        keeper = executors().newSingleThreadScheduledExecutor(this, "TargetSmsClaims");
        claims.keep(keeper);
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (workers != null) {
            executors().shutdownGraceful(workers);
            executors().shutdownNow(keeper);
            claims.saveIfPossible();
            reports.close();
            workers = null;
        }
        share.stop();
    }

    @Override
    protected int poll() throws Exception {
        List<Future<Integer>> underWay = new ArrayList<>();
        Exception failure = null;
        try {
            int room = maxMessagesPerPoll > 0 ? maxMessagesPerPoll : Integer.MAX_VALUE;
            boolean more = true;
            for (int i = 0; more && i < configuration.getMaxConcurrentRequests() && isBatchAllowed(); i++) {
                int limit = Math.min(configuration.getBatchSize(), room);
                List<Claim> batch = claims.claim(limit);
                if (!batch.isEmpty()) {
                    underWay.add(Objects.requireNonNull(workers).submit(new ClaimedBatch(this, batch)));
                }
                room -= batch.size();
                more = batch.size() == limit && room > 0;
            }
        } catch (Exception e) {
            failure = e;
        }
        int answered = 0;
        for (Future<Integer> batch : underWay) {
            try {
                answered += batch.get();
            } catch (ExecutionException e) {
                failure = failure == null && e.getCause() instanceof Exception cause ? cause : e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        lastSuccessfulPoll = Instant.now();
        return answered;
    }

    /**
     * Sends reports through the route, one after the other. What is left when the consumer stops stays in the queue.
     *
     * @return reports that did not fail
     */
    @Override
    public int processBatch(Queue<Object> reports) throws Exception {
        int size = reports.size();
        int done = 0;
        while (!reports.isEmpty() && isBatchAllowed()) {
            boolean held = ((DeliveryReport) reports.element()).isHeld();
            DeliveryReport report = (DeliveryReport) reports.remove();
            pendingExchanges = reports.size();
            if (held && process(report, size - reports.size() - 1, size)) {
                done++;
            }
        }
        return done;
    }

    HeldClaims claims() {
        return claims;
    }

    ReportRules rules() {
        return rules;
    }

    Contradictions contradictions() {
        return contradictions;
    }

    ReportListener reports() {
        return reports;
    }

    StatusQuery query() {
        return new StatusQuery(Objects.requireNonNull(share.gateway())::status);
    }

    private boolean process(DeliveryReport report, int index, int size) {
        Exchange exchange = createExchange(true);
        report.write(exchange);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
        try {
            getProcessor().process(exchange);
        } catch (Throwable e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            report.onFailure(exchange);
            getExceptionHandler()
                    .handleException(
                            "The delivery report of " + report.claim().message().idMessage()
                                    + " failed and will come again",
                            exchange,
                            exchange.getException());
        }
        return exchange.getException() == null && !exchange.isRollbackOnly();
    }

    /** Two answers to "which states are reported" would take each other's reports away. */
    private void refuseOtherEmit() {
        Emit emit = configuration.getEmit();
        for (Route route : endpoint.getCamelContext().getRoutes()) {
            if (route.getConsumer() instanceof StatusConsumer other
                    && other.configuration.getEmit() != emit
                    && other.endpoint.account().equals(account)) {
                throw new IllegalArgumentException("emit=" + emit + " and emit=" + other.configuration.getEmit()
                        + ": the consumers of one account in" + " one context have to report the same states");
            }
        }
    }

    private ExecutorServiceManager executors() {
        return endpoint.getCamelContext().getExecutorServiceManager();
    }

    private Backlog backlog() {
        return tracker == null ? new Backlog(0, null) : tracker.backlog(account);
    }
}
