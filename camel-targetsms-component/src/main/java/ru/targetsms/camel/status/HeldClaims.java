package ru.targetsms.camel.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.tracking.Claim;
import ru.targetsms.camel.tracking.ClaimEnd;
import ru.targetsms.camel.tracking.ClaimRequest;
import ru.targetsms.camel.tracking.DeliveryTracker;
import ru.targetsms.camel.tracking.TrackingException;

/**
 * Keeps the claims of one consumer from the moment they are made until what they came to is stored: renews their leases,
 * and knows by a clock of its own when one may be lost (F40). Safe for several threads.
 */
final class HeldClaims {

    private static final Logger LOG = LoggerFactory.getLogger(HeldClaims.class);
    private static final long SAVE_MILLIS = 100;

    private final DeliveryTracker tracker;
    private final ClaimRequest request;
    private final LongSupplier nanos;

    /** Held claims, each with the moment its lease ends, not later than the tracker thinks. */
    private final Map<Claim, Long> leases = new ConcurrentHashMap<>();

    private final Queue<ClaimEnd> unsaved = new ConcurrentLinkedQueue<>();

    /**
     * Keeps no claims yet.
     *
     * @param request what is claimed, its limit excepted
     * @param nanos   a clock that never jumps
     */
    HeldClaims(DeliveryTracker tracker, ClaimRequest request, LongSupplier nanos) {
        this.tracker = tracker;
        this.request = request;
        this.nanos = nanos;
    }

    /** Renews leases three times in their length, and saves ten times a second, as long as the timer runs. */
    @SuppressWarnings("FutureReturnValueIgnored") // ends with the timer; what fails is logged
    void keep(ScheduledExecutorService timer) {
        long renewal = Math.max(1, request.lease().toMillis() / 3);
        timer.scheduleWithFixedDelay(() -> ifPossible(this::renewAll), renewal, renewal, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::saveIfPossible, SAVE_MILLIS, SAVE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Claims messages that are due. */
    List<Claim> claim(int limit) {
        long end = leaseEnd();
        List<Claim> claims = tracker.claim(
                new ClaimRequest(request.account(), request.owner(), limit, request.lease(), request.firstPollDelay()));
        claims.forEach(claim -> leases.put(claim, end));
        return claims;
    }

    /** Tells whether a claim is certainly held; one whose lease may have ended is renewed first. */
    boolean isHeld(Claim claim) {
        Long end = leases.get(claim);
        if (end != null && end - nanos.getAsLong() <= 0) {
            renew(List.of(claim));
        }
        return leases.containsKey(claim);
    }

    /** Makes all leases last from now on; what is lost is held no longer. */
    void renewAll() {
        if (!leases.isEmpty()) {
            renew(List.copyOf(leases.keySet()));
        }
    }

    /** Takes what a claim came to; stored by the next {@link #save}. */
    void end(ClaimEnd end) {
        unsaved.add(end);
    }

    /**
     * Stores what claims came to.
     *
     * @return how many were stored
     * @throws TrackingException when the tracker fails; then all of them wait for the next call
     */
    int save() {
        List<ClaimEnd> ends = new ArrayList<>();
        for (ClaimEnd end = unsaved.poll(); end != null; end = unsaved.poll()) {
            ends.add(end);
        }
        if (ends.isEmpty()) {
            return 0;
        }
        Collection<Claim> lost;
        try {
            lost = tracker.save(ends);
        } catch (RuntimeException | Error e) {
            unsaved.addAll(ends);
            throw e;
        }
        ends.forEach(end -> leases.remove(end.claim()));
        tellLost(lost, "what became of them was not stored and will be reported again");
        return ends.size() - lost.size();
    }

    /** Stores what claims came to; tells in a WARN when the tracker fails. */
    void saveIfPossible() {
        ifPossible(this::save);
    }

    /** Counts the claims that are held. */
    int size() {
        return leases.size();
    }

    private void renew(List<Claim> claims) {
        long end = leaseEnd();
        Collection<Claim> renewed = tracker.renew(claims, request.lease());
        Set<Claim> lost = new HashSet<>(claims);
        lost.removeAll(renewed);
        // What was stored in the meantime is gone from here, and not lost.
        lost.removeIf(claim -> leases.remove(claim) == null);
        renewed.forEach(claim -> leases.computeIfPresent(claim, (key, before) -> end));
        tellLost(lost, "another node may take them");
    }

    /** A timer whose task throws never runs again. */
    private static void ifPossible(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("The delivery tracker failed and is tried again: {}", e.toString());
        }
    }

    private long leaseEnd() {
        return nanos.getAsLong() + request.lease().toNanos();
    }

    private static void tellLost(Collection<Claim> lost, String what) {
        if (!lost.isEmpty()) {
            LOG.warn(
                    "The claims of {} messages ended before they were done, {}: {}",
                    lost.size(),
                    what,
                    lost.stream()
                            .limit(10)
                            .map(claim -> claim.message().idMessage())
                            .toList());
        }
    }
}
