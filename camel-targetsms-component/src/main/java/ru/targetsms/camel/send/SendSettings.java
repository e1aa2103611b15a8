package ru.targetsms.camel.send;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TargetSmsEndpoint;
import ru.targetsms.camel.model.FailOn;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.Recipient;
import ru.targetsms.camel.model.SendWindow;
import ru.targetsms.camel.model.Values;

/**
 * Holds what an endpoint's options say of every message, read once. Never written afterwards.
 *
 * @param fields      the fields that are set
 * @param recipients  those of the option {@code phone}
 * @param zone        zone of {@code time_send}
 * @param window      when messages may arrive, {@code null} for always
 * @param maxSmsParts parts that a text may need, {@code null} for any number
 * @param guard       whom messages may reach
 * @param batchSize   recipients in one document at most
 * @param failOn      which refusals fail the exchange
 */
record SendSettings(
        EnumMap<MessageField, Object> fields,
        List<Recipient> recipients,
        ZoneId zone,
        @Nullable SendWindow window,
        @Nullable Integer maxSmsParts,
        StagingGuard guard,
        int batchSize,
        FailOn failOn) {

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException naming the option that is wrong
     */
    static SendSettings of(TargetSmsEndpoint endpoint) {
        TargetSmsConfiguration options = endpoint.getConfiguration();
        EnumMap<MessageField, Object> fields = new EnumMap<>(MessageField.class);
        for (MessageField field : MessageField.values()) {
            if (Values.isSet(options.get(field))) {
                fields.put(field, options.get(field));
            }
        }
        return new SendSettings(
                fields,
                recipients(options.getPhone()),
                ZoneId.of(options.getZone()),
                window(options.getSendWindow()),
                maxSmsParts(options.getMaxSmsParts()),
                StagingGuard.of(endpoint.allowedPhones(), endpoint.redirectPhone()),
                options.getBatchSize(),
                options.getFailOn());
    }

    /** Makes recipients without client ids of what a header or an option names as {@code phone}. */
    static List<Recipient> recipients(@Nullable Object named) {
        return Phones.split(named).stream()
                .map(phone -> new Recipient(phone, null))
                .toList();
    }

    private static @Nullable SendWindow window(@Nullable String option) {
        try {
            return option != null && Values.isSet(option) ? SendWindow.of(option) : null;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sendWindow '" + option + "': " + e.getMessage(), e);
        }
    }

    private static @Nullable Integer maxSmsParts(@Nullable Integer option) {
        if (option != null && option < 1) {
            throw new IllegalArgumentException("maxSmsParts must be positive");
        }
        return option;
    }

    /** Shows the zone only. */
    @Override
    public String toString() {
        return "SendSettings[zone=" + zone + "]";
    }
}
