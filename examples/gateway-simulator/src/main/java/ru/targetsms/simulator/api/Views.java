package ru.targetsms.simulator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import ru.targetsms.simulator.model.LedgerTotals;
import ru.targetsms.simulator.model.QuestionTotals;
import ru.targetsms.simulator.model.Refusal;
import ru.targetsms.simulator.model.Tally;

/** Holds the small documents of the JSON API. */
final class Views {

    private Views() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Health(String status, String profile, int speed, String duplicateAnswer) {}

    /** @param total how many fit, those on other pages too */
    record Messages(List<MessageView> messages, int total) {}

    /** @param complete false when the time was over first */
    record Awaited(boolean complete, List<MessageView> messages) {}

    record Error(String error) {}

    /** @param channel null for the message as a whole */
    record StateChange(String state, String channel) {}

    record Block(boolean blocked) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record TallyView(int accepted, int refusedAsDuplicate) {

        static TallyView of(Tally tally) {
            return new TallyView(tally.accepted(), tally.refusedAsDuplicate());
        }
    }

    record Question(int asked) {}

    record Refusals(List<RefusalView> refusals) {

        static Refusals of(List<Refusal> refusals) {
            return new Refusals(refusals.stream().map(RefusalView::of).toList());
        }
    }

    /** @param phone null when the whole document was refused */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefusalView(String at, String phone, String clientIdMessage, String words) {

        static RefusalView of(Refusal refusal) {
            String clientId = refusal.clientIdMessage();
            return new RefusalView(
                    refusal.at().toString(),
                    refusal.phone(),
                    clientId == null || clientId.isEmpty() ? null : clientId,
                    refusal.words());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record QuestionsView(long ids, long distinctIds, long overlapping, long mostIds) {

        static QuestionsView of(QuestionTotals totals) {
            return new QuestionsView(totals.ids(), totals.distinctIds(), totals.overlapping(), totals.mostIds());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record LedgerView(
            long posts,
            long documents,
            long statusPosts,
            long recipients,
            long accepted,
            long refused,
            long duplicatesRefused,
            long distinctClientIds,
            long distinctRecipients,
            long doubledClientIds,
            long doubledRecipients) {

        static LedgerView of(LedgerTotals totals) {
            return new LedgerView(
                    totals.posts(),
                    totals.documents(),
                    totals.statusPosts(),
                    totals.recipients(),
                    totals.accepted(),
                    totals.refused(),
                    totals.duplicatesRefused(),
                    totals.distinctClientIds(),
                    totals.distinctRecipients(),
                    totals.doubledClientIds(),
                    totals.doubledRecipients());
        }
    }
}
