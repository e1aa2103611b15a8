package ru.targetsms.camel.status;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.observe.ReportListener;
import ru.targetsms.camel.tracking.Claim;
import ru.targetsms.camel.tracking.ClaimEnd;

/**
 * Is one report on its way through a route. It is done when the exchange completes, in whatever thread or route that
 * happens; the claim is held until then.
 */
final class DeliveryReport implements Synchronization {

    private final HeldClaims claims;
    private final ReportListener listener;
    private final ClaimEnd end;
    private final DeliveryStatus status;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * Makes a report.
     *
     * @param listener told when the message's first final state, or its last report, is done
     * @param end      what the claim comes to when the exchange completes
     */
    DeliveryReport(HeldClaims claims, ReportListener listener, ClaimEnd end, DeliveryStatus status) {
        this.claims = claims;
        this.listener = listener;
        this.end = end;
        this.status = status;
    }

    /** Tells whether nobody else can be reporting the message. */
    boolean isHeld() {
        return claims.isHeld(end.claim());
    }

    /** Fills an exchange. */
    void write(Exchange exchange) {
        Integer predicted = claim().message().parts();
        int attempt = claim().failures() + 1;
        if (attempt == 1 && countsForTheMessage()) {
            BilledParts.compare(predicted, status);
        }
        StatusHeaders.writeReport(exchange.getMessage(), status, predicted, attempt);
        exchange.getExchangeExtension().addOnCompletion(this);
    }

    /** Gives the claim back as it was: the exchange was never begun. */
    void notBegun() {
        end(end.claim().unchanged());
    }

    @Override
    public void onComplete(Exchange exchange) {
        if (exchange.isRollbackOnly()) {
            end(end.claim().failed());
        } else if (end(end) && countsForTheMessage()) {
            listener.reported(status);
        }
    }

    @Override
    public void onFailure(Exchange exchange) {
        end(end.claim().failed());
    }

    private boolean end(ClaimEnd as) {
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            claims.end(as);
        }
        return first;
    }

    /** True for one report of a message: of its first final state, or that there is none. */
    private boolean countsForTheMessage() {
        DeliveryState before = end.claim().state();
        return status.isFinal() ? before == null || !before.isFinal() : end.isDone();
    }

    /** Returns the claim that is held for the report. */
    Claim claim() {
        return end.claim();
    }
}
