package ru.targetsms.simulator.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Holds what the gateway says about a message at one moment (R27-R31).
 *
 * @param state the message as a whole
 * @param stateSms the SMS; {@code SEND} when none was sent, or nothing is known of it yet
 * @param stateViber the Viber message, likewise
 * @param changedAt when any of the three last changed
 * @param numPartsSms parts of the SMS, null while none was sent
 * @param priceSms money debited for the SMS, null while none was sent
 * @param priceViber money debited for the Viber message, null while none was sent
 */
public record MessageState(
        State state,
        State stateSms,
        State stateViber,
        Instant changedAt,
        Integer numPartsSms,
        BigDecimal priceSms,
        BigDecimal priceViber) {

    /** Returns the state of a message nothing was done with yet. */
    public static MessageState accepted(Instant at) {
        return new MessageState(State.SEND, State.SEND, State.SEND, at, null, null, null);
    }

    public MessageState withSmsSent(int parts, BigDecimal price, Instant at) {
        return new MessageState(state, stateSms, stateViber, at, parts, price, priceViber);
    }

    public MessageState withViberSent(BigDecimal price, Instant at) {
        return new MessageState(state, stateSms, stateViber, at, numPartsSms, priceSms, price);
    }

    /** Returns this state with one channel moved on. */
    public MessageState with(Channel channel, State word, Instant at) {
        State sms = channel == Channel.SMS ? word : stateSms;
        State viber = channel == Channel.VIBER ? word : stateViber;
        return new MessageState(state, sms, viber, at, numPartsSms, priceSms, priceViber);
    }

    /** Returns this state with the message as a whole moved on. */
    public MessageState with(State whole, Instant at) {
        return new MessageState(whole, stateSms, stateViber, at, numPartsSms, priceSms, priceViber);
    }

    /** Tells whether the channel has been tried. */
    public boolean used(Channel channel) {
        return (channel == Channel.SMS ? priceSms : priceViber) != null;
    }
}
