package ru.targetsms.simulator.protocol;

import java.util.List;
import java.util.Map;

/** Holds one {@code <message>} as it was written, none of its limits checked yet. */
public record MessageElement(Map<Field, String> fields, List<Abonent> abonents) {

    /** Returns a field's value, the empty text when it is absent. */
    public String value(Field field) {
        return fields.getOrDefault(field, "");
    }

    /** Returns a field's value, null when it is absent or empty. */
    public String valueOrNull(Field field) {
        String value = value(field);
        return value.isEmpty() ? null : value;
    }

    public boolean has(Field field) {
        return !value(field).isEmpty();
    }

    @Override
    public String toString() {
        return "MessageElement[" + fields.keySet() + ", " + abonents.size() + " abonents]";
    }
}
