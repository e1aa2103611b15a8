package ru.targetsms.camel;

import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Writes headers that may have no value. */
public final class Headers {

    private Headers() {}

    /** Sets a header, or removes what an earlier step left there when there is no value. */
    public static void set(Message message, String name, @Nullable Object value) {
        if (value == null) {
            message.removeHeader(name);
        } else {
            message.setHeader(name, value);
        }
    }
}
