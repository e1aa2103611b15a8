package ru.targetsms.camel;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import ru.targetsms.camel.model.FailOn;
import ru.targetsms.camel.model.MessageField;

/** Holds the options. Copied for every endpoint and never written after start. */
@Configurer(extended = true)
@UriParams
public class TargetSmsConfiguration implements Cloneable {

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
            label = "producer",
            defaultValue = "all",
            enums = "all,any,none",
            description = "Which refusals fail the exchange: when all recipients are refused, any, or none.")
    private FailOn failOn = FailOn.ALL;

    @UriParam(
            label = "producer",
            description =
                    "Recipient, or several, comma-separated, of messages that name none (R19). Private numbers belong in body or header.")
    private String phone;

    @UriParam(
            label = "producer",
            description =
                    "Order of Viber among the channels, 0 to 9, the lower first; 0 switches Viber off (R6). When neither switch is named anywhere, the texts decide.")
    private Integer sendViber;

    @UriParam(
            label = "producer",
            description =
                    "Order of SMS among the channels, 0 to 9, the lower first; 0 switches SMS off (R7). When neither switch is named anywhere, the texts decide.")
    private Integer sendSms;

    @UriParam(label = "producer", description = "Name of the mailing (R9).")
    private String nameDelivery;

    @UriParam(
            label = "producer",
            description =
                    "Wanted time of sending, as YYYY-MM-DD hh:mm or ISO 8601; without an offset it is wall-clock time in the zone, seconds round up to the next minute (R10). Default: at once.")
    private String timeSend;

    @UriParam(label = "producer", description = "Sender's name shown by Viber (R11).")
    private String senderViber;

    @UriParam(label = "producer", description = "Text of the Viber message, at most 1000 characters (R12).")
    private String textViber;

    @UriParam(
            label = "producer",
            description = "Text of the button of the Viber message, at most 19 characters; needs buttonUrl (R14).")
    private String buttonText;

    @UriParam(label = "producer", description = "Link of the button of the Viber message; needs buttonText (R15).")
    private String buttonUrl;

    @UriParam(
            label = "producer",
            description = "Link of the picture of the Viber message; needs buttonText and buttonUrl (R16).")
    private String imageUrl;

    @UriParam(
            label = "producer",
            description =
                    "Minutes the gateway tries Viber before it goes on to the next channel or gives up; the gateway's own default is 60 (R17).")
    private Integer validityPeriodViber;

    @UriParam(
            label = "producer",
            enums = "0,1,true,false",
            description =
                    "1 (or true): only read counts as delivered by Viber, so that an unread message goes on to the next channel of the cascade (R18).")
    private String finaleViberRead;

    @UriParam(label = "producer", description = "Sender's name shown by the SMS (R11).")
    private String senderSms;

    @UriParam(label = "producer", description = "Text of the SMS (R13).")
    private String textSms;

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

    /** Returns the default of a message field, {@code null} when there is none. */
    public Object get(MessageField field) {
        return switch (field) {
            case SEND_VIBER -> sendViber;
            case SEND_SMS -> sendSms;
            case NAME_DELIVERY -> nameDelivery;
            case TIME_SEND -> timeSend;
            case SENDER_VIBER -> senderViber;
            case TEXT_VIBER -> textViber;
            case BUTTON_TEXT -> buttonText;
            case BUTTON_URL -> buttonUrl;
            case IMAGE_URL -> imageUrl;
            case VALIDITY_PERIOD_VIBER -> validityPeriodViber;
            case FINALE_VIBER_READ -> finaleViberRead;
            case SENDER_SMS -> senderSms;
            case TEXT_SMS -> textSms;
        };
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
        this.http = http;
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

    public FailOn getFailOn() {
        return failOn;
    }

    public void setFailOn(FailOn failOn) {
        this.failOn = failOn;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public Integer getSendViber() {
        return sendViber;
    }

    public void setSendViber(Integer sendViber) {
        this.sendViber = sendViber;
    }

    public Integer getSendSms() {
        return sendSms;
    }

    public void setSendSms(Integer sendSms) {
        this.sendSms = sendSms;
    }

    public String getNameDelivery() {
        return nameDelivery;
    }

    public void setNameDelivery(String nameDelivery) {
        this.nameDelivery = nameDelivery;
    }

    public String getTimeSend() {
        return timeSend;
    }

    public void setTimeSend(String timeSend) {
        this.timeSend = timeSend;
    }

    public String getSenderViber() {
        return senderViber;
    }

    public void setSenderViber(String senderViber) {
        this.senderViber = senderViber;
    }

    public String getTextViber() {
        return textViber;
    }

    public void setTextViber(String textViber) {
        this.textViber = textViber;
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

    public String getImageUrl() {
        return imageUrl;
    }

    public void setImageUrl(String imageUrl) {
        this.imageUrl = imageUrl;
    }

    public Integer getValidityPeriodViber() {
        return validityPeriodViber;
    }

    public void setValidityPeriodViber(Integer validityPeriodViber) {
        this.validityPeriodViber = validityPeriodViber;
    }

    public String getFinaleViberRead() {
        return finaleViberRead;
    }

    public void setFinaleViberRead(String finaleViberRead) {
        this.finaleViberRead = finaleViberRead;
    }

    public String getSenderSms() {
        return senderSms;
    }

    public void setSenderSms(String senderSms) {
        this.senderSms = senderSms;
    }

    public String getTextSms() {
        return textSms;
    }

    public void setTextSms(String textSms) {
        this.textSms = textSms;
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
}
