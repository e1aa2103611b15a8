package ru.targetsms.camel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.PropertiesHelper;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.Values;
import ru.targetsms.camel.tracking.DeliveryTracker;
import ru.targetsms.camel.tracking.InMemoryDeliveryTracker;

/**
 * Makes endpoints of the TargetSMS gateway and keeps what they share. A second account is a second instance under a
 * name of its own.
 */
@Component("targetsms")
public class TargetSmsComponent extends HealthCheckComponent implements SSLContextParametersAware {

    private static final Set<String> CREDENTIALS = Set.of("username", "password", "token");

    @Metadata(description = "Options that endpoints start from.")
    private TargetSmsConfiguration configuration = new TargetSmsConfiguration();

    @Metadata(label = "security", defaultValue = "false", description = "Use the global SSL context parameters.")
    private boolean useGlobalSslContextParameters;

    @Metadata(
            label = "advanced",
            autowired = true,
            description =
                    "Remembers accepted messages until their last delivery report is done. Default: in memory, gone with the process.")
    private DeliveryTracker deliveryTracker;

    @Metadata(
            label = "producer",
            description =
                    "Staging guard: send to these phones only. Comma-separated; each is exact, a wildcard or a regular expression, matched against the digits. Unset: everybody; blank: nobody.")
    private String allowedPhones;

    @Metadata(
            label = "producer",
            description =
                    "Staging guard: send everything to this phone instead. A client id is hashed once more, so that no real one is used up (R20).")
    private String redirectPhone;

    @Metadata(
            label = "health",
            javaType = "java.time.Duration",
            description =
                    "Lets the health check of a producer ask the gateway for the state of an id that cannot exist, at most once in this time: that costs nothing and proves the login. Default: the check tells of real requests only.")
    private Long healthCheckProbeInterval;

    private @Nullable DeliveryTracker ownTracker;

    private final SharedGateways gateways = new SharedGateways();

    public TargetSmsComponent() {}

    public TargetSmsComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        PrivateUris.mask(getCamelContext());
        SmsFunction.bind(getCamelContext());
        getCamelContext().addStartupListener(new SharedKeyWarning(this));
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        TargetSmsOperation operation = TargetSmsOperation.of(remaining);
        TargetSmsConfiguration own = configuration.copy();
        CREDENTIALS.forEach(name -> dropBlank(parameters, name));
        if (CREDENTIALS.stream().anyMatch(parameters::containsKey)) {
            own.setUsername(null);
            own.setPassword(null);
            own.setToken(null);
        }
        own.setHttp(HttpOptions.normalized(own.getHttp()));
        own.getHttp().putAll(HttpOptions.normalized(PropertiesHelper.extractProperties(parameters, "http.")));
        for (MessageField field : MessageField.values()) {
            dropBlank(parameters, field.optionName());
        }
        dropBlank(parameters, "phone");
        dropBlank(parameters, "idempotencyNamespace");
        TargetSmsEndpoint endpoint = new TargetSmsEndpoint(uri, this, operation, own);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    public TargetSmsConfiguration getConfiguration() {
        return configuration;
    }

    /** Sets the options that endpoints start from. */
    public void setConfiguration(TargetSmsConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /** Makes the component use the global SSL context parameters; default false. */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public DeliveryTracker getDeliveryTracker() {
        return deliveryTracker;
    }

    /** Sets what remembers accepted messages until their last delivery report is done; default: in memory. */
    public void setDeliveryTracker(DeliveryTracker deliveryTracker) {
        this.deliveryTracker = deliveryTracker;
    }

    public String getAllowedPhones() {
        return allowedPhones;
    }

    /** Sends to the phones that match only; {@code null} for everybody, which is the default, and blank for nobody. */
    public void setAllowedPhones(String allowedPhones) {
        this.allowedPhones = allowedPhones;
    }

    public String getRedirectPhone() {
        return redirectPhone;
    }

    /** Sends everything to this phone instead; {@code null} or blank, which is the default, for to whom it is meant. */
    public void setRedirectPhone(String redirectPhone) {
        this.redirectPhone = redirectPhone;
    }

    public Long getHealthCheckProbeInterval() {
        return healthCheckProbeInterval;
    }

    /**
     * Lets the health check of a producer ask the gateway for the state of an id that cannot exist.
     *
     * @param healthCheckProbeInterval milliseconds from one probe to the next at least; {@code null}, which is the
     *     default, for none
     */
    public void setHealthCheckProbeInterval(Long healthCheckProbeInterval) {
        this.healthCheckProbeInterval = healthCheckProbeInterval;
    }

    /**
     * Names the component's own account: host and a digest of the login. For
     * {@link ru.targetsms.camel.tracking.TrackedMessage messages} that something else has sent.
     *
     * @throws IllegalArgumentException naming the option that is missing or wrong
     */
    public String account() {
        return new TargetSmsEndpoint("targetsms:status", this, TargetSmsOperation.STATUS, configuration.copy())
                .account();
    }

    /** Returns the tracker in use: the one that was set, else one in memory. */
    synchronized DeliveryTracker tracker() {
        if (deliveryTracker != null) {
            return deliveryTracker;
        }
        if (ownTracker == null) {
            ownTracker = new InMemoryDeliveryTracker();
        }
        return ownTracker;
    }

    /** Returns the gateways in use, to look at. */
    public List<SharedGateway> sharedGateways() {
        return gateways.all();
    }

    SharedGateways gateways() {
        return gateways;
    }

    /**
     * Returns the shortest time between two probes of a health check, {@code null} for no probe.
     *
     * @throws IllegalArgumentException naming the option that makes no sense
     */
    @Nullable
    Duration probeInterval() {
        if (healthCheckProbeInterval != null && healthCheckProbeInterval <= 0) {
            throw new IllegalArgumentException("healthCheckProbeInterval must be positive");
        }
        return healthCheckProbeInterval == null ? null : Duration.ofMillis(healthCheckProbeInterval);
    }

    @Nullable
    SSLContextParameters globalSslContextParameters() {
        return retrieveGlobalSslContextParameters();
    }

    /** Blank means "not set" at every level: the component's value stays. */
    private static void dropBlank(Map<String, Object> parameters, String name) {
        if (parameters.containsKey(name) && !Values.isSet(parameters.get(name))) {
            parameters.remove(name);
        }
    }
}
