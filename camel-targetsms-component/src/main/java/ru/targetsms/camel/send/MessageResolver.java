package ru.targetsms.camel.send;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.MessageRules;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.Recipient;
import ru.targetsms.camel.model.RecipientRules;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.model.Values;
import ru.targetsms.camel.model.Violation;

/**
 * The one place that knows body, then header, then option: fills the gaps of a message, checks it, and gives every
 * recipient its client id. One for each exchange, since repeated keys are counted within it.
 */
final class MessageResolver {

    /** A resolved message; its content means something only when there are no violations. */
    record Resolved(Content content, List<ResolvedRecipient> recipients, List<Violation> violations) {}

    /** One recipient of a resolved message. */
    record ResolvedRecipient(String phone, Long clientIdMessage) {

        /** Hides the middle of the phone. */
        @Override
        public String toString() {
            return "ResolvedRecipient[phone=" + Phones.mask(phone) + ", clientIdMessage=" + clientIdMessage + "]";
        }
    }

    private final TargetSmsConfiguration configuration;
    private final ZoneId zone;
    private final ClientIdSource clientIds;

    MessageResolver(TargetSmsConfiguration configuration, ClientIdSource clientIds) {
        this.configuration = configuration;
        this.zone = ZoneId.of(configuration.getZone());
        this.clientIds = clientIds;
    }

    /**
     * Resolves a message.
     *
     * @param headers    the headers that fill its gaps
     * @param ownHeaders whether the headers are this message's alone, so that {@code ClientIdMessage} may name its id
     */
    Resolved resolve(TargetSmsMessage message, Message headers, boolean ownHeaders) {
        MessageRules.Checked checked = MessageRules.check(fields(message, headers), message.text(), zone);
        List<Violation> violations = new ArrayList<>(checked.violations());
        List<Recipient> given = recipients(message, headers);
        if (given.isEmpty()) {
            violations.add(new Violation("phone", "R19", "is missing: the message has no recipient"));
        }
        List<ResolvedRecipient> recipients = new ArrayList<>(given.size());
        ClientIdSource.OfMessage ids = clientIds.of(message, headers, given.size(), ownHeaders);
        for (Recipient recipient : given) {
            String phone = RecipientRules.phone(recipient.phone(), violations);
            recipients.add(new ResolvedRecipient(phone, ids.of(recipient, phone, violations)));
        }
        RecipientRules.distinctClientIds(
                recipients.stream().map(ResolvedRecipient::clientIdMessage).toList(), violations);
        return new Resolved(
                checked.content(), recipients, violations.stream().distinct().toList());
    }

    private Map<MessageField, Object> fields(TargetSmsMessage message, Message headers) {
        Map<MessageField, Object> fields = new EnumMap<>(MessageField.class);
        for (MessageField field : MessageField.values()) {
            Object value = first(
                    message.get(field), headers.getHeader(TargetSmsConstants.header(field)), configuration.get(field));
            if (value != null) {
                fields.put(field, value);
            }
        }
        return fields;
    }

    private List<Recipient> recipients(TargetSmsMessage message, Message headers) {
        if (!message.recipients().isEmpty()) {
            return message.recipients();
        }
        List<String> phones = Phones.split(headers.getHeader(TargetSmsConstants.PHONE));
        if (phones.isEmpty()) {
            phones = Phones.split(configuration.getPhone());
        }
        return phones.stream().map(phone -> new Recipient(phone, null)).toList();
    }

    private static Object first(Object... values) {
        for (Object value : values) {
            if (Values.isSet(value)) {
                return value;
            }
        }
        return null;
    }
}
