package ru.targetsms.camel;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.gateway.GatewaySettings;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.Values;
import ru.targetsms.camel.send.OutboxSettings;
import ru.targetsms.camel.send.SendProducer;
import ru.targetsms.camel.status.StatusConsumer;
import ru.targetsms.camel.status.StatusProducer;
import ru.targetsms.camel.tracking.DeliveryTracker;

/** Send SMS and Viber messages through the TargetSMS gateway, ask for their state and receive delivery reports. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "targetsms",
        title = "TargetSMS",
        syntax = "targetsms:operation",
        category = {Category.MOBILE, Category.MESSAGING},
        headersClass = TargetSmsConstants.class)
public class TargetSmsEndpoint extends ScheduledPollEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    @UriPath(
            enums = "send,status",
            description =
                    "send: hands messages to the gateway. status: asks for their state, or reports it as a consumer.")
    @Metadata(required = true)
    private final TargetSmsOperation operation;

    @UriParam
    private final TargetSmsConfiguration configuration;

    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "true",
            description = "Poll again at once when the last poll got an answer for one message or more.")
    private boolean greedy = true;

    /** Makes an endpoint; the configuration is its own. */
    public TargetSmsEndpoint(
            String uri,
            TargetSmsComponent component,
            TargetSmsOperation operation,
            TargetSmsConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() throws Exception {
        return switch (operation) {
            case SEND -> new SendProducer(this);
            case STATUS -> new StatusProducer(this);
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        return switch (operation) {
            case SEND ->
                throw new UnsupportedOperationException("from(\"targetsms:send\") is not supported: use"
                        + " to(\"targetsms:send\"), to(\"targetsms:status\") and from(\"targetsms:status\")");
            case STATUS -> {
                StatusConsumer consumer = new StatusConsumer(this, processor);
                configureConsumer(consumer);
                consumer.setGreedy(greedy);
                consumer.setMaxMessagesPerPoll(configuration.getMaxMessagesPerPoll());
                yield consumer;
            }
        };
    }

    @Override
    public boolean isGreedy() {
        return greedy;
    }

    /** Makes the consumer poll again at once when the last poll got an answer; default true, unlike Camel's own. */
    @Override
    public void setGreedy(boolean greedy) {
        this.greedy = greedy;
    }

    /** Makes a share in the gateway of the account; it has to be started. */
    public GatewayShare gatewayShare() {
        return new GatewayShare(this);
    }

    /** Names the account: host and a digest of the login. */
    public String account() {
        return gatewaySettings().account();
    }

    /** Returns the tracker of the component. */
    public DeliveryTracker deliveryTracker() {
        return getTargetSmsComponent().tracker();
    }

    /** Returns what the endpoint does. */
    public TargetSmsOperation getOperation() {
        return operation;
    }

    /** Returns the endpoint's own options. */
    public TargetSmsConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return StringHelper.before(configuration.getBaseUrl(), ":");
    }

    /** Shows the operation only: the URI may hold a phone. */
    @Override
    public String toString() {
        return "Endpoint[targetsms:" + operation + "]";
    }

    TargetSmsComponent getTargetSmsComponent() {
        return (TargetSmsComponent) getComponent();
    }

    /**
     * Returns how to reach the account and how to gather documents for it.
     *
     * @throws IllegalArgumentException naming the option that is missing or wrong
     */
    SharedGateway.Settings sharedSettings() {
        OutboxSettings outbox = new OutboxSettings(
                configuration.getBatchSize(),
                Duration.ofMillis(configuration.getBatchLinger()),
                configuration.getQueueCapacity(),
                configuration.getMaxPartsPerSecond());
        return new SharedGateway.Settings(gatewaySettings(), outbox);
    }

    GatewaySettings gatewaySettings() {
        return new GatewaySettings(
                baseUrl(),
                configuration.getUsername(),
                configuration.getPassword(),
                configuration.getToken(),
                zone(),
                Duration.ofMillis(configuration.getRequestTimeout()),
                configuration.getMaxConcurrentRequests(),
                configuration.getMaxResponseSize(),
                HttpOptions.normalized(configuration.getHttp()),
                sslContextParameters(),
                redirectPhone(),
                configuration.isDryRun());
    }

    /**
     * Returns the digits of the phone that gets everything, {@code null} for none.
     *
     * @throws IllegalArgumentException when it is no phone
     */
    public @Nullable String redirectPhone() {
        String phone = getTargetSmsComponent().getRedirectPhone();
        if (!Values.isSet(phone)) {
            return null;
        }
        String digits = Phones.digits(phone);
        if (!Phones.isValid(digits)) {
            throw new IllegalArgumentException("redirectPhone must be a phone of 7 to 15 digits (R19)");
        }
        return digits;
    }

    /** Returns to whom messages may go; {@code null} for everybody. */
    public @Nullable String allowedPhones() {
        return getTargetSmsComponent().getAllowedPhones();
    }

    private URI baseUrl() {
        URI baseUrl;
        try {
            baseUrl = URI.create(String.valueOf(configuration.getBaseUrl()).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("baseUrl is no address");
        }
        if ("http".equals(baseUrl.getScheme())
                && !configuration.isAllowPlainHttp()
                && !GatewaySettings.isLoopback(baseUrl)) {
            throw new IllegalArgumentException("baseUrl http://" + baseUrl.getHost()
                    + " would send password and messages in clear text: use https, or set allowPlainHttp=true");
        }
        return baseUrl;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(configuration.getZone());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone '" + configuration.getZone() + "' is not a time zone", e);
        }
    }

    private @Nullable SSLContextParameters sslContextParameters() {
        SSLContextParameters own = configuration.getSslContextParameters();
        return own != null ? own : getTargetSmsComponent().globalSslContextParameters();
    }
}
