package ru.targetsms.camel.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.GatewayShare;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TargetSmsEndpoint;
import ru.targetsms.camel.model.Emit;
import ru.targetsms.camel.tracking.Backlog;
import ru.targetsms.camel.tracking.Claim;
import ru.targetsms.camel.tracking.ClaimRequest;
import ru.targetsms.camel.tracking.DeliveryTracker;

/**
 * Emits a delivery report for every tracked message of its account: one exchange for each, at least once.
 *
 * <p>One poll keeps up to {@code maxConcurrentRequests} claims in flight, each of up to {@code batchSize} messages that
 * one document asks for. A report is done when its exchange completes and that is stored; a failed one comes again at
 * the next poll. Several consumers of one account, on one node or many, share the work.
 */
public final class StatusConsumer extends ScheduledBatchPollingConsumer {

    private static final int CONTRADICTIONS_KEPT = 1_000;

    private final TargetSmsEndpoint endpoint;
    private final TargetSmsConfiguration configuration;
    private final GatewayShare share;
    private final Set<String> contradictions = ConcurrentHashMap.newKeySet();
    private String account;
    private DeliveryTracker tracker;
    private HeldClaims claims;
    private ReportRules rules;
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

    /** Tells when a poll last went through, {@code null} before the first. */
    public @Nullable Instant getLastSuccessfulPoll() {
        return lastSuccessfulPoll;
    }

    /** Counts the messages of the account that have no final state. May lag some seconds behind. */
    public long getPending() {
        return backlog().pending();
    }

    /** Tells the age in seconds of the oldest message without a final state, -1 when there is none. */
    public long getOldestPendingAge() {
        Duration oldest = backlog().oldest();
        return oldest == null ? -1 : oldest.toSeconds();
    }

    /** Counts the messages that this consumer holds. */
    public int getClaimed() {
        return claims == null ? 0 : claims.size();
    }

    @Override
    protected void doBuild() throws Exception {
        setHealthCheck(new ReportsHealthCheck(this));
        super.doBuild();
    }

    @Override
    protected void doStart() throws Exception {
        account = endpoint.account();
        refuseOtherEmit();
        tracker = endpoint.deliveryTracker();
        rules = ReportRules.of(configuration);
        Duration lease = Duration.ofMillis(claimTimeout());
        claims = new HeldClaims(
                tracker,
                new ClaimRequest(account, owner(), configuration.getBatchSize(), lease, rules.firstPollDelay()),
                System::nanoTime);
        share.start();
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

    /** Tells whether the gateway contradicts itself about the message for the first time, as far as remembered. */
    boolean isFirstContradiction(Claim claim) {
        if (contradictions.size() >= CONTRADICTIONS_KEPT) {
            contradictions.clear();
        }
        return contradictions.add(claim.message().idMessage());
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

    private long claimTimeout() {
        Long own = configuration.getClaimTimeout();
        if (own != null && own <= 0) {
            throw new IllegalArgumentException("claimTimeout must be positive");
        }
        return own == null ? 3 * configuration.getRequestTimeout() : own;
    }

    private ExecutorServiceManager executors() {
        return endpoint.getCamelContext().getExecutorServiceManager();
    }

    private String owner() {
        return endpoint.getCamelContext().getName() + "/" + getRouteId() + "/"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    private Backlog backlog() {
        return tracker.backlog(account);
    }
}
