package ru.targetsms.scaleout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.targetsms.scaleout.Verdict.Line;
import ru.targetsms.scaleout.worker.Order;
import ru.targetsms.scaleout.world.Database;
import ru.targetsms.scaleout.world.Node;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.model.ReceivedMessage;

/** Looks into ledger, topic and database when a run is over. For one verdict. */
final class Judge {

    private static final double LEAST_SHARE = 0.15;

    /** Of fewer messages chance alone gives some node too few. */
    private static final int ENOUGH_TO_SHARE = 1000;

    private final Options options;
    private final World world;
    private final List<Line> lines = new ArrayList<>();

    Judge(Options options, World world) {
        this.options = options;
        this.world = world;
    }

    /**
     * Judges everything.
     *
     * @param ended nodes that ended by themselves
     * @param drain how long the rest took, null when it took too long
     * @param all   how long the run took
     */
    Verdict judge(List<String> ended, Duration drain, Duration all) throws Exception {
        judgeSends();
        judgeReports();
        say("nodes ended by themselves", ended.size(), ended.isEmpty());
        say(
                "drained within " + Run.BOUND.toSeconds() + " s of the last message",
                drain == null ? "no" : seconds(drain),
                drain != null);
        say("kills, freezes", options.kills() + ", " + options.freezes() + " in " + seconds(all), null);
        return new Verdict(List.copyOf(lines));
    }

    private void judgeSends() throws Exception {
        GatewaySimulator gateway = world.gateway();
        List<Integer> accepted = IntStream.range(0, options.messages())
                .mapToObj(Orders::order)
                .map(order -> timesAccepted(gateway, order))
                .toList();
        long once = accepted.stream().filter(times -> times == 1).count();
        long lost = accepted.stream().filter(times -> times == 0).count();
        long doubled = accepted.stream().filter(times -> times > 1).count();
        List<String> parked = world.topic().parked();
        Set<String> poison = Set.copyOf(parked);
        say("accepted once", once + " of " + options.messages(), once == options.messages());
        say("lost", lost, lost == 0);
        say("doubled", doubled, doubled == 0);
        say(
                "poison parked, and nothing else",
                poison.size() + " records, " + parked.size() + " times in all",
                poison.equals(Orders.POISON.keySet()));
        say(Verdict.REPEATS, gateway.ledger().totals().duplicatesRefused(), null);
        sayShares(
                "share of the sends",
                gateway.messages().stream()
                        .collect(Collectors.groupingBy(ReceivedMessage::nameDelivery, Collectors.counting())));
    }

    private void judgeReports() throws Exception {
        Database database = world.database();
        int messages = options.messages();
        long reported = database.ordersReported();
        long done = database.done();
        long tracked = database.tracked();
        say(
                "final reports emitted at least once",
                reported + " of " + messages + ", " + database.emitted() + " in all",
                reported == messages);
        say(
                "final reports recorded exactly once",
                done + " of " + messages + ", " + tracked + " tracked",
                done == messages && tracked == messages);
        say("ids asked for by two at once", world.gateway().questions().totals().overlapping(), null);
        sayShares("share of the reports", database.emittedByNode());
    }

    /** Of a node that has done nothing there is no count. */
    private void sayShares(String what, Map<String, Long> counts) {
        double all =
                Math.max(1, counts.values().stream().mapToLong(Long::longValue).sum());
        List<Double> shares = world.nodes().stream()
                .map(Node::name)
                .map(name -> counts.getOrDefault(name, 0L) / all)
                .toList();
        String seen = shares.stream()
                .map(share -> String.format(Locale.ROOT, "%.0f %%", 100 * share))
                .collect(Collectors.joining(", "));
        boolean even = shares.stream().allMatch(share -> share > LEAST_SHARE);
        say(what + ", each over 15 %", seen, options.messages() < ENOUGH_TO_SHARE ? null : even);
    }

    private static int timesAccepted(GatewaySimulator gateway, Order order) {
        return gateway.ledger().recipient(order.phone(), order.textSms()).accepted();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }

    private void say(String promise, Object seen, Boolean kept) {
        lines.add(new Line(promise, seen.toString(), kept));
    }
}
