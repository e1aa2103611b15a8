package ru.targetsms.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.model.LedgerTotals;
import ru.targetsms.simulator.process.ForkedProgram;

/**
 * Kills a program with SIGKILL at random moments under load and starts it again, so often as {@code -Dcrash.kills} says
 * (default: 3), then lets it finish. {@code -Dcrash.seed} repeats the moments of an earlier run; the machine's own
 * chances nobody repeats.
 */
final class CrashRun {

    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final GatewaySimulator gateway;
    private final int messages;
    private final long held;
    private final long seed = Long.getLong("crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final long start = System.nanoTime();

    /** What is killed. */
    interface Program {
        ForkedProgram start() throws IOException;
    }

    /**
     * Makes a run.
     *
     * @param held for how long the gateway holds every answer back
     */
    CrashRun(GatewaySimulator gateway, int messages, Duration held) {
        this.gateway = gateway;
        this.messages = messages;
        this.held = held.toMillis();
        System.out.printf("%d messages, %d kills, -Dcrash.seed=%d%n", messages, KILLS, seed);
    }

    /** Returns what the run's moments follow from, for other chances to follow from as well. */
    long seed() {
        return seed;
    }

    /**
     * Kills, restarts, and waits until the work is done. Each kill comes after a random share of what is left has been
     * accepted, so that there is work for every life, however fast or slow the machine: the first, the third, ... while
     * the answer to it is held back, the others at any moment.
     */
    void run(Program program, BooleanSupplier done) throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            try (ForkedProgram running = program.start()) {
                long before = accepted();
                long share = (messages - before) / (KILLS - kill + 2);
                long target = Math.min(messages, before + 1 + random.nextLong(share + 1));
                await(running, () -> accepted() >= target);
                long moment = random.nextLong(kill % 2 == 1 ? held / 2 : held * 2);
                assertThat(running.endsWithin(moment))
                        .as("ended before it was killed")
                        .isFalse();
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
        System.out.printf(
                "%5.1f s, %s: %d accepted, %d doubled, %d duplicates refused%n",
                (System.nanoTime() - start) / 1e9,
                event,
                totals.accepted(),
                totals.doubledRecipients(),
                totals.duplicatesRefused());
    }

    private long accepted() {
        return gateway.ledger().totals().distinctRecipients();
    }

    private static void await(ForkedProgram program, BooleanSupplier condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> condition.getAsBoolean() || !program.isAlive());
        assertThat(condition.getAsBoolean()).as("ended by itself").isTrue();
    }
}
