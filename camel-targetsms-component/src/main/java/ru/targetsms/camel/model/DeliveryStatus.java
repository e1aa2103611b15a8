package ru.targetsms.camel.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the state of one message. Immutable.
 *
 * @param idMessage       the gateway's id, {@code null} for a result that has none
 * @param state           the state of the message (R29)
 * @param stateSms        the state of the SMS, {@code null} when that channel was not used (R30)
 * @param stateViber      the state of the Viber message, {@code null} when that channel was not used (R30)
 * @param changedAt       when the state changed last, {@code null} when unknown (R28)
 * @param numPartsSms     parts of the SMS, {@code null} when unknown (R31)
 * @param priceSms        money debited for the SMS, currency unstated, {@code null} when none (R31)
 * @param priceViber      money debited for the Viber message, currency unstated, {@code null} when none (R31)
 * @param text            the gateway's words, untouched; {@code null} when it said nothing of this id
 * @param phone           the recipient, on delivery reports only
 * @param clientIdMessage the client's number, on delivery reports only
 * @param correlationId   the sender's correlation id, on delivery reports only
 */
public record DeliveryStatus(
        @Nullable String idMessage,
        DeliveryState state,
        @Nullable DeliveryState stateSms,
        @Nullable DeliveryState stateViber,
        @Nullable Instant changedAt,
        @Nullable Integer numPartsSms,
        @Nullable BigDecimal priceSms,
        @Nullable BigDecimal priceViber,
        @Nullable String text,
        @Nullable String phone,
        @Nullable Long clientIdMessage,
        @Nullable String correlationId) {

    /** Makes the status of an id of which the gateway said nothing. */
    public static DeliveryStatus unknown(@Nullable String idMessage) {
        return new DeliveryStatus(
                idMessage, DeliveryState.UNKNOWN, null, null, null, null, null, null, null, null, null, null);
    }

    /** Returns the status as a delivery report, matched to the sender's message. */
    public DeliveryStatus ofMessage(
            @Nullable String phone, @Nullable Long clientIdMessage, @Nullable String correlationId) {
        return with(state, text, phone, clientIdMessage, correlationId);
    }

    /** Returns the status of a message that is not asked for any longer, with the last state known of it. */
    public DeliveryStatus withoutFinalState(DeliveryState known) {
        return with(known, "no final state", phone, clientIdMessage, correlationId);
    }

    /** Tells whether the state ends the life of the message. */
    public boolean isFinal() {
        return state.isFinal();
    }

    /** Returns the status as a map with the protocol's names: ids as text, the time in ISO 8601. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id_message", idMessage);
        map.put("state", state.word());
        map.put("state_sms", stateSms == null ? null : stateSms.word());
        map.put("state_viber", stateViber == null ? null : stateViber.word());
        map.put("time_change_state", changedAt == null ? null : changedAt.toString());
        map.put("num_parts_sms", numPartsSms);
        map.put("price_sms", priceSms);
        map.put("price_viber", priceViber);
        map.put("text", text);
        map.put("final", isFinal());
        map.put("phone", phone);
        map.put("client_id_message", clientIdMessage == null ? null : clientIdMessage.toString());
        map.put("correlation_id", correlationId);
        return map;
    }

    /** Shows id and state only. */
    @Override
    public String toString() {
        return "DeliveryStatus[idMessage=" + idMessage + ", state=" + state + "]";
    }

    private DeliveryStatus with(
            DeliveryState state,
            @Nullable String text,
            @Nullable String phone,
            @Nullable Long clientIdMessage,
            @Nullable String correlationId) {
        return new DeliveryStatus(
                idMessage,
                state,
                stateSms,
                stateViber,
                changedAt,
                numPartsSms,
                priceSms,
                priceViber,
                text,
                phone,
                clientIdMessage,
                correlationId);
    }
}
