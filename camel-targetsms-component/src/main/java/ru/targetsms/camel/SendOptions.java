package ru.targetsms.camel;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import ru.targetsms.camel.model.FailOn;

/** Holds the options of sending: how messages gather, what refuses them, and what makes a repeat safe. */
@UriParams
public abstract class SendOptions extends MessageDefaults {

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

    @UriParam(
            label = "producer",
            description = "Refuse a text that needs more SMS parts, as far as it may go by SMS. Default: no limit.")
    private Integer maxSmsParts;

    @UriParam(
            label = "producer",
            description =
                    "When messages may arrive, for instance 09:00-21:00, in the zone; may cross midnight, its end is outside. Outside of it timeSend becomes the next opening (R10); a message's own time wins. Default: always.")
    private String sendWindow;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Staging guard: do everything but the POST. The outcome is then DRY_RUN; no credentials are needed.")
    private boolean dryRun;

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

    public boolean isDryRun() {
        return dryRun;
    }

    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }
}
