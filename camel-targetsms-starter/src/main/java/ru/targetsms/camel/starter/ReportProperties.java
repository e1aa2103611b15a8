package ru.targetsms.camel.starter;

import org.jspecify.annotations.NullUnmarked;
import ru.targetsms.camel.model.Emit;

/** Holds the properties of tracking and delivery reports. */
@NullUnmarked // unset is null
public abstract class ReportProperties extends SafetyProperties {

    /**
     * Which states are reported: the final one, or every one that is new, and of Viber what follows on the delivery
     * (R33).
     */
    private Emit emit;

    /** How long after its acceptance, or after its time of sending if that is later, a message is asked for first. */
    private String firstPollDelay;

    /**
     * Longest time between two questions for one message. It begins with twice the firstPollDelay and doubles up to
     * this, up to a tenth less by chance.
     */
    private String maxPollDelay;

    /**
     * How long after its acceptance, or after its time of sending if that is later, a message without a final state is
     * given up: a last report says so.
     */
    private String giveUpAfter;

    /**
     * How long a claim lasts unless renewed: when a node dies, the others take its messages after this time. Default:
     * three times the requestTimeout.
     */
    private String claimTimeout;

    /** Messages asked for in one poll at most; 0 for no limit. */
    private Integer maxMessagesPerPoll;

    /** Hand accepted messages to the delivery tracker: from(targetsms:status) then reports what becomes of them. */
    private Boolean track;

    /**
     * Remembers accepted messages until their last delivery report is done. Default: in memory, gone with the process.
     */
    private String deliveryTracker;

    /** Whether a failed poll goes through the route's error handler instead of being logged. */
    private Boolean bridgeErrorHandler;

    public Emit getEmit() {
        return emit;
    }

    public void setEmit(Emit emit) {
        this.emit = emit;
    }

    public String getFirstPollDelay() {
        return firstPollDelay;
    }

    public void setFirstPollDelay(String firstPollDelay) {
        this.firstPollDelay = firstPollDelay;
    }

    public String getMaxPollDelay() {
        return maxPollDelay;
    }

    public void setMaxPollDelay(String maxPollDelay) {
        this.maxPollDelay = maxPollDelay;
    }

    public String getGiveUpAfter() {
        return giveUpAfter;
    }

    public void setGiveUpAfter(String giveUpAfter) {
        this.giveUpAfter = giveUpAfter;
    }

    public String getClaimTimeout() {
        return claimTimeout;
    }

    public void setClaimTimeout(String claimTimeout) {
        this.claimTimeout = claimTimeout;
    }

    public Integer getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(Integer maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public Boolean getTrack() {
        return track;
    }

    public void setTrack(Boolean track) {
        this.track = track;
    }

    public String getDeliveryTracker() {
        return deliveryTracker;
    }

    public void setDeliveryTracker(String deliveryTracker) {
        this.deliveryTracker = deliveryTracker;
    }

    public Boolean getBridgeErrorHandler() {
        return bridgeErrorHandler;
    }

    public void setBridgeErrorHandler(Boolean bridgeErrorHandler) {
        this.bridgeErrorHandler = bridgeErrorHandler;
    }
}
