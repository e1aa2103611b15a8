package ru.targetsms.simulator.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.LedgerTotals;

/**
 * Kills a program with SIGKILL at random moments under load and starts it again, so often as {@code -Dcrash.kills} says
 * (default: 2), then lets it finish. {@code -Dcrash.seed} repeats the moments of an earlier run; the machine's own
 * chances nobody repeats.
 */
public final class CrashRun {

    private static final int KILLS = Integer.getInteger("crash.kills", 2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int POLL_MILLIS = 2;

    private final Simulator gateway;
    private final int messages;
    private final long held;
    private final Consumer<String> log;
    private final long seed = Long.getLong("crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final long start = System.nanoTime();

    /** What is killed. */
    public interface Program {
        ForkedProgram start() throws IOException;
    }

    /**
     * Makes a run.
     *
     * @param messages how many different ones the program sends in all its lives
     * @param held for how long the gateway holds every answer back
     * @param log told of every kill
     */
    public CrashRun(Simulator gateway, int messages, Duration held, Consumer<String> log) {
        this.gateway = gateway;
        this.messages = messages;
        this.held = held.toMillis();
        this.log = log;
        log.accept("%d messages, %d kills, -Dcrash.seed=%d".formatted(messages, KILLS, seed));
    }

    /** Returns what the run's moments follow from, for other chances to follow from as well. */
    public long seed() {
        return seed;
    }

    /**
     * Kills, restarts, and waits until the work is done. Each kill comes after a random share of what is left has been
     * accepted, so that there is work for every life, however fast or slow the machine: the first, the third, ... while
     * the answer to it is held back, the others at any moment.
     *
     * @throws IllegalStateException when the program ends by itself, or is not done within 3 minutes
     */
    public void run(Program program, BooleanSupplier done) throws IOException, InterruptedException {
        for (int kill = 1; kill <= KILLS; kill++) {
            try (ForkedProgram running = program.start()) {
                long before = accepted();
                long share = (messages - before) / (KILLS - kill + 2);
                long target = Math.min(messages, before + 1 + random.nextLong(share + 1));
                await(running, () -> accepted() >= target);
                long moment = random.nextLong(kill % 2 == 1 ? held / 2 : held * 2);
                require(!running.endsWithin(moment), "It ended before it was killed");
            }
            report("kill " + kill);
        }
        try (ForkedProgram running = program.start()) {
            await(running, done);
        }
        report("done");
    }

    private void report(String event) {
        LedgerTotals totals = gateway.ledger().totals();
        log.accept("%5.1f s, %s: %d accepted, %d doubled, %d duplicates refused"
                .formatted(
                        (System.nanoTime() - start) / 1e9,
                        event,
                        totals.accepted(),
                        totals.doubledRecipients(),
                        totals.duplicatesRefused()));
    }

    private long accepted() {
        return gateway.ledger().totals().distinctRecipients();
    }

    private static void await(ForkedProgram program, BooleanSupplier condition) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            require(System.nanoTime() - begun < PATIENCE.toNanos(), "It was not done within " + PATIENCE);
            boolean ended = program.endsWithin(POLL_MILLIS);
            require(!ended || condition.getAsBoolean(), "It ended by itself");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalStateException(message);
        }
    }
}
