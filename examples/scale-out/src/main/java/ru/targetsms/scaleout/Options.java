package ru.targetsms.scaleout;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param messages orders to put into the topic
 * @param kills    how often a node is killed and started again
 * @param freezes  how often a node is stopped for longer than its lease
 * @param nodes    nodes at work
 * @param seed     what the moments and the victims follow from; the machine's own chances nobody repeats
 * @param keys     whether orders are sent with idempotency keys; without, the run is the control and must fail
 * @param faults   whether the gateway loses requests and answers now and then
 * @param brokers  Kafka to use, or null for one inside this program
 * @param database JDBC URL of a PostgreSQL to use, or null for one that is started for the run
 */
record Options(
        int messages,
        int kills,
        int freezes,
        int nodes,
        long seed,
        boolean keys,
        boolean faults,
        String brokers,
        String database) {

    private static final Set<String> KNOWN = Set.of(
            "--messages", "--kills", "--freezes", "--nodes", "--seed", "--keys", "--faults", "--brokers", "--database");

    /**
     * Reads {@code --name=value}, apart or in one argument. Default: 2,000 messages, 10 kills, 5 freezes, 3 nodes.
     *
     * @throws IllegalArgumentException when there is anything else
     */
    static Options of(String... args) {
        Map<String, String> given = new HashMap<>();
        for (String arg : String.join(" ", args).trim().split("\\s+")) {
            String[] nameAndValue = arg.split("=", 2);
            if (!arg.isEmpty() && (nameAndValue.length < 2 || !KNOWN.contains(nameAndValue[0]))) {
                throw new IllegalArgumentException("known are " + KNOWN + ", each with =value, not " + nameAndValue[0]);
            }
            given.put(nameAndValue[0], nameAndValue[nameAndValue.length - 1]);
        }
        return new Options(
                Integer.parseInt(given.getOrDefault("--messages", "2000")),
                Integer.parseInt(given.getOrDefault("--kills", "10")),
                Integer.parseInt(given.getOrDefault("--freezes", "5")),
                Integer.parseInt(given.getOrDefault("--nodes", "3")),
                given.containsKey("--seed") ? Long.parseLong(given.get("--seed")) : System.currentTimeMillis(),
                Boolean.parseBoolean(given.getOrDefault("--keys", "true")),
                Boolean.parseBoolean(given.getOrDefault("--faults", "true")),
                given.get("--brokers"),
                given.get("--database"));
    }
}
