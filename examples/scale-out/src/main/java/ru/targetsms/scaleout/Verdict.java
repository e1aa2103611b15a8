package ru.targetsms.scaleout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.targetsms.scaleout.worker.Order;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.model.ReceivedMessage;

/** Says, promise by promise, what was seen and whether it was kept. Immutable. */
record Verdict(List<Line> lines) {

    /** The line that tells whether the kills met work under way. */
    static final String REPEATS = "repeats refused by the gateway";

    private static final double LEAST_SHARE = 0.15;
    private static final int ENOUGH_TO_SHARE = 1000;

    /**
     * One promise.
     *
     * @param kept null for what is told, but not promised
     */
    record Line(String promise, String seen, Boolean kept) {}

    /** Looks at the ledger and into the database. */
    static Verdict of(
            Options options, World world, List<String> endedByThemselves, boolean drained, Duration drain, Duration all)
            throws Exception {
        GatewaySimulator gateway = world.gateway();
        int messages = options.messages();
        List<Integer> accepted = IntStream.range(0, messages)
                .mapToObj(Orders::order)
                .map(order -> timesAccepted(gateway, order))
                .toList();
        long once = accepted.stream().filter(times -> times == 1).count();
        long lost = accepted.stream().filter(times -> times == 0).count();
        long doubled = accepted.stream().filter(times -> times > 1).count();
        Map<String, Long> sent = gateway.messages().stream()
                .collect(Collectors.groupingBy(ReceivedMessage::nameDelivery, Collectors.counting()));
        Map<String, Long> reported = world.database().emittedByNode();
        long orders = world.database().ordersReported();
        long emitted = world.database().emitted();
        long done = world.database().done();
        long tracked = world.database().tracked();
        List<String> parked = world.topic().parked();
        Set<String> poison = Set.copyOf(parked);
        long overlapping = gateway.questions().totals().overlapping();

        List<Line> lines = new ArrayList<>();
        lines.add(line("accepted once", once + " of " + messages, once == messages));
        lines.add(line("lost", lost, lost == 0));
        lines.add(line("doubled", doubled, doubled == 0));
        lines.add(line(
                "poison parked, and nothing else",
                poison.size() + " records, " + parked.size() + " times in all",
                poison.equals(Orders.POISON.keySet())));
        lines.add(line(REPEATS, gateway.ledger().totals().duplicatesRefused(), null));
        lines.add(line(
                "final reports emitted at least once",
                orders + " of " + messages + ", " + emitted + " in all",
                orders == messages));
        lines.add(line(
                "final reports recorded exactly once",
                done + " of " + messages + ", " + tracked + " tracked",
                done == messages && tracked == messages));
        lines.add(line("ids asked for by two at once", overlapping, null));
        lines.add(shares("share of the sends", options, world, sent));
        lines.add(shares("share of the reports", options, world, reported));
        lines.add(line("nodes ended by themselves", endedByThemselves.size(), endedByThemselves.isEmpty()));
        lines.add(line(
                "drained within " + Run.BOUND.toSeconds() + " s of the last message",
                drained ? seconds(drain) : "no",
                drained));
        lines.add(line("kills, freezes", options.kills() + ", " + options.freezes() + " in " + seconds(all), null));
        return new Verdict(lines);
    }

    /** Tells whether no promise was broken. */
    boolean isKept() {
        return lines.stream().noneMatch(line -> Boolean.FALSE.equals(line.kept()));
    }

    /** Returns what was seen for a promise. */
    String seen(String promise) {
        return lines.stream()
                .filter(line -> line.promise().equals(promise))
                .findFirst()
                .orElseThrow()
                .seen();
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        for (Line line : lines) {
            String mark = line.kept() == null ? "" : line.kept() ? "kept" : "BROKEN";
            table.append(String.format(Locale.ROOT, "%n%-42s %-45s %s", line.promise(), line.seen(), mark));
        }
        return table.append(String.format("%n%n%s", isKept() ? "All promises kept." : "A PROMISE IS BROKEN."))
                .toString();
    }

    private static int timesAccepted(GatewaySimulator gateway, Order order) {
        return gateway.ledger().recipient(order.phone(), order.textSms()).accepted();
    }

    /** Of a node that has done nothing there is no count; of few messages chance alone gives some node too few. */
    private static Line shares(String what, Options options, World world, Map<String, Long> counts) {
        double all =
                Math.max(1, counts.values().stream().mapToLong(Long::longValue).sum());
        List<Double> shares = world.nodes().stream()
                .map(node -> counts.getOrDefault(node.name(), 0L) / all)
                .toList();
        String seen = shares.stream()
                .map(share -> String.format(Locale.ROOT, "%.0f %%", 100 * share))
                .collect(Collectors.joining(", "));
        boolean even = shares.stream().allMatch(share -> share > LEAST_SHARE);
        return line(what + ", each over 15 %", seen, options.messages() < ENOUGH_TO_SHARE ? null : even);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }

    private static Line line(String promise, Object seen, Boolean kept) {
        return new Line(promise, seen.toString(), kept);
    }
}
