package ru.targetsms.simulator.protocol;

import ru.targetsms.simulator.model.MessageState;

/**
 * Holds one {@code <state>} of an answer (R27).
 *
 * @param idMessage the id as it was asked for
 * @param state null when the id is unknown
 */
public record StateAnswer(String idMessage, MessageState state) {}
