package ru.targetsms.files.run;

import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.MessagesRejectedException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.TargetSmsException;

/**
 * What the routes do when a chunk fails: as a {@link Processor}, after each attempt, it takes over the results so far,
 * so that the next attempt sends only what never left.
 */
public class SendFailures implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(SendFailures.class);

    /**
     * Tells whether another attempt makes sense. More often than {@link TargetSmsException#isRetrySafe()}, which asks
     * whether the whole body may go again: a {@link Chunk} leaves out what has left.
     */
    public boolean mayRepeat(@ExchangeException TargetSmsException failure) {
        return failure.isRetrySafe()
                || !(failure instanceof DocumentRejectedException)
                        && failure.results().stream().anyMatch(result -> result.outcome() == Outcome.NOT_SENT);
    }

    @Override
    public void process(Exchange exchange) {
        TargetSmsException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, TargetSmsException.class);
        exchange.getMessage().getBody(Chunk.class).settle(failure.results());
    }

    /** Records a chunk as far as it came. Unless only its own rows are to blame, the rest of the file is not sent. */
    public void giveUp(
            @ExchangeProperty(FileRuns.RUN) FileRun run,
            @Body Chunk chunk,
            @ExchangeException TargetSmsException failure)
            throws IOException {
        if (concernsOthers(chunk, failure)) {
            LOG.error("Sending stops: {}", failure.getMessage());
            run.stopSending("not sent, since sending had stopped: " + failure.getMessage());
        }
        run.record(chunk);
    }

    /** A gateway that took something of this chunk may well take the next one; one that took nothing is not asked. */
    private static boolean concernsOthers(Chunk chunk, TargetSmsException failure) {
        if (failure instanceof InvalidMessageException || failure instanceof MessagesRejectedException) {
            return false;
        }
        return failure instanceof DocumentRejectedException || chunk.hasOpen() || !chunk.answered();
    }
}
