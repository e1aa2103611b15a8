package ru.targetsms.camel.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what became of one recipient. Immutable.
 *
 * @param index           position of the recipient in the input, from 0
 * @param phone           the recipient's number, digits only when it is valid
 * @param clientIdMessage the client's number of the message, {@code null} for none (R20)
 * @param outcome         what became of it
 * @param idMessage       the gateway's id for status queries, {@code null} when the gateway gave none (R23)
 * @param idSms           the gateway's id of the SMS, {@code null} for none (R23)
 * @param idViber         the gateway's id of the Viber message, {@code null} for none (R23)
 * @param countMessage    parts in the first channel, {@code null} when the gateway did not say (R23)
 * @param text            the gateway's words, untouched, or why the recipient was not sent; may be {@code null}
 * @param violations      the rules it breaks; empty unless the outcome is {@link Outcome#INVALID}
 */
public record SendResult(
        int index,
        @Nullable String phone,
        @Nullable Long clientIdMessage,
        Outcome outcome,
        @Nullable String idMessage,
        @Nullable String idSms,
        @Nullable String idViber,
        @Nullable Integer countMessage,
        @Nullable String text,
        List<Violation> violations) {

    /** Makes a result for a recipient that the gateway gave no id. */
    public static SendResult without(Submission submission, Outcome outcome, @Nullable String text) {
        return new SendResult(
                submission.index(),
                submission.phone(),
                submission.clientIdMessage(),
                outcome,
                null,
                null,
                null,
                null,
                text,
                List.of());
    }

    /** Makes a result for a recipient that breaks rules and never left. */
    public static SendResult invalid(
            int index, @Nullable String phone, @Nullable Long clientIdMessage, List<Violation> violations) {
        return new SendResult(
                index, phone, clientIdMessage, Outcome.INVALID, null, null, null, null, null, List.copyOf(violations));
    }

    /** Returns what became of a recipient whose message was redirected to another phone. */
    public SendResult meantFor(Submission submission) {
        return new SendResult(
                index,
                submission.phone(),
                submission.clientIdMessage(),
                outcome,
                idMessage,
                idSms,
                idViber,
                countMessage,
                text,
                violations);
    }

    /** Tells whether the recipient counts as accepted. */
    public boolean accepted() {
        return outcome.accepted();
    }

    /** Returns the result as a map with the protocol's names; ids are text, since 63-bit numbers break in JavaScript. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("index", index);
        map.put("phone", phone);
        map.put("client_id_message", clientIdMessage == null ? null : clientIdMessage.toString());
        map.put("outcome", outcome.name());
        map.put("id_message", idMessage);
        map.put("id_sms", idSms);
        map.put("id_viber", idViber);
        map.put("count_message", countMessage);
        map.put("text", text);
        map.put("violations", violations.stream().map(Violation::toString).toList());
        return map;
    }

    /** Hides the middle of the phone and the gateway's words. */
    @Override
    public String toString() {
        return "SendResult[index=" + index + ", phone=" + Phones.mask(phone) + ", clientIdMessage=" + clientIdMessage
                + ", outcome=" + outcome + ", idMessage=" + idMessage + "]";
    }
}
