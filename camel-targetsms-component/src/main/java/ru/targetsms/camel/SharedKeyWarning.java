package ru.targetsms.camel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns, once a context has started, of {@code send} endpoints that derive the same client ids from the same business
 * message (R20): of two messages to one phone the gateway would take the first only.
 */
final class SharedKeyWarning implements StartupListener {

    private static final Logger LOG = LoggerFactory.getLogger(SharedKeyWarning.class);

    private final TargetSmsComponent component;

    SharedKeyWarning(TargetSmsComponent component) {
        this.component = component;
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        Map<List<String>, List<TargetSmsEndpoint>> sharing = context.getEndpoints().stream()
                .filter(TargetSmsEndpoint.class::isInstance)
                .map(TargetSmsEndpoint.class::cast)
                .filter(SharedKeyWarning::derivesIds)
                .collect(Collectors.groupingBy(SharedKeyWarning::key, LinkedHashMap::new, Collectors.toList()));
        for (List<TargetSmsEndpoint> endpoints : sharing.values()) {
            // Every component of the context looks; the one that owns the first endpoint speaks.
            if (endpoints.size() > 1 && endpoints.get(0).getComponent() == component) {
                LOG.warn(
                        "{} endpoints share idempotencyKey and idempotencyNamespace: of a business message that goes"
                                + " through several of them to one phone, the gateway takes the first only. Give each"
                                + " a namespace of its own: {}",
                        endpoints.size(),
                        endpoints.stream().map(PrivateUris::name).sorted().toList());
            }
        }
    }

    private static boolean derivesIds(TargetSmsEndpoint endpoint) {
        return endpoint.getOperation() == TargetSmsOperation.SEND
                && endpoint.getConfiguration().getIdempotencyKey() != null;
    }

    /** What has to be equal for two ids to meet: account, key and namespace. */
    private static List<String> key(TargetSmsEndpoint endpoint) {
        TargetSmsConfiguration options = endpoint.getConfiguration();
        return Arrays.asList(
                options.getBaseUrl(),
                options.getUsername(),
                options.getToken(),
                options.getIdempotencyKey(),
                Objects.toString(options.getIdempotencyNamespace(), ""));
    }
}
