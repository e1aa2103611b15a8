package ru.targetsms.camel;

import java.util.Map;
import org.apache.camel.Converter;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsMessage;

/** Converts between messages, results and what routes usually carry. */
@Converter(generateLoader = true)
public final class TargetSmsConverters {

    private TargetSmsConverters() {}

    /** Converts plain text to a message, whose channels headers and options decide. */
    @Converter
    public static TargetSmsMessage toMessage(String text) {
        return TargetSmsMessage.builder().text(text).build();
    }

    /** Converts a map with the protocol's names to a message. */
    @Converter
    public static TargetSmsMessage toMessage(Map<?, ?> map) {
        return TargetSmsMessage.of(map);
    }

    /** Converts a message to a map with the protocol's names. */
    @Converter
    public static Map<String, Object> toMap(TargetSmsMessage message) {
        return message.toMap();
    }

    /** Converts a result to a map with the protocol's names; ids are text. */
    @Converter
    public static Map<String, Object> toMap(SendResult result) {
        return result.toMap();
    }

    /** Converts a status to a map with the protocol's names; ids are text, times ISO 8601. */
    @Converter
    public static Map<String, Object> toMap(DeliveryStatus status) {
        return status.toMap();
    }
}
