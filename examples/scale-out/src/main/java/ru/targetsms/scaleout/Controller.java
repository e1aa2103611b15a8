package ru.targetsms.scaleout;

import java.util.Locale;

/**
 * Starts nodes of one consumer group and all they need, kills and freezes them while they work, and judges what came of
 * it by the gateway's ledger and the database.
 */
public final class Controller {

    private Controller() {}

    /** Runs with {@link Options}; ends with 1 when a promise is broken. Ctrl-C ends the nodes, too. */
    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        System.out.printf(
                Locale.ROOT,
                "%,d messages, %d nodes, %d kills, %d freezes, --seed=%d%s%s%n",
                options.messages(),
                options.nodes(),
                options.kills(),
                options.freezes(),
                options.seed(),
                options.keys() ? "" : ", without keys",
                options.faults() ? "" : ", without faults");
        try {
            Verdict verdict = judge(options);
            System.out.println(verdict);
            System.exit(verdict.isKept() ? 0 : 1);
        } catch (InterruptedException e) {
            System.out.println("Stopped.");
        }
    }

    /** Runs once. */
    static Verdict judge(Options options) throws Exception {
        try (World world = new World(options)) {
            System.out.printf(
                    "See the messages on a phone while it runs: %s/%n",
                    world.gateway().baseUrl());
            Run run = new Run(options, world);
            Thread caller = Thread.currentThread();
            Thread interruption = new Thread(() -> {
                run.stop();
                join(caller);
            });
            Runtime.getRuntime().addShutdownHook(interruption);
            try {
                return run.run();
            } finally {
                removeHook(interruption);
            }
        }
    }

    private static void removeHook(Thread interruption) {
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
        } catch (IllegalStateException e) {
            // Ctrl-C: the hook itself waits for us.
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
