package ru.targetsms.camel.starter;

import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.jspecify.annotations.NullUnmarked;

/** Holds the properties that limit what is sent: the staging guard, cost and time; and those of the health checks. */
@NullUnmarked // unset is null
public abstract class SafetyProperties extends ComponentConfigurationPropertiesCommon {

    /** Refuse a text that needs more SMS parts, as far as it may go by SMS. Default: no limit. */
    private Integer maxSmsParts;

    /**
     * When messages may arrive, for instance 09:00-21:00, in the zone; may cross midnight, its end is outside. Outside
     * of it timeSend becomes the next opening (R10); a message's own time wins. Default: always.
     */
    private String sendWindow;

    /** Staging guard: do everything but the POST. The outcome is then DRY_RUN; no credentials are needed. */
    private Boolean dryRun;

    /**
     * Staging guard: send to these phones only. Comma-separated; each is exact, a wildcard or a regular expression,
     * matched against the digits. Unset: everybody; blank: nobody.
     */
    private String allowedPhones;

    /**
     * Staging guard: send everything to this phone instead. A client id is hashed once more, so that no real one is
     * used up (R20).
     */
    private String redirectPhone;

    /** Whether the consumers of the component have a health check. */
    private Boolean healthCheckConsumerEnabled;

    /** Whether the producers of the component have a health check, once camel.health.producers-enabled is set. */
    private Boolean healthCheckProducerEnabled;

    /**
     * Lets the health check of a producer ask the gateway for the state of an id that cannot exist, at most once in
     * this time: that costs nothing and proves the login. Default: the check tells of real requests only.
     */
    private String healthCheckProbeInterval;

    public Integer getMaxSmsParts() {
        return maxSmsParts;
    }

    public void setMaxSmsParts(Integer maxSmsParts) {
        this.maxSmsParts = maxSmsParts;
    }

    public String getSendWindow() {
        return sendWindow;
    }

    public void setSendWindow(String sendWindow) {
        this.sendWindow = sendWindow;
    }

    public Boolean getDryRun() {
        return dryRun;
    }

    public void setDryRun(Boolean dryRun) {
        this.dryRun = dryRun;
    }

    public String getAllowedPhones() {
        return allowedPhones;
    }

    public void setAllowedPhones(String allowedPhones) {
        this.allowedPhones = allowedPhones;
    }

    public String getRedirectPhone() {
        return redirectPhone;
    }

    public void setRedirectPhone(String redirectPhone) {
        this.redirectPhone = redirectPhone;
    }

    public Boolean getHealthCheckConsumerEnabled() {
        return healthCheckConsumerEnabled;
    }

    public void setHealthCheckConsumerEnabled(Boolean healthCheckConsumerEnabled) {
        this.healthCheckConsumerEnabled = healthCheckConsumerEnabled;
    }

    public Boolean getHealthCheckProducerEnabled() {
        return healthCheckProducerEnabled;
    }

    public void setHealthCheckProducerEnabled(Boolean healthCheckProducerEnabled) {
        this.healthCheckProducerEnabled = healthCheckProducerEnabled;
    }

    public String getHealthCheckProbeInterval() {
        return healthCheckProbeInterval;
    }

    public void setHealthCheckProbeInterval(String healthCheckProbeInterval) {
        this.healthCheckProbeInterval = healthCheckProbeInterval;
    }
}
