package ru.targetsms.camel.status;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.api.management.ManagedResource;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.GatewayProducer;
import ru.targetsms.camel.SharedGateway;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.TargetSmsEndpoint;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.SendReport;
import ru.targetsms.camel.model.Values;
import ru.targetsms.camel.status.Ids.NoIdsException;

/**
 * Asks for the state of message ids: leaves a {@code DeliveryStatus} for a single id, a list of them for a collection,
 * in the order asked.
 */
@ManagedResource(description = "Asks the TargetSMS gateway for the state of messages")
public final class StatusProducer extends GatewayProducer {

    private final int batchSize;

    /** Makes a producer for the operation {@code status}. */
    public StatusProducer(TargetSmsEndpoint endpoint) {
        super(endpoint);
        this.batchSize = endpoint.getConfiguration().getBatchSize();
    }

    @Override
    protected Task prepare(Exchange exchange, @Nullable SharedGateway gateway) {
        Message in = exchange.getMessage();
        Ids ids = ids(in);
        if (gateway == null) {
            throw new NotSentException("not asked: the producer is stopped", null, SendReport.ofQuery(ids.known()));
        }
        return new StatusTask(in, ids, batchSize, gateway);
    }

    private static Ids ids(Message in) {
        Object body = in.getBody();
        try {
            return Ids.of(Values.isSet(body) ? body : in.getHeader(TargetSmsConstants.ID_MESSAGE));
        } catch (NoIdsException e) {
            throw new InvalidMessageException(
                    "no message id to ask for: " + e.getMessage(), null, SendReport.ofQuery(List.of()));
        }
    }
}
