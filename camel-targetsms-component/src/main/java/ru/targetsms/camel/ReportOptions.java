package ru.targetsms.camel;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import ru.targetsms.camel.model.Emit;

/** Holds the options of delivery reports. */
@UriParams
public abstract class ReportOptions extends SendOptions {

    @UriParam(
            label = "consumer",
            defaultValue = "final",
            enums = "final,changes",
            description =
                    "Which states are reported: the final one, or every one that is new, and of Viber what follows on the delivery (R33).")
    private Emit emit = Emit.FINAL;

    @UriParam(
            label = "consumer",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description =
                    "How long after its acceptance, or after its time of sending if that is later, a message is asked for first.")
    private long firstPollDelay = 10_000;

    @UriParam(
            label = "consumer",
            defaultValue = "3600000",
            javaType = "java.time.Duration",
            description =
                    "Longest time between two questions for one message. It begins with twice the firstPollDelay and doubles up to this, up to a tenth less by chance.")
    private long maxPollDelay = 3_600_000;

    @UriParam(
            label = "consumer",
            defaultValue = "259200000",
            javaType = "java.time.Duration",
            description =
                    "How long after its acceptance, or after its time of sending if that is later, a message without a final state is given up: a last report says so.")
    private long giveUpAfter = 259_200_000;

    @UriParam(
            label = "consumer (advanced)",
            javaType = "java.time.Duration",
            description =
                    "How long a claim lasts unless renewed: when a node dies, the others take its messages after this time. Default: three times the requestTimeout.")
    private Long claimTimeout;

    @UriParam(
            label = "consumer",
            defaultValue = "0",
            description = "Messages asked for in one poll at most; 0 for no limit.")
    private int maxMessagesPerPoll;

    public Emit getEmit() {
        return emit;
    }

    public void setEmit(Emit emit) {
        this.emit = emit;
    }

    public long getFirstPollDelay() {
        return firstPollDelay;
    }

    public void setFirstPollDelay(long firstPollDelay) {
        this.firstPollDelay = firstPollDelay;
    }

    public long getMaxPollDelay() {
        return maxPollDelay;
    }

    public void setMaxPollDelay(long maxPollDelay) {
        this.maxPollDelay = maxPollDelay;
    }

    public long getGiveUpAfter() {
        return giveUpAfter;
    }

    public void setGiveUpAfter(long giveUpAfter) {
        this.giveUpAfter = giveUpAfter;
    }

    public Long getClaimTimeout() {
        return claimTimeout;
    }

    public void setClaimTimeout(Long claimTimeout) {
        this.claimTimeout = claimTimeout;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }
}
