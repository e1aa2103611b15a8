package ru.targetsms.camel.send;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.Recipient;
import ru.targetsms.camel.model.Values;

/**
 * Holds what an endpoint's options say of every message, read once. Never written afterwards.
 *
 * @param fields     the fields that are set
 * @param recipients those of the option {@code phone}
 * @param zone       zone of {@code time_send}
 */
record Defaults(EnumMap<MessageField, Object> fields, List<Recipient> recipients, ZoneId zone) {

    static Defaults of(TargetSmsConfiguration options) {
        EnumMap<MessageField, Object> fields = new EnumMap<>(MessageField.class);
        for (MessageField field : MessageField.values()) {
            if (Values.isSet(options.get(field))) {
                fields.put(field, options.get(field));
            }
        }
        return new Defaults(fields, recipients(options.getPhone()), ZoneId.of(options.getZone()));
    }

    /** Makes recipients without client ids of what a header or an option names as {@code phone}. */
    static List<Recipient> recipients(@Nullable Object named) {
        return Phones.split(named).stream()
                .map(phone -> new Recipient(phone, null))
                .toList();
    }

    /** Shows the zone only. */
    @Override
    public String toString() {
        return "Defaults[zone=" + zone + "]";
    }
}
