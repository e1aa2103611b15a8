package ru.targetsms.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.LogCapture;
import ru.targetsms.camel.gateway.Gateway;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

class ObservedGatewayTest {

    private final GatewayActivity activity = new GatewayActivity(Clock.systemUTC());

    @Test
    void aListenerThatThrowsHarmsNobodyAndIsToldOfOnce() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        List<Submission> document = Documents.of(1);
        Reply<List<SendResult>> answer = Documents.answer(document, Outcome.ACCEPTED);
        try (LogCapture log = new LogCapture();
                Gateway gateway = new ObservedGateway(answering(answer, closed), new Throwing(), activity)) {
            assertThat(gateway.send(document)).isSameAs(answer);
            assertThat(gateway.send(document)).isSameAs(answer);
            assertThat(gateway.status(List.of("1")).kind()).isEqualTo(Reply.Kind.NOT_SENT);

            assertThat(log.lines("WARN")).hasSize(1);
        }

        assertThat(activity.count(Outcome.ACCEPTED)).isEqualTo(2);
        assertThat(activity.consecutiveFailures()).isEqualTo(1);
        assertThat(closed).isTrue();
    }

    private static final class Throwing implements GatewayListener {
        @Override
        public void sent(List<Submission> document, Reply<List<SendResult>> reply, long nanos) {
            throw new IllegalStateException("not today");
        }

        @Override
        public void asked(Reply<List<DeliveryStatus>> reply, long nanos) {
            throw new NoClassDefFoundError("not on the class path");
        }
    }

    private static Gateway answering(Reply<List<SendResult>> answer, AtomicBoolean closed) {
        return new Gateway() {
            @Override
            public Reply<List<SendResult>> send(List<Submission> document) {
                return answer;
            }

            @Override
            public Reply<List<DeliveryStatus>> status(List<String> ids) {
                return Reply.notSent("stopped");
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
    }
}
