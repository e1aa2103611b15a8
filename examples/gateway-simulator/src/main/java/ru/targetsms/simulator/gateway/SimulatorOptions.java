package ru.targetsms.simulator.gateway;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import ru.targetsms.simulator.model.DuplicateAnswer;
import ru.targetsms.simulator.model.Profile;

/**
 * Holds the settings of one simulator, checked.
 *
 * @param accounts at least one
 * @param speed how many times faster than life the realistic profile runs, at least 1
 * @param capacity messages kept, at least 1
 * @param exchanges raw exchanges kept, at least 0
 * @param maxBody bytes of a request at most, at least 1
 * @param clock moves the states
 * @param zone of {@code time_send} and {@code time_change_state}
 */
public record SimulatorOptions(
        List<Account> accounts,
        Profile profile,
        int speed,
        DuplicateAnswer duplicateAnswer,
        int capacity,
        int exchanges,
        int maxBody,
        Clock clock,
        ZoneId zone) {

    public SimulatorOptions {
        accounts = List.copyOf(accounts);
        require(!accounts.isEmpty(), "at least one account is needed");
        require(speed >= 1, "speed must be 1 or more");
        require(capacity >= 1, "capacity must be 1 or more");
        require(exchanges >= 0, "exchanges must be 0 or more");
        require(maxBody >= 1, "the body limit must be 1 byte or more");
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new IllegalArgumentException(message);
        }
    }
}
