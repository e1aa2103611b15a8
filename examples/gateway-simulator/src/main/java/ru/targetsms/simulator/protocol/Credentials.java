package ru.targetsms.simulator.protocol;

/** Holds what {@code <security>} says (R5). */
public record Credentials(String login, String password) {

    @Override
    public String toString() {
        return "Credentials[]";
    }
}
