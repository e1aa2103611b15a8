package ru.targetsms.scaleout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import ru.targetsms.scaleout.world.Node;
import ru.targetsms.simulator.model.LedgerTotals;

/**
 * Feeds the topic in portions, and after each portion, once some of it is accepted and the last victim is up again, kills
 * or freezes a node; then waits until everything is drained. Prints a line for each event.
 */
final class Run {

    /** How long the rest may take when nobody is killed any more. */
    static final Duration BOUND = Duration.ofSeconds(60);

    private static final Duration FREEZE = World.LEASE.plusSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(24);

    private final Options options;
    private final World world;
    private final Random random;
    private final long start = System.nanoTime();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<String> endedByThemselves = new ArrayList<>();
    private final List<Node> victims = new ArrayList<>();
    private int fed;

    private enum Event {
        KILL,
        FREEZE
    }

    Run(Options options, World world) {
        this.options = options;
        this.world = world;
        this.random = new Random(options.seed());
    }

    /** Runs it, and returns what came of it. */
    Verdict run() throws Exception {
        for (Node node : world.nodes()) {
            node.start();
        }
        require(() -> world.nodes().stream().allMatch(Node::isAtWork) && world.isSharedOut());
        report("all nodes are at work");
        List<Event> events = new ArrayList<>(Collections.nCopies(options.kills(), Event.KILL));
        events.addAll(Collections.nCopies(options.freezes(), Event.FREEZE));
        Collections.shuffle(events, random);
        Orders.POISON.forEach(world.topic()::put);
        for (int done = 0; done < events.size(); done++) {
            long accepted = accepted();
            feed((options.messages() - fed) / (events.size() + 1 - done));
            require(() -> accepted() > accepted && world.nodes().stream().allMatch(Node::isAtWork));
            happen(events.get(done));
        }
        feed(options.messages() - fed);
        report("all messages are in the topic");
        long drainStart = System.nanoTime();
        boolean drained = await(BOUND, () -> world.isDrained(options.messages()));
        Duration drain = Duration.ofNanos(System.nanoTime() - drainStart);
        report(drained ? "drained" : "NOT drained");
        return new Judge(options, world).judge(endedByThemselves, drained ? drain : null, sinceStart());
    }

    /** Ends the run early, from another thread. */
    void stop() {
        stopped.countDown();
    }

    private void feed(int messages) throws Exception {
        double slowness = 0.5 + random.nextDouble();
        for (int i = 0; i < messages; i++) {
            world.topic().put(Orders.number(fed), Orders.order(fed).toJson());
            fed++;
            pause(Duration.ofNanos((long) (BETWEEN_MESSAGES.toNanos() * slowness)));
        }
        world.topic().flush();
    }

    private void happen(Event event) throws Exception {
        Node victim = nextVictim();
        switch (event) {
            case KILL -> {
                victim.kill();
                victim.start();
            }
            case FREEZE -> victim.freeze(FREEZE);
        }
        report(event.name().toLowerCase(Locale.ROOT) + " " + victim.name());
    }

    /** Each node has its turn, in a random order, before any has another: else the shares would tell of bad luck only. */
    private Node nextVictim() {
        if (victims.isEmpty()) {
            victims.addAll(world.nodes());
            Collections.shuffle(victims, random);
        }
        return victims.remove(0);
    }

    /** Nobody but the run may end a worker; one that did it by itself is remembered and replaced. */
    private void restartWhatEnded() throws Exception {
        for (Node node : world.nodes()) {
            if (!node.isAlive()) {
                endedByThemselves.add(node.name());
                report(node.name() + " ended by itself");
                node.start();
            }
        }
    }

    private void report(String event) throws Exception {
        LedgerTotals totals = world.gateway().ledger().totals();
        System.out.printf(
                Locale.ROOT,
                "%5.1f s  %-30s %5d fed %5d accepted %4d duplicates refused %5d reports%n",
                sinceStart().toMillis() / 1e3,
                event,
                fed,
                totals.accepted(),
                totals.duplicatesRefused(),
                world.database().emitted());
    }

    private long accepted() {
        return world.gateway().ledger().totals().distinctRecipients();
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void require(Callable<Boolean> atWork) throws Exception {
        boolean come = await(PATIENCE, () -> atWork.call() || endedByThemselves.size() > options.nodes());
        if (!come || endedByThemselves.size() > options.nodes()) {
            throw new IllegalStateException("the nodes do not work; see their logs in target/scale-out");
        }
    }

    private boolean await(Duration atMost, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.call()) {
            restartWhatEnded();
            if (System.nanoTime() > end) {
                return false;
            }
            pause(Duration.ofMillis(50));
        }
        return true;
    }

    private void pause(Duration duration) throws InterruptedException {
        if (stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("stopped");
        }
    }
}
