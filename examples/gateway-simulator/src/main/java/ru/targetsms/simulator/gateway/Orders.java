package ru.targetsms.simulator.gateway;

import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.Setting;
import ru.targetsms.simulator.model.DuplicateAnswer;
import ru.targetsms.simulator.protocol.Abonent;
import ru.targetsms.simulator.protocol.Field;
import ru.targetsms.simulator.protocol.MessageElement;

/** Tells the gateway where to depart from its rules, with one document. Not thread safe. */
final class Orders {

    private final ActiveFault active;
    private boolean obeyed;

    Orders(ActiveFault active) {
        this.active = active;
    }

    /** Makes the orders for a document that is treated by the rules. */
    static Orders none() {
        return new Orders(null);
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
