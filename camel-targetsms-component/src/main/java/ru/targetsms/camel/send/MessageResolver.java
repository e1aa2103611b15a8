package ru.targetsms.camel.send;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.MessageRules;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.Recipient;
import ru.targetsms.camel.model.RecipientRules;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.model.Violation;

/**
 * Fills the gaps of a message, checks it, and gives every recipient its client id. One for each exchange, since
 * repeated keys are counted within it.
 */
final class MessageResolver {

    /** A resolved message; its content means something only when there are no violations. */
    record Resolved(Content content, List<ResolvedRecipient> recipients, List<Violation> violations) {}

    /** One recipient of a resolved message. */
    record ResolvedRecipient(@Nullable String phone, @Nullable Long clientIdMessage) {

        /** Hides the middle of the phone. */
        @Override
        public String toString() {
            return "ResolvedRecipient[phone=" + Phones.mask(phone) + ", clientIdMessage=" + clientIdMessage + "]";
        }
    }

    private final Defaults defaults;
    private final ClientIdSource clientIds;
    private @Nullable Gaps shared;

    MessageResolver(Defaults defaults, ClientIdSource clientIds) {
        this.defaults = defaults;
        this.clientIds = clientIds;
    }

    /**
     * Resolves a message.
     *
     * @param headers    the headers that fill its gaps
     * @param ownHeaders whether the headers are this message's alone, so that {@code ClientIdMessage} may name its id;
     *                   otherwise they are the exchange's, and read once for all its messages
     */
    Resolved resolve(TargetSmsMessage message, Message headers, boolean ownHeaders) {
        Gaps gaps = gaps(headers, ownHeaders);
        MessageRules.Checked checked = MessageRules.check(gaps.fields(message), message.text(), defaults.zone());
        List<Violation> violations = new ArrayList<>(checked.violations());
        List<Recipient> given = gaps.recipients(message);
        if (given.isEmpty()) {
            violations.add(new Violation("phone", "R19", "is missing: the message has no recipient"));
        }
        List<ResolvedRecipient> recipients = new ArrayList<>(given.size());
        ClientIdSource.OfMessage ids = clientIds.of(message, headers, given.size(), ownHeaders);
        for (Recipient recipient : given) {
            String phone = RecipientRules.phone(recipient.phone(), violations);
            recipients.add(new ResolvedRecipient(phone, ids.of(recipient, phone, violations)));
        }
        if (recipients.size() > 1) {
            RecipientRules.distinctClientIds(
                    recipients.stream().map(ResolvedRecipient::clientIdMessage).toList(), violations);
        }
        return new Resolved(checked.content(), recipients, distinct(violations));
    }

    private Gaps gaps(Message headers, boolean ownHeaders) {
        if (ownHeaders) {
            return new Gaps(headers, defaults);
        }
        if (shared == null) {
            shared = new Gaps(headers, defaults);
        }
        return shared;
    }

    private static List<Violation> distinct(List<Violation> violations) {
        return violations.isEmpty() ? List.of() : violations.stream().distinct().toList();
    }
}
