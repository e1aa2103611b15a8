package ru.targetsms.files.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.apache.camel.component.file.FileConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.files.csv.Messages;
import ru.targetsms.files.progress.Progress;
import ru.targetsms.files.progress.ProgressFactory;

/** What the routes call at the beginning of a file, after each chunk, and at its end. */
public class FileRuns {

    /** Exchange property: where the file consumer is to move the input. */
    public static final String MOVE_TO = "moveTo";

    /** Exchange property: the {@link FileRun}. */
    static final String RUN = "fileRun";

    private static final Logger LOG = LoggerFactory.getLogger(FileRuns.class);

    private final Folders folders;
    private final int chunkSize;
    private final ProgressFactory progress;
    private final Journals journals;

    /** Makes one for the folders. */
    public FileRuns(Folders folders, int chunkSize, ProgressFactory progress) {
        this.folders = folders;
        this.chunkSize = chunkSize;
        this.progress = progress;
        this.journals = new Journals(folders, chunkSize);
    }

    /** Begins with a file, or goes on with it; returns its chunks. */
    public Iterable<Chunk> open(@Body File file, Exchange exchange) throws IOException {
        Path input = file.toPath();
        Journal journal = journals.of(input);
        exchange.getExchangeExtension().addOnCompletion(new Cleanup(input, journals));
        if (journal.goesTo() != null) {
            journals.publishLeftover(journal);
            moveInput(exchange, journal);
            return List.of();
        }
        FileRun run = newRun(input, journal, exchange.getContext()::isStopping);
        exchange.setProperty(RUN, run);
        return run;
    }

    /** Takes the results of a chunk; null when it failed, which {@link SendFailures} has seen to. */
    public void record(
            @ExchangeProperty(RUN) FileRun run, @Body Chunk chunk, @Variable("results") List<SendResult> results)
            throws IOException {
        if (results == null) {
            run.leaveWhenStopping();
        } else {
            chunk.settle(results);
        }
        run.record(chunk);
    }

    /** Publishes the results and tells the file consumer where the input goes. */
    public void finish(
            @ExchangeProperty(RUN) FileRun run, @Header(FileConstants.FILE_PATH) String input, Exchange exchange)
            throws IOException {
        if (run == null) {
            return;
        }
        Journal journal = run.journal();
        String name = journal.name();
        boolean complete = run.isComplete();
        if (run.hasRest()) {
            RestFile.write(Path.of(input), ResultsFile.part(folders.results(name)), folders.rest(name));
        }
        run.publish(complete ? Folders.DONE : Folders.FAILED);
        run.close();
        moveInput(exchange, journal);
        LOG.info("{}: {}", ForLog.name(name), run.tally());
        LOG.info("Results: {}; the file goes to {}/", folders.results(ForLog.name(name)), journal.goesTo());
        if (run.hasRest()) {
            LOG.info("What can be sent again: {}", folders.rest(ForLog.name(name)));
        }
    }

    private FileRun newRun(Path input, Journal journal, BooleanSupplier stopping) throws IOException {
        String name = ForLog.name(journal.name());
        Messages messages = Messages.of(input);
        if (messages.refusal() != null) {
            LOG.error("{} is refused: {}", name, messages.refusal());
        }
        if (!messages.unknownColumns().isEmpty()) {
            LOG.warn("{}: not sent, since no message field is called so: {}", name, columns(messages));
        }
        ResultsFile results = new ResultsFile(folders.results(journal.name()), journal.length());
        Progress shown = progress.start(name, Files.size(input));
        return new FileRun(messages, results, journal, shown, chunkSize, stopping);
    }

    private static List<String> columns(Messages messages) {
        return messages.unknownColumns().stream().map(ForLog::name).toList();
    }

    private void moveInput(Exchange exchange, Journal journal) {
        Path target = folders.base().resolve(journal.goesTo()).resolve(journal.name());
        exchange.setProperty(MOVE_TO, target.toString());
    }
}
