package ru.targetsms.camel.send;

import java.util.ArrayList;
import java.util.List;
import ru.targetsms.camel.gateway.Gateway;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.SendResult;

/**
 * Posts a document and tells every sender what became of its recipients. A document that is refused as a whole is
 * halved, and halved again, until the refused message stands alone (R21): one exchange's fault never harms another's.
 */
final class Halving {

    private final Gateway gateway;

    Halving(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Posts a document. Waits for the gateway and for nothing else. */
    void post(List<Outgoing> document) {
        List<Outgoing> part = withoutHalted(document);
        if (part.isEmpty()) {
            return;
        }
        Reply<List<SendResult>> reply = send(part);
        int middle = reply.kind() == Kind.REFUSED && !reply.reason().concernsAccount() ? middle(part) : 0;
        if (middle > 0) {
            post(part.subList(0, middle));
            post(part.subList(middle, part.size()));
        } else {
            tell(part, reply);
        }
    }

    private static List<Outgoing> withoutHalted(List<Outgoing> document) {
        List<Outgoing> going = new ArrayList<>(document.size());
        for (Outgoing outgoing : document) {
            if (outgoing.sender().isHalted()) {
                outgoing.sender().neverBegun(outgoing.recipient());
            } else {
                going.add(outgoing);
            }
        }
        return going;
    }

    /** Of a fault of our own in the middle of a document nothing is known: it may have left. */
    private Reply<List<SendResult>> send(List<Outgoing> part) {
        try {
            return gateway.send(part.stream().map(Outgoing::recipient).toList());
        } catch (RuntimeException | Error e) {
            return Reply.unknown("the component failed: " + e.getClass().getName(), e);
        }
    }

    private static void tell(List<Outgoing> part, Reply<List<SendResult>> reply) {
        for (int i = 0; i < part.size(); i++) {
            int position = i;
            Outgoing outgoing = part.get(i);
            outgoing.sender().ended(outgoing.recipient(), reply.map(results -> results.get(position)));
        }
    }

    /** The boundary between two messages that is nearest to the middle; 0 when there is only one message. */
    private static int middle(List<Outgoing> part) {
        int half = part.size() / 2;
        for (int distance = 0; distance <= half; distance++) {
            for (int cut : new int[] {half - distance, half + distance}) {
                if (cut > 0 && cut < part.size() && !sameMessage(part.get(cut - 1), part.get(cut))) {
                    return cut;
                }
            }
        }
        return 0;
    }

    private static boolean sameMessage(Outgoing one, Outgoing other) {
        return one.sender() == other.sender()
                && one.recipient().message() == other.recipient().message();
    }
}
