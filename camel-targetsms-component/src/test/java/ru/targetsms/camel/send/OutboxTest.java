package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.gateway.Gateway;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/** The outbox by itself: slots, time and gateway are moved by hand. */
class OutboxTest {

    private static final int SHARE = 8;

    private final Slots slots = new Slots();
    private final Clock clock = new Clock();
    private final Recorder gateway = new Recorder();

    @Test
    void aLoneMessageLeavesAtOnce() {
        Outbox outbox = outbox(4, 0, 100, null);

        outbox.put(new Caller(), recipients("a"));
        slots.runAll();

        assertThat(gateway.documents).containsExactly(List.of("a"));
    }

    @Test
    void whatComesWhileAllSlotsAreBusySharesTheNextDocuments() {
        Outbox outbox = outbox(4, 0, 100, null);
        outbox.put(new Caller(), recipients("first"));
        Runnable underWay = slots.next();
        slots.free = 0;

        for (int i = 0; i < 6; i++) {
            outbox.put(new Caller(), recipients("m" + i));
        }
        underWay.run();
        assertThat(gateway.documents).as("taken when it runs").containsExactly(List.of("first", "m0", "m1", "m2"));
        slots.free = 1;
        outbox.slotIsFree();
        slots.runAll();

        assertThat(gateway.documents).hasSize(2).last().isEqualTo(List.of("m3", "m4", "m5"));
    }

    @Test
    void oneDocumentStartsAtATimeSoThatWhatComesTogetherLeavesTogether() {
        Outbox outbox = outbox(2, 0, 100, null);
        slots.free = 4;

        for (int i = 0; i < 5; i++) {
            outbox.put(new Caller(), recipients("m" + i));
        }
        assertThat(slots.running).hasSize(1);
        slots.runAll();

        assertThat(gateway.documents).containsExactly(List.of("m0", "m1"), List.of("m2", "m3"), List.of("m4"));
    }

    @Test
    void everyCallerIsToldWhatBecameOfItsOwn() {
        Outbox outbox = outbox(10, 0, 100, null);
        Caller one = new Caller();
        Caller two = new Caller();
        slots.free = 0;
        outbox.put(one, recipients("a", "b"));
        outbox.put(two, recipients("c"));

        slots.free = 1;
        outbox.slotIsFree();
        slots.runAll();

        assertThat(gateway.documents).hasSize(1);
        assertThat(one.told).containsExactly("a ANSWERED", "b ANSWERED");
        assertThat(two.told).containsExactly("c ANSWERED");
    }

    @Test
    void r20_aClientIdIsNeverInFlightTwice() {
        Outbox outbox = outbox(1, 0, 100, null);
        slots.free = 3;
        outbox.put(new Caller(), List.of(recipient("a", 7L)));
        Runnable first = slots.next();
        gateway.during = () -> {
            outbox.put(new Caller(), List.of(recipient("b", 7L)));
            outbox.put(new Caller(), List.of(recipient("c", 8L)));
            gateway.during = () -> {};
            slots.runAll();
            assertThat(gateway.documents).containsExactly(List.of("a"), List.of("c"));
        };

        first.run();
        outbox.slotIsFree();
        slots.runAll();

        assertThat(gateway.documents).containsExactly(List.of("a"), List.of("c"), List.of("b"));
    }

    @Test
    void r20_twoOfOneIdNeverShareADocument() {
        Outbox outbox = outbox(10, 0, 100, null);

        outbox.put(new Caller(), List.of(recipient("a", 7L), recipient("b", 7L), recipient("c", null)));
        slots.runAll();
        outbox.slotIsFree();
        slots.runAll();

        assertThat(gateway.documents).containsExactly(List.of("a", "c"), List.of("b"));
    }

