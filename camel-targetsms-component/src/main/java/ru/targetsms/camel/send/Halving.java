package ru.targetsms.camel.send;

import java.util.ArrayList;
import java.util.List;
import ru.targetsms.camel.gateway.Gateway;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

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
        List<Submission> recipients = part.stream().map(Outgoing::recipient).toList();
        Reply<List<SendResult>> reply = send(recipients);
        int middle = reply.kind() == Kind.REFUSED && !reply.reason().concernsAccount() ? middle(part) : 0;
        if (middle > 0) {
            post(part.subList(0, middle));
            post(part.subList(middle, part.size()));
        } else {
            tell(part, recipients, reply);
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
    private Reply<List<SendResult>> send(List<Submission> recipients) {
        try {
            return gateway.send(recipients);
        } catch (RuntimeException | Error e) {
            return Reply.unknown("the component failed: " + e.getClass().getName(), e);
        }
    }

    /** Tells every sender of its own, those that stand side by side at once. */
    private static void tell(List<Outgoing> part, List<Submission> recipients, Reply<List<SendResult>> reply) {
        int from = 0;
        while (from < part.size()) {
            Sender sender = part.get(from).sender();
            int first = from;
            int end = from + 1;
            while (end < part.size() && part.get(end).sender() == sender) {
                end++;
            }
            int last = end;
            sender.ended(recipients.subList(first, last), reply.map(results -> results.subList(first, last)));
            from = end;
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
