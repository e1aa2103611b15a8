package ru.targetsms.simulator.fault;

import ru.targetsms.simulator.fault.Selector.On;

/** Narrows a fault down to some requests; every method returns another fault, for which its condition holds as well. */
public interface Selectable {

    /** Returns which requests the fault is for. */
    Selector when();

    /** Returns the same fault for other requests. */
    Fault when(Selector selector);

    /**
     * Strikes documents with such a recipient.
     *
     * @param pattern digits, in which {@code *} stands for any number of them; anything else is a regular expression for
     *     the whole phone
     */
    default Fault phone(String pattern) {
        return when(when().phone(pattern));
    }

    /** Strikes documents with a message whose {@code text_sms} or {@code text_viber} contains a match of the expression. */
    default Fault text(String regex) {
        return when(when().text(regex));
    }

    /**
     * Strikes questions that ask for such an id.
     *
     * @param pattern written as for {@link #phone}
     */
    default Fault idMessage(String pattern) {
        return when(when().idMessage(pattern));
    }

    /** Strikes only so many of the requests that fit otherwise, not counting those that {@link #after} lets pass. */
    default Fault first(int requests) {
        return when(when().first(requests));
    }

    /** Lets so many of the requests that fit otherwise pass first. */
    default Fault after(int requests) {
        return when(when().after(requests));
    }

    /** Strikes a part of the requests; the seed is drawn, and told by the log and {@code ActiveFault.seed()}. */
    default Fault probability(double probability) {
        return when(when().probability(probability, null));
    }

    /** Strikes a part of the requests, the same for the same seed as long as one comes after the other. */
    default Fault probability(double probability, long seed) {
        return when(when().probability(probability, seed));
    }

    /** Strikes what comes above so many requests in one second of the simulator's clock. */
    default Fault perSecond(int requests) {
        return when(when().perSecond(requests));
    }

    /** Strikes messages only, not questions about states. */
    default Fault onSend() {
        return when(when().on(On.SEND));
    }

    /** Strikes questions about states only. */
    default Fault onStatus() {
        return when(when().on(On.STATUS));
    }
}
