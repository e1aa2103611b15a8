package ru.targetsms.camel.send;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Message;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.GatewayProducer;
import ru.targetsms.camel.SharedGateway;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TargetSmsEndpoint;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.SendReport;

/** Hands the messages of an exchange to the gateway and leaves a {@code List<SendResult>} as the body. */
@ManagedResource(description = "Sends messages through the TargetSMS gateway")
public final class SendProducer extends GatewayProducer {

    private static final Clock CLOCK = Clock.systemUTC();

    private final TargetSmsConfiguration configuration;
    private SendSettings settings;
    private @Nullable Expression idempotencyKey;
    private Tracking.@Nullable Target tracker;

    /** Makes a producer for the operation {@code send}. */
    public SendProducer(TargetSmsEndpoint endpoint) {
        super(endpoint);
        this.configuration = endpoint.getConfiguration();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        String key = configuration.getIdempotencyKey();
        if (key != null) {
            idempotencyKey =
                    getEndpoint().getCamelContext().resolveLanguage("simple").createExpression(key);
        }
    }

    @Override
    protected void doStart() throws Exception {
        settings = SendSettings.of(getEndpoint());
        super.doStart();
        tracker = configuration.isTrack()
                ? new Tracking.Target(
                        getEndpoint().deliveryTracker(),
                        getEndpoint().account(),
                        ZoneId.of(configuration.getZone()),
                        CLOCK)
                : null;
    }

    @Override
    protected Task prepare(Exchange exchange, @Nullable SharedGateway gateway) {
        Message in = exchange.getMessage();
        Body body = open(in);
        if (gateway == null) {
            throw new NotSentException(
                    "not sent: the producer is stopped",
                    null,
                    new SendReport(List.of(), body.remainder(List.of()), true));
        }
        if (in.getBody() instanceof AutoCloseable resource && body.isMany()) {
            exchange.getExchangeExtension().addOnCompletion(new Closing(resource));
        }
        ClientIdSource clientIds = new ClientIdSource(idempotencyKey, configuration.getIdempotencyNamespace());
        return new SendTask(
                in,
                body,
                new MessageResolver(settings, clientIds, CLOCK),
                settings,
                gateway,
                tracker == null ? null : new Tracking(tracker),
                this::isStoppingOrStopped);
    }

    private static Body open(Message in) {
        try {
            StreamText.keep(in);
            return Body.of(in.getBody());
        } catch (RuntimeException e) {
            throw new InvalidMessageException(
                    "the body cannot be read: " + e.getClass().getName(),
                    e,
                    new SendReport(List.of(), List.of(), false));
        }
    }

    /** Closes a stream of messages when its exchange is done, not earlier: the route may go on with the remainder. */
    private static final class Closing extends SynchronizationAdapter {

        private final AutoCloseable resource;

        private Closing(AutoCloseable resource) {
            this.resource = resource;
        }

        @Override
        public void onDone(Exchange exchange) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing the body failed", e);
            }
        }
    }
}
