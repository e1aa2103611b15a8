package ru.targetsms.simulator.gateway;

import java.time.Duration;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.Profile;

/** Says how long each step of a message's life takes. */
record Pace(Profile profile, int speed) {

    private static final Duration DELIVERY = Duration.ofSeconds(3);
    private static final Duration READING = Duration.ofSeconds(10);
    private static final Duration SMS_ATTEMPTS = Duration.ofMinutes(10);

    boolean byHand() {
        return profile == Profile.MANUAL;
    }

    Duration delivery() {
        return scaled(DELIVERY);
    }

    Duration reading() {
        return scaled(READING);
    }

    /** Returns how long a channel is tried; Viber's time comes with the message (R17). */
    Duration attempts(Channel channel, Content content) {
        return scaled(channel == Channel.VIBER ? Duration.ofMinutes(content.validityMinutes()) : SMS_ATTEMPTS);
    }

    private Duration scaled(Duration real) {
        return profile == Profile.REALISTIC ? real.dividedBy(speed) : Duration.ZERO;
    }
}
