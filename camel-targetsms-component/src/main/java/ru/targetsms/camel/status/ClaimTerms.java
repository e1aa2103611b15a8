package ru.targetsms.camel.status;

import java.time.Duration;
import java.util.UUID;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TargetSmsEndpoint;
import ru.targetsms.camel.tracking.ClaimRequest;

/** Says what a consumer claims, under which name and for how long. */
final class ClaimTerms {

    private ClaimTerms() {}

    /**
     * Returns the terms for a consumer.
     *
     * @throws IllegalArgumentException naming the option that makes no sense
     */
    static ClaimRequest of(TargetSmsEndpoint endpoint, String routeId, Duration firstPollDelay) {
        TargetSmsConfiguration options = endpoint.getConfiguration();
        String owner = endpoint.getCamelContext().getName() + "/" + routeId + "/"
                + UUID.randomUUID().toString().substring(0, 8);
        return new ClaimRequest(
                endpoint.account(), owner, options.getBatchSize(), Duration.ofMillis(lease(options)), firstPollDelay);
    }

    private static long lease(TargetSmsConfiguration options) {
        Long own = options.getClaimTimeout();
        if (own != null && own <= 0) {
            throw new IllegalArgumentException("claimTimeout must be positive");
        }
        return own == null ? 3 * options.getRequestTimeout() : own;
    }
}
