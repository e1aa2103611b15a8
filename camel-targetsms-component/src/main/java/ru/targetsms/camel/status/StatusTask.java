package ru.targetsms.camel.status;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.GatewayProducer;
import ru.targetsms.camel.SharedGateway;
import ru.targetsms.camel.gateway.Gateway;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.DeliveryStatus;

/** Asks for the state of the ids of one exchange, document after document, and stops at the first that fails. */
final class StatusTask implements GatewayProducer.Task {

    private final Message in;
    private final Ids ids;
    private final int batchSize;
    private final SharedGateway gateway;
    private final List<DeliveryStatus> statuses = new ArrayList<>();
    private volatile @Nullable Reply<List<DeliveryStatus>> failure;

    StatusTask(Message in, Ids ids, int batchSize, SharedGateway gateway) {
        this.in = in;
        this.ids = ids;
        this.batchSize = batchSize;
        this.gateway = gateway;
    }

    @Override
    public boolean run(Runnable later) {
        if (ids.known().isEmpty()) {
            return true;
        }
        boolean begun = gateway.begin(connection -> {
            ask(connection);
            gateway.complete(later);
        });
        if (!begun) {
            failure = gateway.turnNeverCame();
        }
        return !begun;
    }

    @Override
    public void finish() {
        if (failure != null) {
            throw StatusFailure.of(failure, ids.known());
        }
        List<DeliveryStatus> all = ids.withUnknown(statuses);
        if (ids.single()) {
            StatusHeaders.writeOne(in, all.get(0));
        } else {
            StatusHeaders.writeSeveral(in, all);
        }
    }

    private void ask(Gateway connection) {
        try {
            List<String> known = ids.known();
            for (int from = 0; from < known.size() && failure == null; from += batchSize) {
                Reply<List<DeliveryStatus>> reply =
                        connection.status(known.subList(from, Math.min(from + batchSize, known.size())));
                if (reply.kind() == Kind.ANSWERED) {
                    statuses.addAll(reply.value());
                } else {
                    failure = reply;
                }
            }
        } catch (RuntimeException | Error e) {
            failure = Reply.unknown("the component failed: " + e.getClass().getName(), e);
        }
    }
}
