package ru.targetsms.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param rounds  measured rounds of each row
 * @param warmUp  how long a row sends in each of two rounds that are not measured
 * @param time    how long a row sends in a round; what is under way then still ends
 * @param rows    regular expression of the rows to run, or null for all of them
 * @param picture where to draw, or null for no picture
 */
record Options(int rounds, Duration warmUp, Duration time, String rows, Path picture) {

    private static final Set<String> KNOWN = Set.of("--quick", "--rounds", "--rows", "--picture");

    /**
     * Reads {@code --quick}, {@code --rounds=N}, {@code --rows=REGEX} and {@code --picture=FILE}, apart or in one
     * argument.
     *
     * @throws IllegalArgumentException when there is anything else
     */
    static Options of(String... args) {
        Map<String, String> given = new HashMap<>();
        for (String arg : String.join(" ", args).trim().split("\\s+")) {
            String[] nameAndValue = arg.split("=", 2);
            if (!arg.isEmpty() && !KNOWN.contains(nameAndValue[0])) {
                throw new IllegalArgumentException("known are " + KNOWN + ", not " + arg);
            }
            given.put(nameAndValue[0], nameAndValue[nameAndValue.length - 1]);
        }
        boolean quick = given.containsKey("--quick");
        String picture = given.get("--picture");
        return new Options(
                Integer.parseInt(given.getOrDefault("--rounds", quick ? "3" : "5")),
                Duration.ofMillis(quick ? 700 : 4000),
                Duration.ofMillis(quick ? 200 : 1000),
                given.get("--rows"),
                picture == null ? null : Path.of(picture));
    }
}
