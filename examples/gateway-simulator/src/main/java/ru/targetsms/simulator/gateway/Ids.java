package ru.targetsms.simulator.gateway;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Makes the gateway's ids from running numbers. All are above 32 bits, as the real ones may be; those of messages grow
 * from one start of the simulator to the next, so that an old one never comes up again.
 */
final class Ids {

    private static final long ABOVE_32_BITS = 5_000_000_000L;
    private static final long FIRST_CHANNEL_ID = 2_731_000_000L;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final long base;

    Ids(Instant start) {
        base = ABOVE_32_BITS + Math.max(0, start.toEpochMilli()) * 1000;
    }

    long message(int number) {
        return base + number;
    }

    /** Returns the running number of an id as it was written; 0 when it is none of ours. */
    int number(String id) {
        if (!NUMBER.matcher(id).matches()) {
            return 0;
        }
        long number = Long.parseLong(id) - base;
        return number < 1 || number > Integer.MAX_VALUE ? 0 : (int) number;
    }

    static long sms(int number) {
        return FIRST_CHANNEL_ID + 2L * number;
    }

    static long viber(int number) {
        return FIRST_CHANNEL_ID + 2L * number + 1;
    }
}