    @Test
    void r21_aRefusedDocumentIsHalvedUntilTheRefusedMessageStandsAlone() {
        Outbox outbox = outbox(100, 0, 1000, null);
        gateway.refused = Set.of("m37");
        slots.free = 0;
        List<Caller> callers =
                IntStream.range(0, 100).mapToObj(i -> new Caller()).toList();
        for (int i = 0; i < 100; i++) {
            outbox.put(callers.get(i), recipients("m" + i));
        }

        slots.free = 1;
        outbox.slotIsFree();
        slots.runAll();

        assertThat(gateway.documents).hasSizeBetween(13, 15);
        assertThat(callers.get(37).told).containsExactly("m37 REFUSED");
        assertThat(IntStream.range(0, 100).filter(i -> i != 37))
                .allSatisfy(i -> assertThat(callers.get(i).told).containsExactly("m" + i + " ANSWERED"));
    }

    @Test
    void r21_oneMessageWithSeveralRecipientsIsNotTornApart() {
        Outbox outbox = outbox(100, 0, 1000, null);
        gateway.refused = Set.of("b");
        Caller caller = new Caller();
        List<Submission> one =
                Stream.of("a", "b", "c").map(text -> ofMessage(1, text)).toList();

        outbox.put(caller, one);
        slots.runAll();

        assertThat(gateway.documents).hasSize(1);
        assertThat(caller.told).containsExactly("a REFUSED", "b REFUSED", "c REFUSED");
    }

    @Test
    void r26_credentialsAreNotHalved() {
        Outbox outbox = outbox(100, 0, 1000, null);
        gateway.refused = Set.of("a");
        gateway.reason = Reason.AUTHENTICATION;
        Caller caller = new Caller();

        outbox.put(caller, recipients("a", "b"));
        slots.runAll();

        assertThat(gateway.documents).hasSize(1);
        assertThat(caller.told).containsExactly("a REFUSED", "b REFUSED");
    }

    @Test
    void whatBelongsToAHaltedCallerIsGivenBackAndTheOthersLeave() {
        Outbox outbox = outbox(10, 0, 100, null);
        Caller halted = new Caller();
        Caller other = new Caller();
        slots.free = 0;
        outbox.put(halted, recipients("a", "b"));
        outbox.put(other, recipients("c"));
        halted.halted = true;

        slots.free = 1;
        outbox.slotIsFree();
        slots.runAll();

        assertThat(gateway.documents).containsExactly(List.of("c"));
        assertThat(halted.told).containsExactly("a never begun", "b never begun");
    }

    @Test
    void aFaultOfOurOwnLeavesTheOutcomeUnknownAndTheOutboxWorking() {
        Outbox outbox = outbox(10, 0, 100, null);
        Caller caller = new Caller();
        gateway.during = () -> {
            throw new IllegalStateException("broken");
        };

        outbox.put(caller, recipients("a"));
        slots.runAll();
        gateway.during = () -> {};
        outbox.put(caller, recipients("b"));
        slots.runAll();

        assertThat(caller.told).containsExactly("a UNKNOWN", "b ANSWERED");
    }

    @Test
    void aFullQueueHoldsTheCallerBackUntilADocumentLeaves() throws Exception {
        Outbox outbox = outbox(2, 0, 3, null);
        slots.free = 0;
        Thread caller = new Thread(() -> outbox.put(new Caller(), recipients("a", "b", "c", "d", "e")));
        caller.start();
        await().until(() -> caller.getState() == Thread.State.WAITING);
        assertThat(gateway.documents).isEmpty();

        slots.free = 1;
        outbox.slotIsFree();
        slots.runAll();
        caller.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(caller.isAlive()).isFalse();
        slots.runAll();

        assertThat(gateway.documents.stream().flatMap(List::stream)).containsExactly("a", "b", "c", "d", "e");
        assertThat(gateway.documents).allMatch(document -> document.size() <= 2);
    }

    @Test
    void aMailingLeavesRoomForALoneMessage() throws Exception {
        Outbox outbox = outbox(4, 0, 1000, null);
        slots.free = 0;
        Thread mailing = new Thread(() -> outbox.put(
                new Caller(),
                recipients(IntStream.range(0, 100).mapToObj(i -> "m" + i).toArray(String[]::new))));
        mailing.start();
        await().until(() -> mailing.getState() == Thread.State.WAITING);

        outbox.put(new Caller(), recipients("lone"));
        slots.free = 1;
        for (int documents = 0; documents <= SHARE / 4; documents++) {
            outbox.slotIsFree();
            slots.next().run();
        }

        assertThat(gateway.documents.stream().flatMap(List::stream)).contains("lone");
        outbox.stop();
        mailing.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(mailing.isAlive()).isFalse();
    }

