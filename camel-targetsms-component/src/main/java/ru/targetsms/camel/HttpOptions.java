package ru.targetsms.camel;

import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.util.StringHelper;

/**
 * Reads {@code http.*} in every spelling: dashes become camel case, nested keys are joined. Numbers become text, since
 * camel-http reads time-outs from text only.
 */
final class HttpOptions {

    private HttpOptions() {}

    /** Returns the options by the names that camel-http knows. */
    static Map<String, Object> normalized(Map<String, Object> options) {
        Map<String, Object> names = new TreeMap<>();
        join("", options, names);
        return names;
    }

    private static void join(String prefix, Map<?, ?> options, Map<String, Object> names) {
        options.forEach((key, value) -> {
            String name = prefix + StringHelper.dashToCamelCase(String.valueOf(key));
            if (value instanceof Map<?, ?> nested) {
                join(name + ".", nested, names);
            } else if (value != null) {
                names.put(name, value instanceof Number ? value.toString() : value);
            }
        });
    }
}
