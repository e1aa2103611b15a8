package ru.targetsms.camel.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.GatewayProducer;
import ru.targetsms.camel.SharedGateway;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.camel.model.Violation;
import ru.targetsms.camel.send.MessageReader.NoMessageException;
import ru.targetsms.camel.send.MessageResolver.Resolved;
import ru.targetsms.camel.send.MessageResolver.ResolvedRecipient;

/**
 * Sends the body of one exchange: reads it on the caller's thread, while recipients already read are under way, and
 * ends when the last of them has ended.
 */
final class SendTask extends Sender implements GatewayProducer.Task {

    private static final MessageReader READER = new MessageReader();

    private final Message in;
    private final Body body;
    private final MessageResolver resolver;
    private final SendSettings settings;
    private final SharedGateway gateway;
    private final BooleanSupplier stopped;
    private final SendProgress progress;
    private final PredictedSms sms = new PredictedSms();
    private final @Nullable Tracking tracking;

    /** Recipients under way, and one for the reading. */
    private final AtomicInteger pending = new AtomicInteger(1);

    private Runnable later = () -> {};
    private List<Submission> read = new ArrayList<>(1);
    private int messages;
    private int recipients;

    SendTask(
            Message in,
            Body body,
            MessageResolver resolver,
            SendSettings settings,
            SharedGateway gateway,
            @Nullable Tracking tracking,
            BooleanSupplier stopped) {
        this.in = in;
        this.body = body;
        this.resolver = resolver;
        this.settings = settings;
        this.gateway = gateway;
        this.tracking = tracking;
        this.stopped = stopped;
        this.progress = new SendProgress(gateway.host());
    }

    @Override
    public boolean run(Runnable later) {
        this.later = later;
        try {
            while (!progress.isHalted() && body.hasNext()) {
                readNext();
            }
            handOver();
        } catch (Throwable e) {
            progress.readingFailed(e);
            progress.neverBegun(read);
        }
        return pending.decrementAndGet() == 0;
    }

    @Override
    public void finish() {
        TargetSmsException failure = progress.failure(body, settings.failOn());
        RuntimeException notTracked = track();
        if (failure != null) {
            if (notTracked != null) {
                failure.addSuppressed(notTracked);
            }
            throw failure;
        }
        if (notTracked != null && tracking != null) {
            throw progress.notTracked(body, tracking.size(), notTracked);
        }
        List<SendResult> results = progress.results();
        if (progress.count(Outcome.DUPLICATE) > 0) {
            DuplicateWarning.log(in, gateway.host(), results);
        }
        SendHeaders.write(in, results);
        sms.write(in);
    }

    @Override
    boolean isHalted() {
        return progress.isHalted();
    }

    @Override
    boolean isStopped() {
        return stopped.getAsBoolean();
    }

    @Override
    void ended(List<Submission> ended, Reply<List<SendResult>> reply) {
        progress.record(ended, reply);
        if (reply.kind() == Kind.ANSWERED) {
            sms.answered(ended, reply.value());
            if (tracking != null) {
                tracking.answered(ended, reply.value());
            }
        }
        end(ended.size());
    }

    @Override
    void neverBegun(Submission recipient) {
        progress.neverBegun(List.of(recipient));
        end(1);
    }

    private void readNext() {
        Object element = body.next();
        try {
            MessageReader.Read read = body.isMany() ? READER.readElement(element, in) : READER.readBody(in);
            boolean ownHeaders = read.headers() != in || body.isSingle();
            submit(resolver.resolve(read.message(), read.headers(), ownHeaders), read.headers());
        } catch (NoMessageException e) {
            invalid(List.of(), List.of(new Violation("body", "R5", e.problem())));
        }
    }

    private void submit(Resolved message, Message headers) {
        int number = messages++;
        if (!message.violations().isEmpty()) {
            invalid(message.recipients(), message.violations());
            return;
        }
        for (ResolvedRecipient recipient : message.recipients()) {
            if (tracking != null) {
                tracking.correlate(recipients, headers.getHeader(TargetSmsConstants.CORRELATION_ID, String.class));
            }
            String phone = Objects.requireNonNull(recipient.phone());
            Submission submission =
                    new Submission(this, recipients++, number, message.content(), phone, recipient.clientIdMessage());
            if (settings.guard().admits(phone)) {
                read.add(submission);
            } else {
                progress.refused(submission, StagingGuard.REFUSAL);
            }
            if (read.size() == settings.batchSize()) {
                handOver();
            }
        }
    }

    /** A message without recipients has a result as well. */
    private void invalid(List<ResolvedRecipient> of, List<Violation> violations) {
        if (of.isEmpty()) {
            progress.invalid(recipients++, null, null, violations);
        }
        for (ResolvedRecipient recipient : of) {
            progress.invalid(recipients++, recipient.phone(), recipient.clientIdMessage(), violations);
        }
    }

    /** Hands what was read to the outbox, which may hold this thread back. */
    private void handOver() {
        List<Submission> full = read;
        read = new ArrayList<>();
        pending.addAndGet(full.size());
        int taken = gateway.outbox().put(this, full);
        if (taken < full.size()) {
            ended(full.subList(taken, full.size()), gateway.turnNeverCame());
        }
    }

    /** Returns why the tracker did not store what was accepted, or null. */
    private @Nullable RuntimeException track() {
        try {
            if (tracking != null) {
                tracking.store();
            }
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private void end(int ended) {
        if (pending.addAndGet(-ended) == 0) {
            gateway.complete(later);
        }
    }
}
