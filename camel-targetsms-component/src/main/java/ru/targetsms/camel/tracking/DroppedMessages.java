package ru.targetsms.camel.tracking;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the tracker in memory dropped, and tells it in a WARN once a minute at most. Guarded by the tracker. */
final class DroppedMessages {

    private static final Logger LOG = LoggerFactory.getLogger(InMemoryDeliveryTracker.class);
    private static final long SILENCE = TimeUnit.MINUTES.toNanos(1);

    private final int capacity;

    private long count;
    private long told;
    private long quietUntil;
    private @Nullable String example;

    DroppedMessages(int capacity) {
        this.capacity = capacity;
    }

    void add(String idMessage) {
        count++;
        example = idMessage;
    }

    long count() {
        return count;
    }

    void tell(long now) {
        if (count > told && now >= quietUntil) {
            LOG.warn(
                    "No room for more than {} messages: {} were dropped, {} among them; no report of them will come",
                    capacity,
                    count - told,
                    example);
            told = count;
            quietUntil = now + SILENCE;
        }
    }
}
