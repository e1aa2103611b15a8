package ru.targetsms.camel.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.CompositeHttpConfigurer;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/**
 * Borrows the Apache HttpClient of a camel-http endpoint, so that the pool, proxy, TLS and every {@code http.*} option
 * a Camel user knows work. The endpoint is our own and never sees an exchange.
 */
final class CamelHttpClient implements Closeable {

    private static final Set<String> FORBIDDEN =
            Set.of("followRedirects", "cookieStore", "httpMethod", "bridgeEndpoint");
    private static final int CAMEL_CONNECTIONS_PER_ROUTE = 20;
    private static final int CAMEL_TOTAL_CONNECTIONS = 200;

    private final PrivateHttpComponent component;
    private final HttpHost host;
    private final HttpEndpoint endpoint;
    private final HttpClient client;

    CamelHttpClient(CamelContext camelContext, GatewaySettings settings) {
        component = new PrivateHttpComponent(options(settings));
        component.setCamelContext(camelContext);
        ServiceHelper.initService(component);
        ServiceHelper.startService(component);
        host = HttpHost.create(settings.baseUrl());
        endpoint = component.endpoint(settings.baseUrl().toString());
        endpoint.setHttpClientConfigurer(CompositeHttpConfigurer.combineConfigurers(
                endpoint.getHttpClientConfigurer(), builder -> builder.disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableContentCompression()));
        client = endpoint.getHttpClient();
    }

    /** Executes the request once. The caller closes the response. */
    ClassicHttpResponse execute(HttpPost post, HttpContext context) throws IOException {
        return client.executeOpen(host, post, context);
    }

    @Override
    public void close() {
        ServiceHelper.stopAndShutdownServices(endpoint, component);
    }

    private static Map<String, Object> options(GatewaySettings settings) {
        Map<String, Object> options = new HashMap<>(settings.http());
        options.keySet().stream().filter(FORBIDDEN::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("http." + name + " would undo a rule of the gateway and is not allowed");
        });
        Timeout timeout = Timeout.of(settings.requestTimeout());
        options.putIfAbsent("connectTimeout", timeout);
        options.putIfAbsent("connectionRequestTimeout", timeout);
        int connections = settings.maxConcurrentRequests();
        options.putIfAbsent("connectionsPerRoute", Math.max(connections, CAMEL_CONNECTIONS_PER_ROUTE));
        options.putIfAbsent("maxTotalConnections", Math.max(connections, CAMEL_TOTAL_CONNECTIONS));
        if (settings.sslContextParameters() != null
                && "https".equals(settings.baseUrl().getScheme())) {
            options.put("sslContextParameters", settings.sslContextParameters());
        }
        return options;
    }
}
