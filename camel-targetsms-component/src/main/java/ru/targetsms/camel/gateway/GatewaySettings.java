package ru.targetsms.camel.gateway;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * Names one account at one host, and how to reach it. Two endpoints with equal settings share one HTTP client.
 *
 * @param baseUrl               scheme, host and port, with or without a path in front of {@code /xml}
 * @param username              the login, {@code null} when a token is used (R5)
 * @param password              the password, {@code null} when a token is used (R5)
 * @param token                 the Bearer token, {@code null} when login and password are used (R32)
 * @param zone                  zone of the gateway's times (R10, R28)
 * @param requestTimeout        total time for one POST, connect to last byte
 * @param maxConcurrentRequests POSTs in flight at most, 1 or more
 * @param maxResponseSize       answer cut off above these bytes; {@code null}: grows with the document
 * @param http                  options of the camel-http endpoint underneath
 * @param sslContextParameters  TLS, {@code null} for the platform's
 * @param redirectPhone         digits of the phone that gets everything, {@code null} for to whom it is meant
 * @param dryRun                whether nothing is sent; then no credentials are needed
 */
public record GatewaySettings(
        URI baseUrl,
        @Nullable String username,
        @Nullable String password,
        @Nullable String token,
        ZoneId zone,
        Duration requestTimeout,
        int maxConcurrentRequests,
        @Nullable Integer maxResponseSize,
        Map<String, Object> http,
        @Nullable SSLContextParameters sslContextParameters,
        @Nullable String redirectPhone,
        boolean dryRun) {

    private static final int RESPONSE_BASE = 64 * 1024;
    private static final int RESPONSE_PER_RECIPIENT = 2 * 1024;

    /** Checks what can be checked without a network; the messages name the option. */
    public GatewaySettings {
        http = Map.copyOf(http);
        boolean scheme = "https".equals(baseUrl.getScheme()) || "http".equals(baseUrl.getScheme());
        require(scheme && baseUrl.getHost() != null, "baseUrl must be an http or https address with a host");
        require(
                baseUrl.getRawQuery() == null && baseUrl.getRawUserInfo() == null,
                "baseUrl takes no user and no query");
        require(!requestTimeout.isNegative() && !requestTimeout.isZero(), "requestTimeout must be positive");
        require(maxConcurrentRequests > 0, "maxConcurrentRequests must be positive");
        require(maxResponseSize == null || maxResponseSize > 0, "maxResponseSize must be positive");
        require(token == null || (username == null && password == null), "token and username exclude each other");
        require(
                (dryRun && token == null && username == null && password == null)
                        || token != null
                        || (username != null && password != null),
                "credentials are missing: set username and password, or token");
    }

    /** Tells whether there is somebody to ask as: only a dry run can do without. */
    public boolean hasCredentials() {
        return token != null || username != null;
    }

    /** Returns the host, for logs and exceptions. */
    public String host() {
        return baseUrl.getHost();
    }

    /**
     * Names the account: host and a digest of login or token. Equal on every node, and safe to store.
     */
    public String account() {
        return host().toLowerCase(Locale.ROOT) + "/"
                + Digest.of(token == null ? "login:" + username : "token:" + token);
    }

    /** Returns the address of one of the gateway's two documents (R1). */
    URI address(String path) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** Returns the most bytes read of an answer about so many recipients (F27). */
    int maxResponseSize(int recipients) {
        return Objects.requireNonNullElse(maxResponseSize, RESPONSE_BASE + RESPONSE_PER_RECIPIENT * recipients);
    }

    /** Tells whether the address names this machine by a loopback name or number; looks no name up. */
    public static boolean isLoopback(URI address) {
        String host = String.valueOf(address.getHost()).replaceAll("^\\[|]$", "");
        return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("::1");
    }

    /** Shows the host only. */
    @Override
    public String toString() {
        return "GatewaySettings[" + host() + "]";
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }
}
