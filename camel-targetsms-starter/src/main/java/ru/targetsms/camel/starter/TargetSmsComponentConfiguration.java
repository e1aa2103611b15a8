package ru.targetsms.camel.starter;

import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import ru.targetsms.camel.model.FailOn;

/**
 * Holds {@code camel.component.targetsms.*}. What is not set stays {@code null} and leaves the component as it is.
 *
 * <p>The description of an option is the component's own, word for word: it is what an IDE shows. Options that take a
 * bean take its name, {@code #bean:name} or {@code name}; durations take Camel's forms ({@code 30s}, {@code 1m30s},
 * {@code 30000}).
 */
@ConfigurationProperties(prefix = "camel.component.targetsms")
@NullUnmarked // unset is null
public class TargetSmsComponentConfiguration extends ReportProperties {

    /** Address of the gateway. Plain http is accepted for a loopback host only, unless allowPlainHttp is set. */
    private String baseUrl;

    /** Recipients, or ids to ask for, in one document at most. */
    private Integer batchSize;

    /** Total time for one POST, connect to last byte. */
    private String requestTimeout;

    /** Time zone of the gateway's times (R10, R28). */
    private String zone;

    /** Text of the button of the Viber message, at most 19 characters; needs buttonUrl (R14). */
    private String buttonText;

    /** Link of the button of the Viber message; needs buttonText (R15). */
    private String buttonUrl;

    /** Options that endpoints start from. */
    private String configuration;

    /** Which refusals fail the exchange: when all recipients are refused, any, or none. */
    private FailOn failOn;

    /**
     * 1 (or true): only read counts as delivered by Viber, so that an unread message goes on to the next channel of
     * the cascade (R18).
     */
    private String finaleViberRead;

    /**
     * Simple-language expression for a business key, for instance ${header.JMSMessageID}, from which each recipient
     * without a client id gets a stable one (R20). A key that evaluates to nothing refuses the message.
     */
    private String idempotencyKey;

    /** Separates applications and environments that share one account: part of every derived client id. */
    private String idempotencyNamespace;

    /** Link of the picture of the Viber message; needs buttonText and buttonUrl (R16). */
    private String imageUrl;

    /**
     * Whether a producer starts at its first message instead of with its route: a wrong option then fails that message
     * and not the start.
     */
    private Boolean lazyStartProducer;

    /** Name of the mailing (R9). */
    private String nameDelivery;

    /**
     * Recipient, or several, comma-separated, of messages that name none (R19). Private numbers belong in body or
     * header.
     */
    private String phone;

    /** Sender's name shown by the SMS (R11). */
    private String senderSms;

    /** Sender's name shown by Viber (R11). */
    private String senderViber;

    /**
     * Order of SMS among the channels, 0 to 9, the lower first; 0 switches SMS off (R7). When neither switch is named
     * anywhere, the texts decide.
     */
    private Integer sendSms;

    /**
     * Order of Viber among the channels, 0 to 9, the lower first; 0 switches Viber off (R6). When neither switch is
     * named anywhere, the texts decide.
     */
    private Integer sendViber;

    /** Text of the SMS (R13). */
    private String textSms;

    /** Text of the Viber message, at most 1000 characters (R12). */
    private String textViber;

    /**
     * Wanted time of sending, as YYYY-MM-DD hh:mm or ISO 8601; without an offset it is wall-clock time in the zone,
     * seconds round up to the next minute (R10). Default: at once.
     */
    private String timeSend;

    /**
     * Minutes the gateway tries Viber before it goes on to the next channel or gives up; the gateway's own default is
     * 60 (R17).
     */
    private Integer validityPeriodViber;

    /**
     * How long a document may wait for more messages. 0: it takes what has gathered while other documents were in
     * flight, and a lone message leaves at once.
     */
    private String batchLinger;

    /** Recipients waiting for a document at most. A full queue holds senders back; nothing is refused or lost. */
    private Integer queueCapacity;

    /** Pacing: SMS parts that leave within any second at most; a Viber message counts one. Default: no limit. */
    private Integer maxPartsPerSecond;

    /** Whether an option marked as autowired takes the only bean of its type in the registry. */
    private Boolean autowiredEnabled;

    /** Options of the camel-http endpoint underneath, such as http.proxyHost. Component and endpoint are merged. */
    private Map<String, String> http;

    /** POSTs in flight at most, for each account and host. */
    private Integer maxConcurrentRequests;

