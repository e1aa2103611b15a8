package ru.targetsms.camel.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Holds the checked fields of a message exactly as they go on the wire. Recipients with equal content share one
 * {@code <message>}.
 *
 * @param fields text by field, in wire order; a field that is not set is absent
 */
public record Content(Map<MessageField, String> fields) {

    /** Copies the fields. */
    public Content {
        Map<MessageField, String> copy = new EnumMap<>(MessageField.class);
        copy.putAll(fields);
        fields = Collections.unmodifiableMap(copy);
    }

    /** Returns the field's wire text, {@code null} when it is not set. */
    public String get(MessageField field) {
        return fields.get(field);
    }

    /** Names the fields that are set; shows no value. */
    @Override
    public String toString() {
        return "Content" + fields.keySet();
    }
}
