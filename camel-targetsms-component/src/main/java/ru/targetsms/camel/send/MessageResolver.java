package ru.targetsms.camel.send;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.MessageRules;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.Recipient;
import ru.targetsms.camel.model.RecipientRules;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.model.Violation;
import ru.targetsms.camel.text.SmsText;

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

    private final SendSettings settings;
    private final ClientIdSource clientIds;
    private final InstantSource clock;
    private @Nullable Gaps shared;

    /**
     * Makes a resolver.
     *
     * @param clock tells whether the send window is open
     */
    MessageResolver(SendSettings settings, ClientIdSource clientIds, InstantSource clock) {
        this.settings = settings;
        this.clientIds = clientIds;
        this.clock = clock;
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
        MessageRules.Checked checked = MessageRules.check(fields(gaps, message), message.text(), settings.zone());
        List<Violation> violations = new ArrayList<>(checked.violations());
        if (violations.isEmpty()) {
            checkParts(checked.content(), violations);
        }
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

    /** Outside the send window a message without a time of its own gets the next opening. */
    private Map<MessageField, Object> fields(Gaps gaps, TargetSmsMessage message) {
        Map<MessageField, Object> fields = gaps.fields(message);
        if (settings.window() != null && !fields.containsKey(MessageField.TIME_SEND)) {
            settings.window()
                    .nextOpening(clock.instant().atZone(settings.zone()))
                    .ifPresent(opening -> fields.put(MessageField.TIME_SEND, opening.toLocalDateTime()));
        }
        return fields;
    }

    private void checkParts(Content content, List<Violation> violations) {
        Integer most = settings.maxSmsParts();
        if (most != null) {
            content.sms()
                    .filter(sms -> sms.parts() > most)
                    .ifPresent(sms -> violations.add(new Violation(
                            MessageField.TEXT_SMS.protocolName(),
                            "maxSmsParts",
                            "needs " + sms.parts() + " SMS parts, at most " + most + " are allowed" + why(sms))));
        }
    }

    private static String why(SmsText sms) {
        return sms.ucs2Character() == null
                ? ""
                : String.format("; U+%04X makes it UCS-2", sms.ucs2Character().codePointAt(0));
    }

    private Gaps gaps(Message headers, boolean ownHeaders) {
        if (ownHeaders) {
            return new Gaps(headers, settings);
        }
        if (shared == null) {
            shared = new Gaps(headers, settings);
        }
        return shared;
    }

    private static List<Violation> distinct(List<Violation> violations) {
        return violations.isEmpty() ? List.of() : violations.stream().distinct().toList();
    }
}
