package ru.targetsms.simulator.gateway;

/**
 * Holds one account of the gateway.
 *
 * @param token Bearer token instead of login and password (R32), null for none
 * @param blocked whether everything is refused with "account blocked"
 */
public record Account(String login, String password, String token, boolean blocked) {

    public Account withToken(String newToken) {
        return new Account(login, password, newToken, blocked);
    }

    public Account withBlocked(boolean newBlocked) {
        return new Account(login, password, token, newBlocked);
    }

    @Override
    public String toString() {
        return "Account[" + login + "]";
    }
}
