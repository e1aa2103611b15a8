package ru.targetsms.simulator.gateway;

/** Answers a call. Doors can stand one behind another: the outer one may record, delay or spoil what the inner says. */
@FunctionalInterface
public interface Door {

    /** The address messages are sent to (R1). */
    String MESSAGE = "/xml/message.php";

    /** The address states are asked at (R1). */
    String STATE = "/xml/state_message.php";

    /** Returns the answer. It may be long in coming, and may be no answer at all. */
    Reply answer(Call call);
}
