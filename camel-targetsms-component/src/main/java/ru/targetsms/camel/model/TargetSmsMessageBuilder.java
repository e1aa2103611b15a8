package ru.targetsms.camel.model;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link TargetSmsMessage}. Checks nothing: a field that is never called, {@code null} or blank is "not
 * set" and may be filled by header or option. Not safe for use by several threads at once.
 */
public final class TargetSmsMessageBuilder {

    private final Map<MessageField, Object> fields = new EnumMap<>(MessageField.class);
    private final List<Recipient> recipients = new ArrayList<>();
    private @Nullable Object idempotencyKey;
    private @Nullable String text;

    TargetSmsMessageBuilder() {}

    /** Adds a recipient without a client id of its own (R19). */
    public TargetSmsMessageBuilder to(String phone) {
        return recipient(new Recipient(phone, null));
    }

    /** Adds a recipient with a client id, a whole number from 1 to 9223372036854775807 (R19, R20). */
    public TargetSmsMessageBuilder to(String phone, long clientIdMessage) {
        return recipient(new Recipient(phone, clientIdMessage));
    }

    /**
     * Sets the business key that stable client ids are derived from. A key that is {@code null} or blank refuses the
     * message: it never means "no id".
     */
    public TargetSmsMessageBuilder idempotencyKey(@Nullable String idempotencyKey) {
        return idempotencyKeyValue(idempotencyKey);
    }

    /** Sets the plain text, which fills the text of each channel that is on and has none. */
    public TargetSmsMessageBuilder text(@Nullable String text) {
        this.text = text;
        return this;
    }

    /** Sets the order of Viber among the channels, 0-9; 0 is off (R6). */
    public TargetSmsMessageBuilder sendViber(int order) {
        return set(MessageField.SEND_VIBER, order);
    }

    /** Sets the order of SMS among the channels, 0-9; 0 is off (R7). */
    public TargetSmsMessageBuilder sendSms(int order) {
        return set(MessageField.SEND_SMS, order);
    }

    /** Sets the name of the mailing (R9). */
    public TargetSmsMessageBuilder nameDelivery(@Nullable String name) {
        return set(MessageField.NAME_DELIVERY, name);
    }

    /** Sets the wanted time, {@code YYYY-MM-DD hh:mm} or ISO 8601; without an offset it is wall-clock time (R10). */
    public TargetSmsMessageBuilder timeSend(@Nullable String time) {
        return set(MessageField.TIME_SEND, time);
    }

    /**
     * Sets the wanted time as an {@code Instant}, {@code OffsetDateTime} or {@code ZonedDateTime}, or as a {@code
     * LocalDateTime} of the endpoint's zone; seconds round up to the next minute (R10).
     */
    public TargetSmsMessageBuilder timeSend(@Nullable Temporal time) {
        return set(MessageField.TIME_SEND, time);
    }

    /** Sets the wanted time; seconds round up to the next minute (R10). */
    public TargetSmsMessageBuilder timeSend(@Nullable Date time) {
        return set(MessageField.TIME_SEND, time);
    }

    /** Sets the sender shown by Viber (R11). */
    public TargetSmsMessageBuilder senderViber(@Nullable String sender) {
        return set(MessageField.SENDER_VIBER, sender);
    }

    /** Sets the text of the Viber message, at most 1000 characters (R12). */
    public TargetSmsMessageBuilder textViber(@Nullable String textViber) {
        return set(MessageField.TEXT_VIBER, textViber);
    }

    /** Sets the text of the button, at most 19 characters; needs {@link #buttonUrl} (R14). */
    public TargetSmsMessageBuilder buttonText(@Nullable String buttonText) {
        return set(MessageField.BUTTON_TEXT, buttonText);
    }

    /** Sets the link of the button; needs {@link #buttonText} (R15). */
    public TargetSmsMessageBuilder buttonUrl(@Nullable String url) {
        return set(MessageField.BUTTON_URL, url);
    }

    /** Sets the link of the picture; needs a button (R16). */
    public TargetSmsMessageBuilder imageUrl(@Nullable String url) {
        return set(MessageField.IMAGE_URL, url);
    }

    /** Sets the minutes the gateway tries Viber, 1 or more; the gateway's default is 60 (R17). */
    public TargetSmsMessageBuilder validityPeriodViber(int minutes) {
        return set(MessageField.VALIDITY_PERIOD_VIBER, minutes);
    }

    /** Lets only "read" count as delivered by Viber: 1, or 0 for the gateway's default (R18). */
    public TargetSmsMessageBuilder finaleViberRead(int finaleViberRead) {
        return set(MessageField.FINALE_VIBER_READ, finaleViberRead);
    }

    /** Sets the sender shown by the SMS (R11). */
    public TargetSmsMessageBuilder senderSms(@Nullable String sender) {
        return set(MessageField.SENDER_SMS, sender);
    }

    /** Sets the text of the SMS (R13). */
    public TargetSmsMessageBuilder textSms(@Nullable String textSms) {
        return set(MessageField.TEXT_SMS, textSms);
    }

    /** Sets any field to a raw value; {@code null} and blank text unset it. */
    public TargetSmsMessageBuilder set(MessageField field, @Nullable Object value) {
        if (Values.isSet(value)) {
            fields.put(field, value);
        } else {
            fields.remove(field);
        }
        return this;
    }

    /** Makes the message. The builder may be used further. */
    public TargetSmsMessage build() {
        return new TargetSmsMessage(new EnumMap<>(fields), recipients, idempotencyKey, text);
    }

    TargetSmsMessageBuilder recipient(Recipient recipient) {
        recipients.add(recipient);
        return this;
    }

    TargetSmsMessageBuilder idempotencyKeyValue(@Nullable Object key) {
        this.idempotencyKey = key == null ? "" : key;
        return this;
    }
}
