package ru.targetsms.camel.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import ru.targetsms.camel.model.ClientIds;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/**
 * Is the staging guard {@code redirectPhone}: sends everything to one phone instead, as the last step before the wire.
 * Client ids are hashed once more, so that none of a real message is used up (R20); what it answers speaks of the
 * recipients and ids that were meant.
 */
public final class RedirectingGateway implements Gateway {

    private static final String NAMESPACE = "redirect";

    private final Gateway gateway;
    private final String phone;

    /**
     * Redirects what goes to a gateway.
     *
     * @param phone 7 to 15 digits
     */
    public RedirectingGateway(Gateway gateway, String phone) {
        this.gateway = gateway;
        this.phone = phone;
    }

    @Override
    public Reply<List<SendResult>> send(List<Submission> document) {
        return gateway.send(document.stream().map(this::redirected).toList()).map(results -> {
            List<SendResult> meant = new ArrayList<>(results.size());
            for (int i = 0; i < results.size(); i++) {
                meant.add(results.get(i).meantFor(document.get(i)));
            }
            return meant;
        });
    }

    @Override
    public Reply<List<DeliveryStatus>> status(List<String> ids) {
        return gateway.status(ids);
    }

    @Override
    public void close() throws IOException {
        gateway.close();
    }

    private Submission redirected(Submission recipient) {
        Long id = recipient.clientIdMessage();
        return new Submission(
                recipient.body(),
                recipient.index(),
                recipient.message(),
                recipient.content(),
                phone,
                id == null ? null : ClientIds.derive(NAMESPACE, id.toString(), recipient.phone(), 0));
    }
}
