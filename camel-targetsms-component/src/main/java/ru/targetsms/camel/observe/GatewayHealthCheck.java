package ru.targetsms.camel.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.jspecify.annotations.Nullable;

/**
 * Is the health check of all producers that share a gateway: what one of them learns holds for the others, and dynamic
 * endpoints do not add a check each.
 *
 * <p>UP until the last request of the account failed; then DOWN until one succeeds. Where nothing probes, a failure
 * counts for a minute only: an application that gets no traffic while it is DOWN would never learn better.
 */
public final class GatewayHealthCheck implements HealthCheck {

    static final Duration FAILURE_COUNTS = Duration.ofMinutes(1);

    private static final long NEVER = Long.MIN_VALUE;

    private final String host;
    private final String account;
    private final GatewayActivity activity;
    private final Runnable probe;
    private final LongSupplier nanos;
    private final AtomicLong lastProbe = new AtomicLong(NEVER);
    private volatile @Nullable Duration probeInterval;
    private volatile boolean enabled = true;
    private @Nullable WritableHealthCheckRepository repository;
    private int producers;

    /**
     * Makes a check that Camel does not know yet.
     *
     * @param account host and a digest of the login
     * @param probe   asks the gateway for an id that cannot exist
     * @param nanos   a clock that never jumps
     */
    public GatewayHealthCheck(
            String host, String account, GatewayActivity activity, Runnable probe, LongSupplier nanos) {
        this.host = host;
        this.account = account;
        this.activity = activity;
        this.probe = probe;
        this.nanos = nanos;
    }

    /**
     * Adds the check to Camel's with the first producer, if Camel has any health checks.
     *
     * @param enabled       whether the component has its producers checked
     * @param probeInterval shortest time between two probes, {@code null} for no probe
     */
    public synchronized void producerStarted(CamelContext context, boolean enabled, @Nullable Duration probeInterval) {
        this.enabled = enabled;
        this.probeInterval = probeInterval;
        if (producers++ == 0) {
            repository = HealthCheckHelper.getHealthCheckRepository(
                    context, "producers", WritableHealthCheckRepository.class);
            if (repository != null) {
                repository.addHealthCheck(this);
            }
        }
    }

    /** Removes the check with the last producer. */
    public synchronized void producerStopped() {
        if (--producers == 0 && repository != null) {
            repository.removeHealthCheck(this);
            repository = null;
        }
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this);
        result.detail(CHECK_KIND, Kind.READINESS);
        if (!enabled) {
            return result.message("Disabled")
                    .detail(CHECK_ENABLED, false)
                    .unknown()
                    .build();
        }
        if (mayProbe()) {
            probe.run();
        }
        describe(result);
        GatewayActivity.Failure failure = activity.lastFailure();
        return (failure != null && counts(failure) ? result.down().message(failure.problem()) : result.up()).build();
    }

    /** Without a probe nobody may be sending, and what failed long ago says nothing. */
    private boolean counts(GatewayActivity.Failure failure) {
        return activity.consecutiveFailures() > 0
                && (probeInterval != null || activity.ageOf(failure.at()).compareTo(FAILURE_COUNTS) < 0);
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public String getGroup() {
        return "camel";
    }

    @Override
    public String getId() {
        return "producer:targetsms-" + account;
    }

    /** One caller at a time, and only when no request has just succeeded. */
    private boolean mayProbe() {
        Duration interval = probeInterval;
        if (interval == null) {
            return false;
        }
        Duration since = activity.sinceLastRequest();
        boolean known = activity.consecutiveFailures() == 0 && since != null && since.compareTo(interval) < 0;
        long now = nanos.getAsLong();
        long last = lastProbe.get();
        boolean early = last != NEVER && now - last < interval.toNanos();
        return !known && !early && lastProbe.compareAndSet(last, now);
    }

    private void describe(HealthCheckResultBuilder result) {
        result.detail("host", host);
        result.detail("account", account);
        Instant success = activity.lastSuccess();
        if (success != null) {
            result.detail("success.last", success.toString());
            result.detail("success.age.seconds", activity.ageOf(success).toSeconds());
        }
        result.detail("failure.consecutive", activity.consecutiveFailures());
        GatewayActivity.Failure failure = activity.lastFailure();
        if (failure != null) {
            result.detail("failure.last", failure.at().toString());
            result.detail("failure.operation", failure.operation());
            result.detail("failure.problem", failure.problem());
        }
    }
}