    @Test
    void stoppingGivesBackWhatNoDocumentTookAndTakesNothingMore() {
        Outbox outbox = outbox(2, 0, 100, null);
        Caller caller = new Caller();
        slots.free = 0;
        outbox.put(caller, List.of(recipient("a", 1L), recipient("b", 1L), recipient("c", 2L)));

        outbox.stop();

        assertThat(caller.told).containsExactly("a never begun", "b never begun", "c never begun");
        assertThat(outbox.put(caller, recipients("late"))).isZero();
        assertThat(gateway.documents).isEmpty();
    }

    @Test
    void aDocumentLingersForMoreAndLeavesWhenItsTimeIsUp() {
        Outbox outbox = outbox(10, 200, 100, null);
        outbox.put(new Caller(), recipients("a"));
        clock.forward(Duration.ofMillis(150));
        outbox.put(new Caller(), recipients("b"));
        slots.runAll();
        assertThat(gateway.documents).isEmpty();

        clock.forward(Duration.ofMillis(50));
        slots.runAll();

        assertThat(gateway.documents).containsExactly(List.of("a", "b"));
    }

    @Test
    void aFullDocumentDoesNotLingerAndTheRestLingersFromItsOwnTime() {
        Outbox outbox = outbox(2, 200, 100, null);
        outbox.put(new Caller(), recipients("a"));
        clock.forward(Duration.ofMillis(150));

        outbox.put(new Caller(), recipients("b", "c"));
        slots.runAll();
        assertThat(gateway.documents).containsExactly(List.of("a", "b"));
        clock.forward(Duration.ofMillis(199));
        slots.runAll();
        assertThat(gateway.documents).hasSize(1);
        clock.forward(Duration.ofMillis(1));
        slots.runAll();

        assertThat(gateway.documents).last().isEqualTo(List.of("c"));
    }

    @Test
    void aQueueSmallerThanADocumentDoesNotLingerForWhatHasNoRoom() {
        Outbox outbox = outbox(10, 60_000, 2, null);

        outbox.put(new Caller(), recipients("a", "b"));
        slots.runAll();

        assertThat(gateway.documents).containsExactly(List.of("a", "b"));
    }

    @Test
    void whoWaitsForAClientIdDoesNotFillADocument() {
        Outbox outbox = outbox(2, 200, 100, null);
        outbox.put(new Caller(), List.of(recipient("a", 7L), recipient("b", 8L)));
        Runnable underWay = slots.next();
        slots.free = 1;
        gateway.during = () -> {
            gateway.during = () -> {};
            outbox.put(new Caller(), List.of(recipient("a again", 7L), recipient("c", 9L)));
            assertThat(slots.running).as("c lingers for another").isEmpty();
        };

        underWay.run();

        assertThat(gateway.documents).containsExactly(List.of("a", "b"));
    }

    @Test
    void pacedPartsLeaveInTheSecondTheyBelongTo() {
        Outbox outbox = outbox(100, 0, 100, 3);
        slots.free = 4;

        outbox.put(new Caller(), recipients("a", "b", "c", "d", "e", "f", "g"));
        slots.runAll();
        assertThat(gateway.documents).containsExactly(List.of("a", "b", "c"));
        clock.forward(Duration.ofMillis(999));
        slots.runAll();
        assertThat(gateway.documents).hasSize(1);
        clock.forward(Duration.ofMillis(1));
        slots.runAll();
        clock.forward(Duration.ofMillis(1000));
        slots.runAll();

        assertThat(gateway.documents).containsExactly(List.of("a", "b", "c"), List.of("d", "e", "f"), List.of("g"));
    }

    @Test
    void aTextOfTwoPartsCountsTwice() {
        Outbox outbox = outbox(100, 0, 100, 3);
        String twoParts = "x".repeat(161);

        outbox.put(new Caller(), recipients(twoParts, twoParts, "c"));
        slots.runAll();

        assertThat(gateway.documents).containsExactly(List.of(twoParts));
    }

