package ru.targetsms.camel.status;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.status.ReportRules.Judgement;
import ru.targetsms.camel.tracking.Claim;

/** Asks for the messages of one claim, stores what is no news and reports what is. */
final class ClaimedBatch implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimedBatch.class);

    private final StatusConsumer consumer;
    private final List<Claim> claimed;

    ClaimedBatch(StatusConsumer consumer, List<Claim> claimed) {
        this.consumer = consumer;
        this.claimed = claimed;
    }

    /**
     * Does the work.
     *
     * @return messages that the gateway answered for and whose report, if there is one, did not fail
     * @throws RuntimeException why the gateway could not be asked for all of them, or the tracker not be written
     */
    @Override
    public Integer call() throws Exception {
        StatusQuery query = consumer.query();
        try {
            query.ask(ids());
        } catch (RuntimeException | Error e) {
            claimed.forEach(claim -> consumer.claims().end(claim.unchanged()));
            throw e;
        }
        Queue<Object> reports = new ArrayDeque<>();
        int answered = 0;
        for (Claim claim : claimed) {
            answered += judge(claim, query.answer(claim.message().idMessage()), reports);
        }
        try {
            consumer.claims().save();
            answered += consumer.processBatch(reports);
        } finally {
            reports.forEach(report -> ((DeliveryReport) report).notBegun());
        }
        consumer.claims().save();
        if (query.failure() != null) {
            throw StatusFailure.of(query.failure(), ids());
        }
        return answered;
    }

    private List<String> ids() {
        return claimed.stream().map(claim -> claim.message().idMessage()).toList();
    }

    /** Returns 1 when the message was answered and needs no report. */
    private int judge(Claim claim, @Nullable DeliveryStatus answer, Queue<Object> reports) {
        if (answer == null) {
            consumer.claims().end(claim.unchanged());
            return 0;
        }
        Judgement judgement = consumer.rules().judge(claim, answer);
        if (judgement.contradiction() && consumer.contradictions().isFirst(claim)) {
            LOG.warn(
                    "The gateway says {} of {}, which was {}: the first final state stays",
                    answer.state(),
                    claim.message().idMessage(),
                    claim.state());
        }
        if (judgement.report() == null) {
            consumer.claims().end(judgement.end());
            return 1;
        }
        reports.add(new DeliveryReport(consumer.claims(), consumer.reports(), judgement.end(), judgement.report()));
        return 0;
    }
}