    /**
     * Answers larger than so many bytes are cut off. Default: 64 KB, and 2 KB more for each recipient or id of the
     * document.
     */
    private Integer maxResponseSize;

    /** Accept a baseUrl with plain http for any host: login, password and messages then travel in clear text. */
    private Boolean allowPlainHttp;

    /** Password at the gateway (R5). */
    private String password;

    /** TLS of the connection to the gateway. */
    private String sslContextParameters;

    @NestedConfigurationProperty
    private SslProperties ssl;

    /** Bearer token instead of login and password (R32). */
    private String token;

    /** Use the global SSL context parameters. */
    private Boolean useGlobalSslContextParameters;

    /** Login at the gateway (R5). */
    private String username;

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public Integer getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(Integer batchSize) {
        this.batchSize = batchSize;
    }

    public String getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(String requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getButtonText() {
        return buttonText;
    }

    public void setButtonText(String buttonText) {
        this.buttonText = buttonText;
    }

    public String getButtonUrl() {
        return buttonUrl;
    }

    public void setButtonUrl(String buttonUrl) {
        this.buttonUrl = buttonUrl;
    }

    public String getConfiguration() {
        return configuration;
    }

    public void setConfiguration(String configuration) {
        this.configuration = configuration;
    }

    public FailOn getFailOn() {
        return failOn;
    }

    public void setFailOn(FailOn failOn) {
        this.failOn = failOn;
    }

    public String getFinaleViberRead() {
        return finaleViberRead;
    }

    public void setFinaleViberRead(String finaleViberRead) {
        this.finaleViberRead = finaleViberRead;
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

    public String getImageUrl() {
        return imageUrl;
    }

    public void setImageUrl(String imageUrl) {
        this.imageUrl = imageUrl;
    }

    public Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public String getNameDelivery() {
        return nameDelivery;
    }

    public void setNameDelivery(String nameDelivery) {
        this.nameDelivery = nameDelivery;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getSenderSms() {
        return senderSms;
    }

    public void setSenderSms(String senderSms) {
        this.senderSms = senderSms;
    }

    public String getSenderViber() {
        return senderViber;
    }

    public void setSenderViber(String senderViber) {
        this.senderViber = senderViber;
    }

    public Integer getSendSms() {
        return sendSms;
    }

    public void setSendSms(Integer sendSms) {
        this.sendSms = sendSms;
    }

    public Integer getSendViber() {
        return sendViber;
    }

    public void setSendViber(Integer sendViber) {
        this.sendViber = sendViber;
    }

    public String getTextSms() {
        return textSms;
    }

    public void setTextSms(String textSms) {
        this.textSms = textSms;
    }

    public String getTextViber() {
        return textViber;
    }

    public void setTextViber(String textViber) {
        this.textViber = textViber;
    }

    public String getTimeSend() {
        return timeSend;
    }

    public void setTimeSend(String timeSend) {
        this.timeSend = timeSend;
    }

    public Integer getValidityPeriodViber() {
        return validityPeriodViber;
    }

    public void setValidityPeriodViber(Integer validityPeriodViber) {
        this.validityPeriodViber = validityPeriodViber;
    }

    public Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public Map<String, String> getHttp() {
        return http;
    }

    public void setHttp(Map<String, String> http) {
        this.http = http;
    }

    public Integer getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    public void setMaxConcurrentRequests(Integer maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    public String getBatchLinger() {
        return batchLinger;
    }

    public void setBatchLinger(String batchLinger) {
        this.batchLinger = batchLinger;
    }

    public Integer getQueueCapacity() {
        return queueCapacity;
    }

    public void setQueueCapacity(Integer queueCapacity) {
        this.queueCapacity = queueCapacity;
    }

    public Integer getMaxPartsPerSecond() {
        return maxPartsPerSecond;
    }

    public void setMaxPartsPerSecond(Integer maxPartsPerSecond) {
        this.maxPartsPerSecond = maxPartsPerSecond;
    }

    public Integer getMaxResponseSize() {
        return maxResponseSize;
    }

    public void setMaxResponseSize(Integer maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public Boolean getAllowPlainHttp() {
        return allowPlainHttp;
    }

    public void setAllowPlainHttp(Boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(String sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public SslProperties getSsl() {
        return ssl;
    }

    public void setSsl(SslProperties ssl) {
        this.ssl = ssl;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public Boolean getUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    public void setUseGlobalSslContextParameters(Boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }
}
