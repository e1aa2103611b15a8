package ru.targetsms.camel.observe;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.gateway.Gateway;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/** Tells listeners of every request. One that throws harms neither the request nor the other listeners. */
public final class ObservedGateway implements Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(ObservedGateway.class);

    private final Gateway gateway;
    private final List<GatewayListener> listeners;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Decorates a gateway. */
    public ObservedGateway(Gateway gateway, GatewayListener... listeners) {
        this.gateway = gateway;
        this.listeners = List.of(listeners);
    }

    @Override
    public Reply<List<SendResult>> send(List<Submission> document) {
        long begin = System.nanoTime();
        Reply<List<SendResult>> reply = gateway.send(document);
        long nanos = System.nanoTime() - begin;
        tell(listener -> listener.sent(document, reply, nanos));
        return reply;
    }

    @Override
    public Reply<List<DeliveryStatus>> status(List<String> ids) {
        long begin = System.nanoTime();
        Reply<List<DeliveryStatus>> reply = gateway.status(ids);
        long nanos = System.nanoTime() - begin;
        tell(listener -> listener.asked(reply, nanos));
        return reply;
    }

    @Override
    public void close() throws IOException {
        gateway.close();
    }

    /** The document has ended: whatever goes wrong here, its outcome must not become unknown. */
    private void tell(Consumer<GatewayListener> news) {
        for (GatewayListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException | LinkageError e) {
                if (warned.compareAndSet(false, true)) {
                    LOG.warn("Watching the gateway failed; said once only", e);
                }
            }
        }
    }
}
