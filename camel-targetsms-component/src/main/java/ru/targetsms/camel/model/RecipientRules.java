package ru.targetsms.camel.model;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks one recipient (R19, R20). */
public final class RecipientRules {

    private RecipientRules() {}

    /**
     * Returns the digits of a phone, or the phone as given with a violation added.
     *
     * @param violations where a malformed phone is reported
     */
    public static @Nullable String phone(@Nullable String phone, List<Violation> violations) {
        String digits = phone == null ? "" : Phones.digits(phone);
        if (Phones.isValid(digits)) {
            return digits;
        }
        violations.add(new Violation("phone", "R19", "is not 7 to 15 digits: " + Phones.mask(phone)));
        return phone;
    }

    /**
     * Returns the client id, {@code null} when none is given or a violation was added.
     *
     * @param violations where a client id that is not a positive whole number is reported
     */
    public static @Nullable Long clientId(@Nullable Object clientIdMessage, List<Violation> violations) {
        if (!Values.isSet(clientIdMessage)) {
            return null;
        }
        OptionalLong number = Values.whole(clientIdMessage);
        if (number.isPresent() && number.getAsLong() > 0) {
            return number.getAsLong();
        }
        violations.add(new Violation("client_id_message", "R20", "is not a whole number from 1 to " + Long.MAX_VALUE));
        return null;
    }

    /**
     * Refuses a message that gives two recipients one client id: the gateway would send to the first only.
     *
     * @param clientIds  the ids of the message's recipients, {@code null} for none
     * @param violations where a repeated id is reported
     */
    public static void distinctClientIds(List<@Nullable Long> clientIds, List<Violation> violations) {
        Set<Long> seen = new HashSet<>();
        if (clientIds.stream().anyMatch(id -> id != null && !seen.add(id))) {
            violations.add(new Violation("client_id_message", "R20", "is the same for several recipients"));
        }
    }
}
