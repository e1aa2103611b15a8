package ru.targetsms.camel;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import ru.targetsms.camel.model.FailOn;

/** Holds the options: of the gateway here, of messages above. Copied for every endpoint and never written after start. */
@Configurer(extended = true)
@UriParams
public class TargetSmsConfiguration extends ReportOptions implements Cloneable {

    @UriParam(label = "security", secret = true, description = "Login at the gateway (R5).")
    private String username;

    @UriParam(label = "security", secret = true, description = "Password at the gateway (R5).")
    private String password;

    @UriParam(label = "security", secret = true, description = "Bearer token instead of login and password (R32).")
    private String token;

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

    @UriParam(
            label = "producer (advanced)",
            defaultValue = "0",
            javaType = "java.time.Duration",
            description =
                    "How long a document may wait for more messages. 0: it takes what has gathered while other documents were in flight, and a lone message leaves at once.")
    private long batchLinger;

    @UriParam(
            label = "producer (advanced)",
            defaultValue = "10000",
            description =
                    "Recipients waiting for a document at most. A full queue holds senders back; nothing is refused or lost.")
    private int queueCapacity = 10000;

    @UriParam(
            label = "producer (advanced)",
            description =
                    "Pacing: SMS parts that leave within any second at most; a Viber message counts one. Default: no limit.")
    private Integer maxPartsPerSecond;

    @UriParam(
            label = "producer",
            defaultValue = "all",
            enums = "all,any,none",
            description = "Which refusals fail the exchange: when all recipients are refused, any, or none.")
    private FailOn failOn = FailOn.ALL;

    @UriParam(
            label = "producer",
            description =
                    "Simple-language expression for a business key, for instance ${header.JMSMessageID}, from which each recipient without a client id gets a stable one (R20). A key that evaluates to nothing refuses the message.")
    private String idempotencyKey;

    @UriParam(
            label = "producer",
            description =
                    "Separates applications and environments that share one account: part of every derived client id.")
    private String idempotencyNamespace;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Hand accepted messages to the delivery tracker: from(targetsms:status) then reports what becomes of them.")
    private boolean track;

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

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
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

    public long getBatchLinger() {
        return batchLinger;
    }

    public void setBatchLinger(long batchLinger) {
        this.batchLinger = batchLinger;
    }

    public int getQueueCapacity() {
        return queueCapacity;
    }

    public void setQueueCapacity(int queueCapacity) {
        this.queueCapacity = queueCapacity;
    }

    public Integer getMaxPartsPerSecond() {
        return maxPartsPerSecond;
    }

    public void setMaxPartsPerSecond(Integer maxPartsPerSecond) {
        this.maxPartsPerSecond = maxPartsPerSecond;
    }

    public FailOn getFailOn() {
        return failOn;
    }

    public void setFailOn(FailOn failOn) {
        this.failOn = failOn;
    }

    public String getIdempotencyKey() {
        return idempotencyKey;
    }

    public void setIdempotencyKey(String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
    }

    public String getIdempotencyNamespace() {
        return idempotencyNamespace;
    }

    public void setIdempotencyNamespace(String idempotencyNamespace) {
        this.idempotencyNamespace = idempotencyNamespace;
    }

    public boolean isTrack() {
        return track;
    }

    public void setTrack(boolean track) {
        this.track = track;
    }
}
