package ru.targetsms.simulator.boot;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import ru.targetsms.simulator.gateway.Account;
import ru.targetsms.simulator.gateway.SimulatorOptions;
import ru.targetsms.simulator.model.DuplicateAnswer;
import ru.targetsms.simulator.model.Profile;

/**
 * Holds the settings of the simulator in a Spring Boot application.
 *
 * @param enabled whether the simulator runs inside the application
 * @param page whether the inbox and the other pages are shown, at {@code /}; without them there is the JSON API
 * @param login login of the one account
 * @param password password of the account
 * @param token Bearer token that may replace login and password
 * @param blocked whether the account is blocked from the start
 * @param profile what moves a message through its states
 * @param speed how many times faster than life the realistic profile runs
 * @param duplicateAnswer answer to a client id that was used before
 * @param capacity messages kept in memory; the ledger forgets none
 * @param exchanges raw exchanges kept in memory
 * @param maxBody largest request
 * @param zone time zone of time_send and time_change_state
 * @param demo whether it starts with made-up messages of the last hours
 */
@ConfigurationProperties("targetsms.simulator")
public record SimulatorProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("true") boolean page,
        @DefaultValue("demo") String login,
        @DefaultValue("demo") String password,
        String token,
        @DefaultValue("false") boolean blocked,
        @DefaultValue("instant") Profile profile,
        @DefaultValue("1") int speed,
        @DefaultValue("both") DuplicateAnswer duplicateAnswer,
        @DefaultValue("10000") int capacity,
        @DefaultValue("10000") int exchanges,
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue("Europe/Moscow") ZoneId zone,
        @DefaultValue("false") boolean demo) {

    SimulatorOptions options(Clock clock) {
        return new SimulatorOptions(
                List.of(new Account(login, password, token, blocked)),
                profile,
                speed,
                duplicateAnswer,
                capacity,
                exchanges,
                Math.toIntExact(maxBody.toBytes()),
                clock,
                zone);
    }

    @Override
    public String toString() {
        return "SimulatorProperties[" + login + ", " + profile + "]";
    }
}
