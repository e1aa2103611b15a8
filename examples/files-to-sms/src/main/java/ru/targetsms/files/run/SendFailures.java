package ru.targetsms.files.run;

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
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.camel.model.TargetSmsException;

/**
 * What the routes do when a chunk fails: as a {@link Processor}, after each attempt, it takes over the results so far,
 * so that the next attempt holds only what may still be sent.
 */
public class SendFailures implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(SendFailures.class);

    @Override
    public void process(Exchange exchange) {
        TargetSmsException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, TargetSmsException.class);
        exchange.getMessage().getBody(Chunk.class).settle(failure.results());
    }

    /** Decides what becomes of the rest of the file, when no further attempt is made. */
    public void giveUp(
            @ExchangeProperty(FileRuns.RUN) FileRun run,
            @Body Chunk chunk,
            @ExchangeException TargetSmsException failure) {
        if (concernsOthers(chunk, failure)) {
            LOG.error("Sending stops, {}: {}", reason(failure), ForLog.text(failure.getMessage()));
            run.stopSending("not sent, since sending had stopped: " + reason(failure));
        }
    }

    /** Says it in a few words: they stand behind every row that is left. */
    private static String reason(TargetSmsException failure) {
        if (failure instanceof DocumentRejectedException rejected) {
            return "the gateway refused the account or the document: " + rejected.gatewayText();
        }
        return failure instanceof OutcomeUnknownException
                ? "the gateway gave no answer that can be trusted"
                : "the gateway could not be reached";
    }

    /** A gateway that took something of this chunk may well take the next one; one that took nothing is not asked. */
    private static boolean concernsOthers(Chunk chunk, TargetSmsException failure) {
        if (failure instanceof InvalidMessageException || failure instanceof MessagesRejectedException) {
            return false;
        }
        return failure instanceof DocumentRejectedException || chunk.hasOpen() || !chunk.answered();
    }
}
