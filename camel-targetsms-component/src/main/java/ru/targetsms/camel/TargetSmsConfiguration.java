package ru.targetsms.camel;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** Holds the options: of the gateway here, of messages above. Copied for every endpoint and never written after start. */
@Configurer(extended = true)
@UriParams
public class TargetSmsConfiguration extends ReportOptions implements Cloneable {

    @UriParam(label = "security", secret = true, description = "Login at the gateway (R5).")
    private @Nullable String username;

    @UriParam(label = "security", secret = true, description = "Password at the gateway (R5).")
    private @Nullable String password;

    @UriParam(label = "security", secret = true, description = "Bearer token instead of login and password (R32).")
    private @Nullable String token;

    @UriParam(
            label = "common",
            defaultValue = "https://sms.targetsms.ru",
            description =
                    "Address of the gateway. Plain http is accepted for a loopback host only, unless allowPlainHttp is set.")
    private String baseUrl = "https://sms.targetsms.ru";

    @UriParam(
            label = "security",
            defaultValue = "false",
            description =
                    "Accept a baseUrl with plain http for any host: login, password and messages then travel in clear text.")
    private boolean allowPlainHttp;

    @UriParam(
            label = "common",
            defaultValue = "Europe/Moscow",
            description = "Time zone of the gateway's times (R10, R28).")
    private String zone = "Europe/Moscow";

    @UriParam(
            label = "common",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "Total time for one POST, connect to last byte.")
    private long requestTimeout = 30000;

    @UriParam(
            label = "advanced",
            defaultValue = "4",
            description = "POSTs in flight at most, for each account and host.")
    private int maxConcurrentRequests = 4;

    @UriParam(
            label = "advanced",
            description =
                    "Answers larger than so many bytes are cut off. Default: 64 KB, and 2 KB more for each recipient or id of the document.")
    private Integer maxResponseSize;

    @UriParam(
            label = "advanced",
            prefix = "http.",
            multiValue = true,
            description =
                    "Options of the camel-http endpoint underneath, such as http.proxyHost. Component and endpoint are merged.")
    private Map<String, Object> http = new HashMap<>();

    @UriParam(label = "security", description = "TLS of the connection to the gateway.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "common",
            defaultValue = "100",
            description = "Recipients, or ids to ask for, in one document at most.")
    private int batchSize = 100;

    /** Returns a copy that shares nothing that can be written. */
    public TargetSmsConfiguration copy() {
        try {
            TargetSmsConfiguration copy = (TargetSmsConfiguration) clone();
            copy.http = new HashMap<>(http);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public boolean isAllowPlainHttp() {
        return allowPlainHttp;
    }

    public void setAllowPlainHttp(boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public int getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    public void setMaxConcurrentRequests(int maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    public Integer getMaxResponseSize() {
        return maxResponseSize;
    }

    public void setMaxResponseSize(Integer maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public Map<String, Object> getHttp() {
        return http;
    }

    public void setHttp(Map<String, Object> http) {
        this.http = http == null ? new HashMap<>() : http;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }
}
