package ru.targetsms.camel.observe;

import java.util.List;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/**
 * Is told how requests end, on the threads that wait for the gateway: it must be quick and wait for nothing. Several
 * threads call it at once.
 */
public interface GatewayListener {

    /** Hears nothing. */
    GatewayListener NONE = new GatewayListener() {
        @Override
        public void sent(List<Submission> document, Reply<List<SendResult>> reply, long nanos) {}

        @Override
        public void asked(Reply<List<DeliveryStatus>> reply, long nanos) {}
    };

    /**
     * Takes note of a document of messages.
     *
     * @param document the recipients, in the order of the results
     * @param nanos    how long the gateway took
     */
    void sent(List<Submission> document, Reply<List<SendResult>> reply, long nanos);

    /** Takes note of a document that asked for the state of ids. */
    void asked(Reply<List<DeliveryStatus>> reply, long nanos);
}
