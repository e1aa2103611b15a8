package ru.targetsms.simulator.gateway;

import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.State;

/**
 * Decides by the phone what becomes of a message. The reserved numbers begin with 7000, a prefix that is given to
 * nobody: should one of them ever reach the real gateway, no phone rings.
 */
enum Outcome {
    DELIVERED("", State.READ, State.DELIVER),
    NOT_DELIVERED("70000000001", State.NOT_DELIVER, State.NOT_DELIVER),
    EXPIRED("70000000002", State.EXPIRED, State.EXPIRED),
    PARTLY("70000000003", State.PARTLY_DELIVER, State.PARTLY_DELIVER),
    NOT_READ("70000000004", State.DELIVER, State.DELIVER),
    REFUSED("70000000005", State.SEND, State.SEND),
    UNKNOWN_ID("70000000006", State.SEND, State.SEND),
    NEVER_FINAL("70000000007", State.SEND, State.SEND),
    ANSWERED_AS_DUPLICATE("70000000008", State.READ, State.DELIVER),
    IN_STOP_LIST("70000000009", State.SEND, State.SEND),
    HELD("70000000010", State.SEND, State.SEND),
    NO_VIBER("70000000011", State.NOT_DELIVER, State.DELIVER);

    private static final String PREFIX = "70000000";

    private final String phone;
    private final State viber;
    private final State sms;

    Outcome(String phone, State viber, State sms) {
        this.phone = phone;
        this.viber = viber;
        this.sms = sms;
    }

    /** Returns the outcome of a phone; an ordinary one gets everything, and reads it. */
    static Outcome of(String phone) {
        if (phone.startsWith(PREFIX)) {
            for (Outcome outcome : values()) {
                if (outcome.phone.equals(phone)) {
                    return outcome;
                }
            }
        }
        return DELIVERED;
    }

    /** Returns the last word a channel will have; {@code SEND} when none ever comes. */
    State end(Channel channel) {
        return channel == Channel.VIBER ? viber : sms;
    }
}
