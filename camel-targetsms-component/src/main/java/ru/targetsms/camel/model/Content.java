package ru.targetsms.camel.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.text.SmsText;

/**
 * Holds the checked fields of a message exactly as they go on the wire. Recipients with equal content share one
 * {@code <message>}. Immutable.
 */
public final class Content {

    private final Map<MessageField, String> fields;

    /** Counted when first asked for; counting twice at once does no harm. */
    private @Nullable Optional<SmsText> sms;

    /** Copies the fields: text by field; a field that is not set is absent. */
    public Content(Map<MessageField, String> fields) {
        Map<MessageField, String> copy = new EnumMap<>(MessageField.class);
        copy.putAll(fields);
        this.fields = Collections.unmodifiableMap(copy);
    }

    /** Returns text by field, in wire order. */
    public Map<MessageField, String> fields() {
        return fields;
    }

    /** Returns the field's wire text, {@code null} when it is not set. */
    public @Nullable String get(MessageField field) {
        return fields.get(field);
    }

    /**
     * Returns the place of SMS in the order of channels, 0 when it is off (R7, R8). Without any switch the texts decide,
     * Viber first (R6).
     */
    public int placeOfSms() {
        return isSwitched() ? place(MessageField.SEND_SMS) : isSet(MessageField.TEXT_SMS) ? 2 : 0;
    }

    /** Returns the place of Viber in the order of channels, 0 when it is off (R6, R8). */
    public int placeOfViber() {
        return isSwitched() ? place(MessageField.SEND_VIBER) : isSet(MessageField.TEXT_VIBER) ? 1 : 0;
    }

    /** Returns the SMS that a recipient may get, first or as a fallback; empty when SMS is off. */
    public Optional<SmsText> sms() {
        Optional<SmsText> counted = sms;
        if (counted == null) {
            String text = placeOfSms() > 0 ? get(MessageField.TEXT_SMS) : null;
            counted = Optional.ofNullable(text).map(SmsText::of);
            sms = counted;
        }
        return counted;
    }

    private boolean isSwitched() {
        return isSet(MessageField.SEND_VIBER) || isSet(MessageField.SEND_SMS);
    }

    private int place(MessageField channel) {
        return isSet(channel) ? Integer.parseInt(get(channel)) : 0;
    }

    private boolean isSet(MessageField field) {
        return get(field) != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content content && fields.equals(content.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** Names the fields that are set; shows no value. */
    @Override
    public String toString() {
        return "Content" + fields.keySet();
    }
}
