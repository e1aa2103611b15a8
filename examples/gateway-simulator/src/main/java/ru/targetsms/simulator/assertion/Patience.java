package ru.targetsms.simulator.assertion;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import ru.targetsms.simulator.gateway.Simulator;

/** Waits for a problem to go away. */
final class Patience {

    /** How often to look when no message comes: time alone moves states. */
    private static final Duration TICK = Duration.ofMillis(50);

    private Patience() {}

    /** Returns the problem that is left when the time is over; empty as soon as there is none. */
    static Optional<String> outlast(Supplier<Optional<String>> problem, Simulator simulator, Duration patience) {
        long start = System.nanoTime();
        Optional<String> found = problem.get();
        while (found.isPresent() && System.nanoTime() - start < patience.toNanos()) {
            simulator.await((int) simulator.ledger().totals().accepted() + 1, TICK);
            found = problem.get();
        }
        return found;
    }
}
