package ru.targetsms.camel.status;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.tracking.Claim;
import ru.targetsms.camel.tracking.ClaimEnd;

/**
 * Is one report on its way through a route. It is done when the exchange completes, in whatever thread or route that
 * happens; the claim is held until then.
 */
final class DeliveryReport implements Synchronization {

    private final HeldClaims claims;
    private final ClaimEnd end;
    private final DeliveryStatus status;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * Makes a report.
     *
     * @param end what the claim comes to when the exchange completes
     */
    DeliveryReport(HeldClaims claims, ClaimEnd end, DeliveryStatus status) {
        this.claims = claims;
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
        if (attempt == 1) {
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
        end(exchange.isRollbackOnly() ? end.claim().failed() : end);
    }

    @Override
    public void onFailure(Exchange exchange) {
        end(end.claim().failed());
    }

    private void end(ClaimEnd as) {
        if (ended.compareAndSet(false, true)) {
            claims.end(as);
        }
    }

    /** Returns the claim that is held for the report. */
    Claim claim() {
        return end.claim();
    }
}
