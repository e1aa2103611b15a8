package ru.targetsms.files.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.files.csv.Messages;
import ru.targetsms.files.progress.Progress;

/**
 * Takes one file through: gives its messages chunk by chunk and takes their results. No more than one chunk is in
 * memory. Not for use by several threads. No {@code Closeable}: Camel's splitter would close it before the last chunk is
 * done.
 */
final class FileRun implements Iterable<Chunk> {

    private static final Logger LOG = LoggerFactory.getLogger(FileRun.class);

    /** A chunk ends early when its texts are long: memory is bounded by characters, too. */
    private static final int MAX_CHARACTERS = 1_000_000;

    private final Messages messages;
    private final ResultsFile results;
    private final Journal journal;
    private final Progress progress;
    private final BooleanSupplier stopping;
    private final int chunkSize;
    private final Tally tally;
    private final long mayHaveLeft;
    private long done;
    private String stoppedBecause;
    /** Set when the program stops: there is no next chunk then, though Camel's splitter asks on. */
    private boolean ended;

    FileRun(
            Messages messages,
            ResultsFile results,
            Journal journal,
            Progress progress,
            int chunkSize,
            BooleanSupplier stopping) {
        this.messages = messages;
        this.results = results;
        this.journal = journal;
        this.progress = progress;
        this.chunkSize = chunkSize;
        this.stopping = stopping;
        this.tally = journal.tally();
        this.mayHaveLeft = journal.mayHaveLeft();
        this.stoppedBecause = messages.refusal();
        while (done < journal.done()) {
            messages.next();
            done++;
        }
    }

    @Override
    public Iterator<Chunk> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !ended && messages.hasNext();
            }

            @Override
            public Chunk next() {
                return nextChunk();
            }
        };
    }

    /** Writes the results of a chunk; they are on disk when this returns. */
    void record(Chunk chunk) throws IOException {
        List<ResultRow> rows = chunk.results();
        long length = results.append(rows);
        rows.forEach(row -> tally.add(row.outcome()));
        done += rows.size();
        journal.done(done, length, tally);
        progress.at(messages.bytesRead(), tally.total(), tally.toString());
    }

    /** Lets no further message go to the gateway: each that is left becomes {@code NOT_SENT} with the reason. */
    void stopSending(String reason) {
        stoppedBecause = reason;
    }

    /** Returns whether every message has a final answer. */
    boolean isComplete() {
        return stoppedBecause == null && tally.open() == 0;
    }

    /** Returns whether some messages of a file that is not complete could be sent again. */
    boolean hasRest() {
        return !isComplete() && messages.refusal() == null;
    }

    Tally tally() {
        return tally;
    }

    Journal journal() {
        return journal;
    }

    /** Gives the results their name. */
    void publish(String inputGoesTo) throws IOException {
        journal.publish(inputGoesTo);
        results.publish();
    }

    void close() throws IOException {
        progress.close();
        results.close();
        messages.close();
    }

    /**
     * Does nothing unless the program is about to end.
     *
     * @throws StoppedException so that the file stays where it is
     */
    void leaveWhenStopping() {
        if (stopping.getAsBoolean()) {
            ended = true;
            String message = ForLog.name(journal.name()) + " stays in the inbox; the next start goes on with it";
            LOG.info(message);
            throw new StoppedException(message);
        }
    }

    private Chunk nextChunk() {
        if (ended || !messages.hasNext()) {
            throw new NoSuchElementException();
        }
        leaveWhenStopping();
        return new Chunk(readEntries());
    }

    private List<Entry> readEntries() {
        List<Entry> entries = new ArrayList<>();
        long characters = 0;
        while (entries.size() < chunkSize && characters < MAX_CHARACTERS && messages.hasNext()) {
            long number = done + entries.size();
            Entry entry = new Entry(messages.next(), journal.key(number), number < mayHaveLeft);
            if (stoppedBecause != null) {
                entry.leaveOut(stoppedBecause);
            }
            entries.add(entry);
            characters += entry.length();
        }
        return entries;
    }
}
