package ru.targetsms.simulator.gateway;

import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.ReservedPhone;
import ru.targetsms.simulator.model.State;

/** Decides by the phone what becomes of a message. */
enum Outcome {
    DELIVERED("", State.READ, State.DELIVER),
    NOT_DELIVERED(ReservedPhone.NOT_DELIVERED, State.NOT_DELIVER, State.NOT_DELIVER),
    EXPIRED(ReservedPhone.EXPIRED, State.EXPIRED, State.EXPIRED),
    PARTLY(ReservedPhone.PARTLY, State.PARTLY_DELIVER, State.PARTLY_DELIVER),
    NOT_READ(ReservedPhone.NOT_READ, State.DELIVER, State.DELIVER),
    REFUSED(ReservedPhone.REFUSED, State.SEND, State.SEND),
    UNKNOWN_ID(ReservedPhone.UNKNOWN_ID, State.SEND, State.SEND),
    NEVER_FINAL(ReservedPhone.NEVER_FINAL, State.SEND, State.SEND),
    ANSWERED_AS_DUPLICATE(ReservedPhone.ANSWERED_AS_DUPLICATE, State.READ, State.DELIVER),
    IN_STOP_LIST(ReservedPhone.IN_STOP_LIST, State.SEND, State.SEND),
    HELD(ReservedPhone.HELD, State.SEND, State.SEND),
    NO_VIBER(ReservedPhone.NO_VIBER, State.NOT_DELIVER, State.DELIVER);

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