    private Outbox outbox(int batchSize, int lingerMillis, int capacity, Integer partsPerSecond) {
        OutboxSettings settings =
                new OutboxSettings(batchSize, Duration.ofMillis(lingerMillis), capacity, partsPerSecond);
        Outbox outbox = new Outbox(settings, SHARE, gateway, slots, clock);
        slots.freed = outbox::slotIsFree;
        return outbox;
    }

    private static List<Submission> recipients(String... texts) {
        return Stream.of(texts).map(text -> recipient(text, null)).toList();
    }

    private static int message;

    private static Submission recipient(String text, Long clientId) {
        return submission(message++, text, clientId);
    }

    private static Submission ofMessage(int message, String text) {
        return submission(message, text, null);
    }

    private static Submission submission(int message, String text, Long clientId) {
        Content content = new Content(Map.of(MessageField.SEND_SMS, "1", MessageField.TEXT_SMS, text));
        return new Submission(null, 0, message, content, "79001234567", clientId);
    }

    private static String text(Submission recipient) {
        return recipient.content().get(MessageField.TEXT_SMS);
    }

    /** Documents start when a slot is free, and run when the test says so. */
    private static final class Slots implements Outbox.Slots {

        private final Deque<Runnable> running = new ArrayDeque<>();
        private int free = 1;
        private Runnable freed;

        @Override
        public synchronized boolean tryRun(Runnable document) {
            if (free == 0) {
                return false;
            }
            free--;
            running.add(() -> {
                document.run();
                free++;
            });
            return true;
        }

        private synchronized Runnable next() {
            return running.remove();
        }

        private void runAll() {
            while (!running.isEmpty()) {
                next().run();
                freed.run();
            }
        }
    }

    private static final class Clock implements Outbox.Timer {

        private record Alarm(long time, Runnable task) {}

        private final Queue<Alarm> alarms = new PriorityQueue<>((one, other) -> Long.compare(one.time - other.time, 0));
        private long now = Long.MAX_VALUE - 50;

        @Override
        public long now() {
            return now;
        }

        @Override
        public void after(long nanos, Runnable task) {
            alarms.add(new Alarm(now + nanos, task));
        }

        private void forward(Duration time) {
            now += time.toNanos();
            while (!alarms.isEmpty() && alarms.peek().time - now <= 0) {
                alarms.remove().task.run();
            }
        }
    }

    private static final class Caller extends Sender {

        private final List<String> told = new ArrayList<>();
        private volatile boolean halted;

        @Override
        boolean isHalted() {
            return halted;
        }

        @Override
        boolean isStopped() {
            return false;
        }

        @Override
        void ended(List<Submission> recipients, Reply<List<SendResult>> reply) {
            recipients.forEach(recipient -> told.add(text(recipient) + " " + reply.kind()));
        }

        @Override
        void neverBegun(Submission recipient) {
            told.add(text(recipient) + " never begun");
        }
    }

    private static final class Recorder implements Gateway {

        private final Queue<List<String>> documents = new ConcurrentLinkedQueue<>();
        private Set<String> refused = Set.of();
        private Reason reason = Reason.OTHER;
        private Runnable during = () -> {};

        @Override
        public Reply<List<SendResult>> send(List<Submission> document) {
            documents.add(document.stream().map(OutboxTest::text).toList());
            during.run();
            boolean isRefused = document.stream().map(OutboxTest::text).anyMatch(refused::contains);
            return isRefused
                    ? new Reply<>(Kind.REFUSED, null, "no", reason, "refused", null)
                    : new Reply<>(Kind.ANSWERED, results(document), null, null, null, null);
        }

        @Override
        public Reply<List<DeliveryStatus>> status(List<String> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // nothing to close
        }

        private static List<SendResult> results(List<Submission> document) {
            return document.stream()
                    .map(recipient -> SendResult.without(recipient, Outcome.ACCEPTED, "send"))
                    .toList();
        }
    }
}
