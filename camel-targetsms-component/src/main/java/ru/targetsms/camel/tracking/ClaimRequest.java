package ru.targetsms.camel.tracking;

import java.time.Duration;

/**
 * Asks for messages that are due. Immutable.
 *
 * @param account        whose messages
 * @param owner          who asks, for people who look into the table
 * @param limit          messages at most, 1 or more
 * @param lease          how long the claims hold unless renewed
 * @param firstPollDelay how long a message that was never asked for is left alone once the gateway has begun with it
 */
public record ClaimRequest(String account, String owner, int limit, Duration lease, Duration firstPollDelay) {}
