package ru.targetsms.camel;

import org.jspecify.annotations.Nullable;

/** Holds one user's share in the gateway of its account, from start to stop. */
public final class GatewayShare {

    private final TargetSmsEndpoint endpoint;
    private SharedGateway.@Nullable Settings settings;
    private volatile @Nullable SharedGateway gateway;

    GatewayShare(TargetSmsEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Returns the gateway, {@code null} before start and after stop. */
    public @Nullable SharedGateway gateway() {
        return gateway;
    }

    /**
     * Takes the share and returns the gateway.
     *
     * @throws IllegalArgumentException naming the option that is missing or wrong
     */
    public SharedGateway start() throws Exception {
        settings = endpoint.sharedSettings();
        SharedGateway taken = endpoint.getTargetSmsComponent().gateways().acquire(endpoint.getCamelContext(), settings);
        gateway = taken;
        return taken;
    }

    /** Gives the share back; harmless when there is none. */
    public void stop() {
        if (gateway != null && settings != null) {
            gateway = null;
            endpoint.getTargetSmsComponent().gateways().release(settings);
        }
    }
}
