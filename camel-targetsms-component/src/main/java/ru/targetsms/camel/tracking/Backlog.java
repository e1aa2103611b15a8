package ru.targetsms.camel.tracking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells how much an account still waits for. Immutable.
 *
 * @param pending messages whose life has not ended
 * @param oldest  age of the oldest of them, {@code null} when there is none
 */
public record Backlog(long pending, @Nullable Duration oldest) {}
