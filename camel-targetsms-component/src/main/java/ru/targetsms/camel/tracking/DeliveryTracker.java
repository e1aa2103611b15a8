package ru.targetsms.camel.tracking;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Remembers accepted messages until their last delivery report is done, and hands each to one consumer at a time.
 *
 * <p>A message is claimed with a lease. While the lease lasts nobody else gets it; when it ends, as it does when the
 * holder dies, the message is due again, and what the late holder then saves is refused. Times are lengths, never
 * dates, so the clocks of the nodes need not agree and may jump (F41).
 *
 * <pre>{@code
 * DeliveryTracker tracker = new JdbcDeliveryTracker(dataSource);
 * tracker.track(List.of(TrackedMessage.of(component.account(), "1795437722631002")));
 * }</pre>
 *
 * <p>Implementations are safe for several threads, and {@code claim} never waits for another claim.
 */
public interface DeliveryTracker {

    /**
     * Stores messages, to be asked for from now on. A message whose account and id are known, be it done, stays as it
     * is.
     *
     * @throws TrackingException when not all could be stored; to store them again is harmless
     */
    void track(Collection<TrackedMessage> messages);

    /**
     * Claims messages of one account that are due, longest due first.
     *
     * @return at most so many as asked for, empty when nothing is due
     * @throws TrackingException when nothing could be claimed
     */
    List<Claim> claim(ClaimRequest request);

    /**
     * Makes leases last from now on for the length given.
     *
     * @return the claims that are still the caller's; the others are lost
     * @throws TrackingException when none could be renewed
     */
    Collection<Claim> renew(Collection<Claim> claims, Duration lease);

    /**
     * Stores what claims came to and gives them back, those of one call together. A claim is over then: to renew or to
     * save it again is refused.
     *
     * @return the claims that were no longer the caller's and changed nothing
     * @throws TrackingException when nothing was stored
     */
    Collection<Claim> save(Collection<ClaimEnd> ends);

    /**
     * Tells how much an account still waits for. May lag some seconds behind.
     *
     * @throws TrackingException when it could not be read
     */
    Backlog backlog(String account);
}
