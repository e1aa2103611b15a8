package ru.targetsms.camel.send;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Message;
import ru.targetsms.camel.GatewayProducer;
import ru.targetsms.camel.SharedGateway;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.gateway.Gateway;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.camel.model.Violation;
import ru.targetsms.camel.send.MessageReader.NoMessageException;
import ru.targetsms.camel.send.MessageResolver.Resolved;
import ru.targetsms.camel.send.MessageResolver.ResolvedRecipient;

/**
 * Sends the body of one exchange: reads it on the caller's thread, document by document, while documents already full
 * are under way, and ends when the last of them has ended.
 */
final class SendTask implements GatewayProducer.Task {

    private final Message in;
    private final Body body;
    private final MessageReader reader = new MessageReader();
    private final MessageResolver resolver;
    private final TargetSmsConfiguration configuration;
    private final SharedGateway gateway;
    private final SendProgress progress;

    /** Documents under way, and one for the reading. */
    private final AtomicInteger pending = new AtomicInteger(1);

    private List<Submission> document = new ArrayList<>();
    private int messages;

    SendTask(
            Message in,
            Body body,
            MessageResolver resolver,
            TargetSmsConfiguration configuration,
            SharedGateway gateway) {
        this.in = in;
        this.body = body;
        this.resolver = resolver;
        this.configuration = configuration;
        this.gateway = gateway;
        this.progress = new SendProgress(gateway.host());
    }

    @Override
    public boolean run(Runnable later) {
        try {
            while (!progress.isHalted() && body.hasNext()) {
                readNext(later);
            }
            if (!progress.isHalted() && !document.isEmpty()) {
                begin(later);
            }
        } catch (Throwable e) {
            progress.readingFailed(e);
        }
        progress.neverBegun(document);
        return pending.decrementAndGet() == 0;
    }

    @Override
    public void finish() {
        TargetSmsException failure = progress.failure(body, configuration.getFailOn());
        if (failure != null) {
            throw failure;
        }
        List<SendResult> results = progress.results();
        DuplicateWarning.log(in, gateway.host(), results);
        SendHeaders.write(in, results);
    }

    private void readNext(Runnable later) {
        Object element = body.next();
        try {
            MessageReader.Read read = body.isMany() ? reader.readElement(element, in) : reader.readBody(in);
            boolean ownHeaders = read.headers() != in || body.isSingle();
            submit(resolver.resolve(read.message(), read.headers(), ownHeaders), later);
        } catch (NoMessageException e) {
            progress.invalid(List.of(), List.of(new Violation("body", "R5", e.getMessage())));
        }
    }

    private void submit(Resolved message, Runnable later) {
        int number = messages++;
        if (!message.violations().isEmpty()) {
            progress.invalid(message.recipients(), message.violations());
            return;
        }
        for (ResolvedRecipient recipient : message.recipients()) {
            document.add(new Submission(
                    progress.reserve(), number, message.content(), recipient.phone(), recipient.clientIdMessage()));
            if (document.size() == configuration.getBatchSize()) {
                begin(later);
            }
        }
    }

    private void begin(Runnable later) {
        List<Submission> full = document;
        document = new ArrayList<>();
        pending.incrementAndGet();
        if (!gateway.begin(connection -> post(connection, full, later))) {
            pending.decrementAndGet();
            progress.record(full, gateway.turnNeverCame());
        }
    }

    private void post(Gateway connection, List<Submission> full, Runnable later) {
        try {
            send(connection, full);
        } catch (RuntimeException | Error e) {
            progress.broken(full, e);
        }
        if (pending.decrementAndGet() == 0) {
            gateway.complete(later);
        }
    }

    /** Posts a document; one that is refused as a whole is halved until the refused message stands alone (R21). */
    private void send(Gateway connection, List<Submission> part) {
        if (progress.isHalted()) {
            progress.neverBegun(part);
            return;
        }
        Reply<List<SendResult>> reply = connection.send(part);
        int middle = reply.kind() == Kind.REFUSED && !reply.reason().concernsAccount() ? middle(part) : 0;
        if (middle > 0) {
            send(connection, part.subList(0, middle));
            send(connection, part.subList(middle, part.size()));
        } else {
            progress.record(part, reply);
        }
    }

    /** The boundary between two messages that is nearest to the middle; 0 when there is only one message. */
    private static int middle(List<Submission> part) {
        int half = part.size() / 2;
        for (int distance = 0; distance <= half; distance++) {
            for (int cut : new int[] {half - distance, half + distance}) {
                boolean inside = cut > 0 && cut < part.size();
                if (inside && part.get(cut - 1).message() != part.get(cut).message()) {
                    return cut;
                }
            }
        }
        return 0;
    }
}
