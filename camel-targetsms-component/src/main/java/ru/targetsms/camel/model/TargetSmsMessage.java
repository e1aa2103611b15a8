package ru.targetsms.camel.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds one message and its recipients. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * TargetSmsMessage.builder().to("79001234567").textSms("Your order is ready").build();
 * }</pre>
 *
 * <p>Values are kept as given: rules are checked once headers and options have filled the gaps.
 */
public final class TargetSmsMessage {

    private static final Map<String, MessageField> FIELDS_BY_KEY = fieldsByKey();

    private final Map<MessageField, Object> fields;
    private final List<Recipient> recipients;
    private final @Nullable Object idempotencyKey;
    private final @Nullable String text;

    TargetSmsMessage(
            Map<MessageField, Object> fields,
            List<Recipient> recipients,
            @Nullable Object idempotencyKey,
            @Nullable String text) {
        this.fields = Collections.unmodifiableMap(fields);
        this.recipients = List.copyOf(recipients);
        this.idempotencyKey = idempotencyKey;
        this.text = text;
    }

    /** Starts a message with nothing set. */
    public static TargetSmsMessageBuilder builder() {
        return new TargetSmsMessageBuilder();
    }

    /**
     * Reads a map whose keys are the protocol's names, without regard to case and underscores ({@code text_sms},
     * {@code textSms}), plus {@code phone}, {@code client_id_message} and {@code idempotency_key}. Unknown keys are
     * ignored.
     */
    public static TargetSmsMessage of(Map<?, ?> map) {
        Map<String, @Nullable Object> byKey = new HashMap<>();
        map.forEach((key, value) -> byKey.put(foldKey(String.valueOf(key)), value));
        TargetSmsMessageBuilder builder = builder();
        if (byKey.containsKey("idempotencykey")) {
            builder.idempotencyKeyValue(byKey.get("idempotencykey"));
        }
        Object clientId = byKey.get("clientidmessage");
        Phones.split(byKey.get("phone")).forEach(phone -> builder.recipient(new Recipient(phone, clientId)));
        byKey.forEach((key, value) ->
                Optional.ofNullable(FIELDS_BY_KEY.get(key)).ifPresent(field -> builder.set(field, value)));
        return builder.build();
    }

    /** Returns the recipients as given; empty when header or option {@code phone} is to name them. */
    public List<Recipient> recipients() {
        return recipients;
    }

    /** Returns the field's value as given, or {@code null} when it is not set. */
    public @Nullable Object get(MessageField field) {
        return fields.get(field);
    }

    /** Returns the business key that client ids are derived from, as given; {@code null} when none is named. */
    public @Nullable Object idempotencyKey() {
        return idempotencyKey;
    }

    /** Returns the plain text, which fills the text of each channel that is on and has none, or {@code null}. */
    public @Nullable String text() {
        return text;
    }

    /**
     * Returns the message as a map with the protocol's names. Several phones become a list, and their client ids and the
     * plain text are left out: a map has no place for them.
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        fields.forEach((field, value) -> map.put(field.protocolName(), value));
        List<String> phones = recipients.stream().map(Recipient::phone).toList();
        if (!phones.isEmpty()) {
            map.put("phone", phones.size() == 1 ? phones.get(0) : new ArrayList<>(phones));
        }
        if (recipients.size() == 1 && recipients.get(0).clientIdMessage() != null) {
            map.put("client_id_message", recipients.get(0).clientIdMessage());
        }
        if (idempotencyKey != null) {
            map.put("idempotency_key", idempotencyKey);
        }
        return map;
    }

    /** Names the fields that are set and counts the recipients; shows no value. */
    @Override
    public String toString() {
        return "TargetSmsMessage[fields=" + fields.keySet() + ", recipients=" + recipients.size() + "]";
    }

    private static Map<String, MessageField> fieldsByKey() {
        Map<String, MessageField> byKey = new HashMap<>();
        for (MessageField field : MessageField.values()) {
            byKey.put(foldKey(field.name()), field);
        }
        return byKey;
    }

    private static String foldKey(String key) {
        return key.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
