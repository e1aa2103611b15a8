package ru.targetsms.camel.send;

import java.time.Duration;

/**
 * Tells how recipients gather in documents.
 *
 * @param batchSize         recipients in one document at most, 1 or more
 * @param batchLinger       how long a document may wait for more, 0 for not at all
 * @param queueCapacity     recipients waiting at most, 1 or more
 * @param maxPartsPerSecond SMS parts in any second at most, a Viber message counts one; {@code null} for no limit
 */
public record OutboxSettings(int batchSize, Duration batchLinger, int queueCapacity, Integer maxPartsPerSecond) {

    /** Checks the values; the messages name the option. */
    public OutboxSettings {
        require(batchSize > 0, "batchSize must be positive");
        require(!batchLinger.isNegative(), "batchLinger must not be negative");
        require(queueCapacity > 0, "queueCapacity must be positive");
        require(maxPartsPerSecond == null || maxPartsPerSecond > 0, "maxPartsPerSecond must be positive");
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }
}
