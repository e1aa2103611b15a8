package ru.targetsms.benchmark;

import java.nio.file.Path;
import java.time.Duration;

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

    /** Reads {@code --quick}, {@code --rows=REGEX} and {@code --picture=FILE}, apart or in one argument. */
    static Options of(String... args) {
        Options options = new Options(5, Duration.ofMillis(1500), Duration.ofSeconds(1), null, null);
        for (String arg : String.join(" ", args).trim().split("\\s+")) {
            String value = arg.substring(arg.indexOf('=') + 1);
            if (arg.equals("--quick")) {
                options = new Options(3, Duration.ofMillis(700), Duration.ofMillis(200), options.rows, options.picture);
            } else if (arg.startsWith("--rows=")) {
                options = new Options(options.rounds, options.warmUp, options.time, value, options.picture);
            } else if (arg.startsWith("--picture=")) {
                options = new Options(options.rounds, options.warmUp, options.time, options.rows, Path.of(value));
            } else if (!arg.isEmpty()) {
                throw new IllegalArgumentException("--quick, --rows=REGEX and --picture=FILE are known, not " + arg);
            }
        }
        return options;
    }
}
