package ru.targetsms.camel.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.component.http.CompositeHttpConfigurer;
import org.apache.camel.component.http.HttpComponent;
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

    private final HttpComponent component = new HttpComponent();
    private final HttpHost host;
    private final HttpEndpoint endpoint;
    private final HttpClient client;

    CamelHttpClient(CamelContext camelContext, GatewaySettings settings) {
        component.setCamelContext(camelContext);
        ServiceHelper.initService(component);
        ServiceHelper.startService(component);
        host = HttpHost.create(settings.baseUrl());
        endpoint = createEndpoint(settings);
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

    private HttpEndpoint createEndpoint(GatewaySettings settings) {
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
        HttpEndpoint created = create(settings, options);
        String leftOver = created.getHttpUri().getRawQuery();
        if (leftOver != null) {
            throw new IllegalArgumentException("camel-http does not know the option http."
                    + leftOver.replaceAll("=[^&]*", "").replace("&", ", http."));
        }
        return created;
    }

    private HttpEndpoint create(GatewaySettings settings, Map<String, Object> options) {
        try {
            return (HttpEndpoint) component.createEndpoint(settings.baseUrl().toString(), options);
        } catch (Exception e) {
            String name = e instanceof PropertyBindingException binding
                    ? binding.getPropertyName()
                    : String.join(", http.", settings.http().keySet());
            throw new IllegalArgumentException(
                    "camel-http refuses http." + name + ": " + e.getClass().getSimpleName());
        }
    }
}
