package ru.targetsms.camel.send;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.Recipient;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.model.Values;

/**
 * The one place that knows body, then header, then option. Headers are read once for all the messages that share them.
 * Used by one thread at a time.
 */
final class Gaps {

    private static final List<MessageField> FIELDS = List.of(MessageField.values());

    private final EnumMap<MessageField, Object> fields;
    private final List<Recipient> recipients;

    Gaps(Message headers, SendSettings settings) {
        fields = settings.fields().clone();
        List<Recipient> named = List.of();
        if (headers.hasHeaders()) {
            headers.getHeaders().forEach(this::fill);
            named = SendSettings.recipients(headers.getHeader(TargetSmsConstants.PHONE));
        }
        recipients = named.isEmpty() ? settings.recipients() : named;
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
        return message.recipients().isEmpty() ? recipients : message.recipients();
    }

    private void fill(String header, Object value) {
        MessageField field = TargetSmsConstants.field(header);
        if (field != null && Values.isSet(value)) {
            fields.put(field, value);
        }
    }
}
