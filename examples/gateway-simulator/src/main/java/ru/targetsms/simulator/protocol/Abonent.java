package ru.targetsms.simulator.protocol;

/**
 * Holds one {@code <abonent/>} as it was written; an absent attribute is the empty text.
 */
public record Abonent(String phone, String clientIdMessage) {

    @Override
    public String toString() {
        return "Abonent[]";
    }
}
