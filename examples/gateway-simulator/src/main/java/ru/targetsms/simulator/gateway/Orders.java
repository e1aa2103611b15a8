package ru.targetsms.simulator.gateway;

import java.util.ArrayList;
import java.util.List;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.Setting;
import ru.targetsms.simulator.model.DuplicateAnswer;
import ru.targetsms.simulator.protocol.Abonent;
import ru.targetsms.simulator.protocol.Field;
import ru.targetsms.simulator.protocol.MessageElement;

/** Goes with one document: tells the gateway where to depart from its rules, and gathers what it booked. Not thread safe. */
final class Orders {

    private final ActiveFault active;
    private final long exchange;
    private final List<Integer> accepted = new ArrayList<>(0);
    private final List<Integer> repeated = new ArrayList<>(0);
    private boolean obeyed;

    Orders(ActiveFault active, Call call) {
        this.active = active;
        this.exchange = call.number();
    }

    /** Makes the orders for a document that is treated by the rules. */
    static Orders none(Call call) {
        return new Orders(null, call);
    }

    /** Returns the number of the exchange the document came with. */
    long exchange() {
        return exchange;
    }

    /** Notes a booking. What is accepted matters under a fault only: else its sender is told. */
    void booked(Ledger.Booking booking) {
        if (booking.repeated()) {
            repeated.add(booking.number());
        } else if (active != null) {
            accepted.add(booking.number());
        }
    }

    /** Returns the running numbers of what was accepted under a fault. */
    List<Integer> accepted() {
        return accepted;
    }

    /** Returns the running numbers of the messages that were repeated. */
    List<Integer> repeated() {
        return repeated;
    }

    /** Returns what a whole message is refused with, null when it is not. */
    String messageError(MessageElement message) {
        boolean ordered = orders(FaultAction.MESSAGE_ERROR) && fits(active, message);
        return ordered ? obey(Setting.TEXT) : null;
    }

    /** Returns what a recipient is refused with, null when it is not. */
    String refusal(MessageElement message, Abonent abonent) {
        boolean ordered = orders(FaultAction.REFUSAL) && fits(active, message, abonent);
        return ordered ? obey(Setting.TEXT) : null;
    }

    /** Returns the answer to a repeat. */
    DuplicateAnswer duplicateAnswer(DuplicateAnswer usual) {
        return orders(FaultAction.DUPLICATE_ANSWER) ? obey(Setting.FORM) : usual;
    }

    /** Tells whether anything was done otherwise than by the rules. */
    boolean obeyed() {
        return obeyed;
    }

    /** Tells whether a fault is for some recipient of a message. */
    static boolean fits(ActiveFault active, MessageElement message) {
        return message.abonents().stream().anyMatch(abonent -> fits(active, message, abonent));
    }

    private static boolean fits(ActiveFault active, MessageElement message, Abonent abonent) {
        return active.fitsPhone(abonent.phone())
                && (active.fitsText(message.value(Field.TEXT_SMS)) || active.fitsText(message.value(Field.TEXT_VIBER)));
    }

    private boolean orders(FaultAction action) {
        return active != null && active.fault().action() == action;
    }

    private <T> T obey(Setting<T> setting) {
        obeyed = true;
        Fault fault = active.fault();
        return fault.get(setting);
    }
}
