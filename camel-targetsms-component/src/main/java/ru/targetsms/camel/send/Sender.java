package ru.targetsms.camel.send;

import java.util.List;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/** Is one exchange as the outbox sees it. Safe for several threads. */
abstract class Sender {

    /** Recipients in the queue; only the outbox touches it. */
    int waiting;

    /** Tells whether no further document may take its recipients. */
    abstract boolean isHalted();

    /** Tells whether it has to stop waiting for a place in the queue. */
    abstract boolean isStopped();

    /** Takes what became of recipients, with a result for each when answered. Throws nothing and waits for nothing. */
    abstract void ended(List<Submission> recipients, Reply<List<SendResult>> reply);

    /** Takes back a recipient that no document took. Throws nothing and waits for nothing. */
    abstract void neverBegun(Submission recipient);
}
