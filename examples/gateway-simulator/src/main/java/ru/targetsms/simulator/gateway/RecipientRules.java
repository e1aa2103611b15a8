package ru.targetsms.simulator.gateway;

import java.util.regex.Pattern;
import ru.targetsms.simulator.protocol.Abonent;
import ru.targetsms.simulator.protocol.Words;

/** Checks one recipient (R19, R20). */
final class RecipientRules {

    private static final Pattern PHONE = Pattern.compile("[1-9][0-9]{6,}");
    private static final int PHONE_LIMIT = 15;

    private RecipientRules() {}

    /** Returns what is wrong with a recipient, null when nothing is. */
    static String fault(Abonent abonent, Outcome outcome) {
        String phone = abonent.phone();
        if (phone.isEmpty()) {
            return Words.NO_PHONE;
        }
        if (!PHONE.matcher(phone).matches()) {
            return Words.BAD_PHONE;
        }
        if (phone.length() >= PHONE_LIMIT) {
            return Words.PHONE_TOO_LONG;
        }
        if (!isClientId(abonent.clientIdMessage())) {
            return Words.BAD_CLIENT_ID;
        }
        if (outcome == Outcome.IN_STOP_LIST) {
            return Words.STOP_LIST;
        }
        return outcome == Outcome.REFUSED ? Words.DIRECTION_CLOSED : null;
    }

    /** Returns the client's number; null when there is none, which 0 means as well. */
    static Long clientId(Abonent abonent) {
        String id = abonent.clientIdMessage();
        return id.isEmpty() || Long.parseLong(id) == 0 ? null : Long.valueOf(id);
    }

    private static boolean isClientId(String id) {
        if (!id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        try {
            return id.isEmpty() || Long.parseLong(id) >= 0;
        } catch (NumberFormatException e) {
            return false; // above 63 bits
        }
    }
}
