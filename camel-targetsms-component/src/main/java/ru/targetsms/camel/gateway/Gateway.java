package ru.targetsms.camel.gateway;

import java.io.Closeable;
import java.util.List;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/**
 * Hands one document at a time to the gateway: one call is one POST, never repeated. Calls block until the answer is
 * read or the request's time is over, and never throw for what the network or the gateway does. Safe for use by
 * several threads.
 */
public interface Gateway extends Closeable {

    /** Sends one document and returns a result for each recipient, in the order given (R1, R6-R24). */
    Reply<List<SendResult>> send(List<Submission> document);

    /** Asks for the state of ids and returns a status for each, in the order given (R25-R31). */
    Reply<List<DeliveryStatus>> status(List<String> ids);
}
