package ru.targetsms.jms;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The program's own settings.
 *
 * @param folder where {@code inbox}, {@code done} and {@code data} lie; text, since Spring would look for a path in the
 *     web server's folder
 * @param orders how many made-up orders are put on the queue at the start
 * @param brokerPort port of the broker inside, for other JMS clients of this machine
 * @param databasePort port of the database inside; 0: any free one
 * @param retryDelay when an order that could not be sent comes again for the first time; doubled each time
 * @param longestRetryDelay the longest time between two tries
 */
@ConfigurationProperties("jms-to-viber")
public record JmsToViberProperties(
        @DefaultValue(".") String folder,
        @DefaultValue("0") int orders,
        @DefaultValue("61716") int brokerPort,
        @DefaultValue("0") int databasePort,
        @DefaultValue("1s") Duration retryDelay,
        @DefaultValue("30s") Duration longestRetryDelay) {

    /** Returns the folder that takes orders. */
    public Path inbox() {
        return Path.of(folder, "inbox");
    }

    /** Returns the folder of the orders that are on the queue. */
    public Path done() {
        return Path.of(folder, "done");
    }

    /** Returns the folder in which broker and database keep what they have. */
    public Path data() {
        return Path.of(folder, "data").toAbsolutePath().normalize();
    }
}
