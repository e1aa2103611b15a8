package ru.targetsms.camel.send;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.Recipient;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.model.Values;

/**
 * The one place that knows body, then header, then option. Headers and options are read once for all the messages that
 * share them. Used by one thread at a time.
 */
final class Gaps {

    private static final List<MessageField> FIELDS = List.of(MessageField.values());

    private final Message headers;
    private final TargetSmsConfiguration options;
    private final EnumMap<MessageField, Object> fields = new EnumMap<>(MessageField.class);
    private List<Recipient> recipients;

    Gaps(Message headers, TargetSmsConfiguration options) {
        this.headers = headers;
        this.options = options;
        for (MessageField field : FIELDS) {
            Object header = headers.getHeader(TargetSmsConstants.header(field));
            Object value = Values.isSet(header) ? header : options.get(field);
            if (Values.isSet(value)) {
                fields.put(field, value);
            }
        }
    }

    /** Returns the fields of a message, each from the first that sets it. */
    Map<MessageField, Object> fields(TargetSmsMessage message) {
        Map<MessageField, Object> filled = fields.clone();
        for (MessageField field : FIELDS) {
            Object value = message.get(field);
            if (value != null) {
                filled.put(field, value);
            }
        }
        return filled;
    }

    /** Returns the recipients of a message, from the first that names any. */
    List<Recipient> recipients(TargetSmsMessage message) {
        if (!message.recipients().isEmpty()) {
            return message.recipients();
        }
        if (recipients == null) {
            List<String> phones = Phones.split(headers.getHeader(TargetSmsConstants.PHONE));
            if (phones.isEmpty()) {
                phones = Phones.split(options.getPhone());
            }
            recipients =
                    phones.stream().map(phone -> new Recipient(phone, null)).toList();
        }
        return recipients;
    }
}
