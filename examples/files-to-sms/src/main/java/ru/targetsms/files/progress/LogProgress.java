package ru.targetsms.files.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a log line every ten seconds: where nobody looks at a terminal. */
final class LogProgress implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(LogProgress.class);
    private static final long EVERY = Duration.ofSeconds(10).toNanos();

    private final String name;
    private final long size;
    private final LongSupplier nanoTime;
    private final long startTime;
    private long lastTime;
    private long startBytes = -1;
    private long startMessages;

    LogProgress(String name, long size, LongSupplier nanoTime) {
        this.name = name;
        this.size = size;
        this.nanoTime = nanoTime;
        this.startTime = nanoTime.getAsLong();
        this.lastTime = startTime;
    }

    @Override
    public void at(long bytes, long messages, String counts) {
        if (startBytes < 0) {
            startBytes = bytes;
            startMessages = messages;
        }
        long now = nanoTime.getAsLong();
        if (now - lastTime >= EVERY && bytes > startBytes) {
            lastTime = now;
            LOG.info("{}", line(bytes, messages, counts, (now - startTime) / 1e9));
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private String line(long bytes, long messages, String counts, double seconds) {
        return String.format(
                Locale.ROOT,
                "%s: %d%%, %d messages, %.0f a second; %s; about %.0f s left",
                name,
                100 * bytes / Math.max(1, size),
                messages,
                (messages - startMessages) / seconds,
                counts,
                (size - bytes) * seconds / (bytes - startBytes));
    }
}
