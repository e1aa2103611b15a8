package ru.targetsms.camel.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.DeliveryState;

/** Says what holds for every tracker. Time is moved by hand, so nothing here depends on how fast the machine is. */
abstract class DeliveryTrackerContract {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    static final Duration LEASE = Duration.ofMinutes(3);
    static final Duration FIRST_POLL_DELAY = Duration.ofMinutes(1);

    /** Tests share a tracker and keep to accounts of their own. */
    final String account = "gateway.example:" + ACCOUNTS.incrementAndGet();

    final String otherAccount = account + "-too";

    /** Returns the tracker as one node has it. */
    abstract DeliveryTracker tracker();

    /** Returns the tracker as another node has it: of the same messages, with nothing read before. */
    abstract DeliveryTracker otherNode();

    /** Lets time pass for the tracker. */
    abstract void pass(Duration time);

    @Test
    void anotherAccountSeesNothing() {
        track("1");
        pass(FIRST_POLL_DELAY);

        List<Claim> others = tracker().claim(request(otherAccount, 10));

        assertThat(others).isEmpty();
        assertThat(otherNode().backlog(otherAccount)).isEqualTo(new Backlog(0, null));
        assertThat(claim(10)).hasSize(1);
    }

    @Test
    void theSameIdOfTwoAccountsIsTwoMessages() {
        tracker().track(List.of(TrackedMessage.of(account, "1"), TrackedMessage.of(otherAccount, "1")));
        pass(FIRST_POLL_DELAY);

        save(claim(10).get(0).done(DeliveryState.DELIVER));

        assertThat(tracker().claim(request(otherAccount, 10))).hasSize(1);
    }

    @Test
    void aMessageIsNotDueBeforeTheFirstPollDelay() {
        track("1");

        pass(FIRST_POLL_DELAY.minusSeconds(30));
        List<Claim> early = claim(10);
        pass(Duration.ofSeconds(30));

        assertThat(early).isEmpty();
        assertThat(claim(10)).hasSize(1);
    }

    @Test
    void aMessageThatStartsLaterIsNotDueBeforeThatAndTheFirstPollDelay() {
        tracker()
                .track(List.of(new TrackedMessage(account, "1", "79001234567", null, null, Duration.ofHours(2), null)));

        pass(Duration.ofHours(2));
        List<Claim> early = claim(10);
        pass(FIRST_POLL_DELAY);

        assertThat(early).isEmpty();
        assertThat(claim(10)).hasSize(1);
    }

    @Test
    void aTimeToComeOfAHundredYearsIsNoError() {
        tracker()
                .track(List.of(
                        new TrackedMessage(account, "1", null, null, null, Duration.ofSeconds(Long.MAX_VALUE), null)));

        assertThat(claim(10)).isEmpty();
        assertThat(otherNode().backlog(account)).isEqualTo(new Backlog(1, Duration.ZERO));
    }

    @Test
    void whatIsDueLongestIsClaimedFirst() {
        track("third");
        pass(Duration.ofMinutes(10));
        Claim polled = claim(1).get(0);
        save(polled.pollAgain(DeliveryState.SEND, Duration.ofMinutes(24)));
        track("first");
        pass(Duration.ofMinutes(20));
        track("second");
        pass(Duration.ofMinutes(4));
        track("fourth");
        pass(Duration.ofMinutes(20));

        assertThat(ids(claim(2))).containsExactly("first", "second");
        assertThat(ids(claim(2))).containsExactly("third", "fourth");
        assertThat(claim(2)).isEmpty();
    }

    @Test
    void aClaimTakesNoMoreThanTheLimit() {
        track("1", "2", "3", "4", "5");
        pass(FIRST_POLL_DELAY);

        List<Integer> sizes = List.of(claim(2).size(), claim(2).size(), claim(2).size(), claim(2).size());

        assertThat(sizes).containsExactly(2, 2, 1, 0);
    }

    @Test
    void whatIsHeldNobodyElseGets() {
        track("1", "2");
        pass(FIRST_POLL_DELAY);

        List<Claim> mine = claim(1);
        List<Claim> others = otherNode().claim(request(account, 10));

        assertThat(ids(others)).hasSize(1).doesNotContainAnyElementsOf(ids(mine));
    }

    @Test
    void aLeaseThatEndedMakesTheMessageDueAtOnceAndRefusesWhatTheLateHolderSays() {
        track("1");
        pass(FIRST_POLL_DELAY);
        Claim late = claim(10).get(0);

        pass(LEASE);
        Claim current = claim(otherNode()).get(0);

        assertThat(current.version()).isGreaterThan(late.version());
        assertThat(tracker().renew(List.of(late), LEASE)).isEmpty();
        assertThat(tracker().save(List.of(late.done(DeliveryState.NOT_DELIVER))))
                .containsExactly(late);
        assertThat(otherNode().save(List.of(current.done(DeliveryState.DELIVER))))
                .isEmpty();
    }

    @Test
    void aLateHolderWhoseMessageNobodyTookMayStillSave() {
        track("1");
        pass(FIRST_POLL_DELAY);
        Claim late = claim(10).get(0);

        pass(LEASE.multipliedBy(2));

        assertThat(tracker().save(List.of(late.done(DeliveryState.DELIVER)))).isEmpty();
        assertThat(claim(10)).isEmpty();
    }

    @Test
    void aRenewedLeaseHolds() {
        track("1", "2");
        pass(FIRST_POLL_DELAY);
        List<Claim> mine = claim(10);

        pass(LEASE.minusSeconds(30));
        Collection<Claim> renewed = tracker().renew(mine.subList(0, 1), LEASE);
        pass(LEASE.minusSeconds(30));
        List<Claim> others = claim(otherNode());

        assertThat(renewed).containsExactly(mine.get(0));
        assertThat(ids(others)).containsExactly(ids(mine).get(1));
        assertThat(tracker().save(List.of(mine.get(0).done(DeliveryState.DELIVER))))
                .isEmpty();
    }

    @Test
    void savingEndsTheClaim() {
        track("again", "done");
        pass(FIRST_POLL_DELAY);
        List<Claim> claims = claim(10);
        ClaimEnd again = claims.get(0).pollAgain(DeliveryState.SEND, Duration.ofHours(1));
        ClaimEnd done = claims.get(1).done(DeliveryState.DELIVER);
        tracker().save(List.of(again, done));

        Collection<Claim> renewed = tracker().renew(claims, LEASE);
        Collection<Claim> lost =
                tracker().save(List.of(claims.get(0).unchanged(), claims.get(1).unchanged()));

        assertThat(renewed).isEmpty();
        assertThat(lost).containsExactlyInAnyOrderElementsOf(claims);
        pass(LEASE);
        assertThat(claim(10)).isEmpty();
        pass(Duration.ofHours(1));
        assertThat(claim(10)).extracting(Claim::state).containsExactly(DeliveryState.SEND);
    }

    @Test
    void aClaimGivenBackUnchangedIsDueAtOnceAsItWas() {
        track("1");
        pass(FIRST_POLL_DELAY);
        Claim first = claim(10).get(0);

        save(first.unchanged());
        Claim second = claim(10).get(0);

        assertThat(second).returns(null, Claim::state).returns(0, Claim::polls).returns(0, Claim::failures);
        assertThat(second.version()).isGreaterThan(first.version());
    }

    @Test
    void failuresAreCountedUntilTheGatewayAnswersAgain() {
        track("1");
        pass(FIRST_POLL_DELAY);

        save(claim(10).get(0).pollAgain(DeliveryState.SEND, Duration.ZERO));
        save(claim(10).get(0).failed());
        save(claim(10).get(0).failed());
        Claim failedTwice = claim(10).get(0);
        save(failedTwice.pollAgain(DeliveryState.DELIVER, Duration.ZERO));
        Claim answered = claim(10).get(0);

        assertThat(failedTwice)
                .returns(DeliveryState.SEND, Claim::state)
                .returns(1, Claim::polls)
                .returns(2, Claim::failures);
        assertThat(answered)
                .returns(DeliveryState.DELIVER, Claim::state)
                .returns(2, Claim::polls)
                .returns(0, Claim::failures);
    }

    @Test
    void theNextPollComesAfterTheTimeGiven() {
        track("1");
        pass(FIRST_POLL_DELAY);
        save(claim(10).get(0).pollAgain(DeliveryState.SEND, Duration.ofMinutes(20)));

        pass(Duration.ofMinutes(19));
        List<Claim> early = claim(10);
        pass(Duration.ofMinutes(1));

        assertThat(early).isEmpty();
        assertThat(claim(10)).hasSize(1);
    }

    @Test
    void whatIsDoneIsNeverClaimedAgainNorTakenAgain() {
        track("1");
        pass(FIRST_POLL_DELAY);
        save(claim(10).get(0).done(DeliveryState.DELIVER));

        track("1");
        pass(Duration.ofDays(30));

        assertThat(claim(10)).isEmpty();
        assertThat(otherNode().backlog(account)).isEqualTo(new Backlog(0, null));
    }

    @Test
    void aMessageStoredAgainStaysAsItIs() {
        tracker().track(List.of(new TrackedMessage(account, "1", "79001234567", 7L, "order 42", null, null)));
        pass(FIRST_POLL_DELAY);
        save(claim(10).get(0).pollAgain(DeliveryState.SEND, Duration.ZERO));

        tracker()
                .track(List.of(
                        new TrackedMessage(account, "1", "79007654321", 8L, "order 43", Duration.ofDays(1), null)));
        Claim claim = claim(10).get(0);
        tracker().track(List.of(TrackedMessage.of(account, "1")));

        assertThat(claim.polls()).isOne();
        assertThat(claim.message())
                .returns("79001234567", TrackedMessage::phone)
                .returns(7L, TrackedMessage::clientIdMessage)
                .returns("order 42", TrackedMessage::correlationId);
        assertThat(tracker().save(List.of(claim.done(DeliveryState.DELIVER)))).isEmpty();
    }

    @Test
    void anIdGivenTwiceInOneCallIsOneMessage() {
        track("1", "2", "1");
        pass(FIRST_POLL_DELAY);

        assertThat(ids(claim(10))).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void whatIsKnownOfAMessageComesBackToTheLetter() {
        String odd = "Заказ №42 \"срочно\" 'да' \\ ; -- \uD83D\uDE9A \r\n\t " + "x".repeat(20_000);
        TrackedMessage full =
                new TrackedMessage(account, "9223372036854775807", "+7 (900) 123-45-67", Long.MAX_VALUE, odd, null, 3);
        TrackedMessage bare = TrackedMessage.of(account, "2");
        tracker().track(List.of(full, bare));
        pass(FIRST_POLL_DELAY);

        List<Claim> claims = claim(10);

        assertThat(claims).extracting(Claim::message).containsExactlyInAnyOrder(full, bare);
    }

    @Test
    void aTextThatNoDatabaseTakesIsStoredAllTheSame() {
        tracker()
                .track(List.of(
                        new TrackedMessage(account, "1", "7900\0", 7L, "zero \0 byte", null, null),
                        new TrackedMessage(account, "2", null, 8L, "half of a pair \uD83D", null, null)));
        pass(FIRST_POLL_DELAY);

        List<Claim> claims = claim(10);

        assertThat(ids(claims)).containsExactlyInAnyOrder("1", "2");
        assertThat(claims).allSatisfy(claim -> assertThat(claim.message().correlationId())
                .containsAnyOf("zero ", "half of a pair "));
    }

    @Test
    void theAgeCountsFromWhenTheGatewayBegan() {
        tracker()
                .track(List.of(
                        new TrackedMessage(account, "now", null, null, null, null, null),
                        new TrackedMessage(account, "later", null, null, null, Duration.ofHours(1), null)));

        pass(Duration.ofHours(3));
        List<Claim> claims = claim(10);

        assertThat(claims).extracting(claim -> claim.message().idMessage()).containsExactly("now", "later");
        assertThat(claims.get(0).age()).isCloseTo(Duration.ofHours(3), Duration.ofMinutes(1));
        assertThat(claims.get(1).age()).isCloseTo(Duration.ofHours(2), Duration.ofMinutes(1));
    }

    @Test
    void theBacklogCountsWhatIsPendingAndHowOldItIs() {
        track("1");
        pass(Duration.ofHours(2));
        track("2", "3");
        pass(FIRST_POLL_DELAY);
        Backlog before = otherNode().backlog(account);

        Claim oldest = claim(1).get(0);
        Backlog held = otherNode().backlog(account);
        save(oldest.done(DeliveryState.READ));
        Backlog after = otherNode().backlog(account);

        assertThat(before.pending()).isEqualTo(3);
        assertThat(before.oldest()).isCloseTo(Duration.ofMinutes(121), Duration.ofSeconds(50));
        assertThat(held.pending()).isEqualTo(3);
        assertThat(after.pending()).isEqualTo(2);
        assertThat(after.oldest().toSeconds()).isCloseTo(60L, within(50L));
    }

    @Test
    void nothingToDoIsNoError() {
        tracker().track(List.of());

        assertThat(tracker().renew(List.of(), LEASE)).isEmpty();
        assertThat(tracker().save(List.of())).isEmpty();
    }

    @Test
    void tenThousandMessagesAreStoredInOneCall() {
        tracker()
                .track(IntStream.range(0, 10_000)
                        .mapToObj(i -> TrackedMessage.of(account, "id" + i))
                        .toList());
        pass(FIRST_POLL_DELAY);

        assertThat(otherNode().backlog(account).pending()).isEqualTo(10_000);
        assertThat(claim(1_000)).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void nodesThatStoreTheSameMessagesAtTheSameTimeStoreEachOnce() {
        List<TrackedMessage> messages = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(i -> TrackedMessage.of(account, "id" + i))
                .toList());

        Nodes.run(4, node -> {
            List<TrackedMessage> shuffled = Nodes.shuffled(messages, node);
            for (int from = 0; from < shuffled.size(); from += 50) {
                otherNode().track(shuffled.subList(from, from + 50));
            }
        });

        assertThat(otherNode().backlog(account).pending()).isEqualTo(300);
        pass(FIRST_POLL_DELAY);
        assertThat(ids(claim(1_000))).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void nodesThatClaimAtTheSameTimeNeverHoldOneMessageTogether() {
        int messages = 300;
        int polls = 3;
        track(IntStream.range(0, messages).mapToObj(i -> "id" + i).toArray(String[]::new));
        pass(FIRST_POLL_DELAY);
        Holders holders = new Holders();
        AtomicInteger done = new AtomicInteger();

        Nodes.run(6, node -> {
            DeliveryTracker tracker = otherNode();
            while (done.get() < messages && !Thread.interrupted()) {
                List<Claim> claims = tracker.claim(request(account, 1 + node * 3));
                holders.begin(claims);
                Collection<Claim> renewed = tracker.renew(claims, LEASE);
                assertThat(renewed).hasSameSizeAs(claims);
                List<ClaimEnd> ends = claims.stream()
                        .map(claim -> claim.polls() + 1 < polls
                                ? claim.pollAgain(DeliveryState.SEND, Duration.ZERO)
                                : claim.done(DeliveryState.DELIVER))
                        .toList();
                holders.end(claims);
                assertThat(tracker.save(ends)).isEmpty();
                done.addAndGet((int) ends.stream().filter(ClaimEnd::isDone).count());
            }
        });

        assertThat(done).hasValue(messages);
        assertThat(holders.begun()).isEqualTo(messages * polls);
        assertThat(otherNode().backlog(account).pending()).isZero();
    }

    final void track(String... ids) {
        tracker()
                .track(List.of(ids).stream()
                        .map(id -> TrackedMessage.of(account, id))
                        .toList());
    }

    final void save(ClaimEnd end) {
        assertThat(tracker().save(List.of(end))).isEmpty();
    }

    final List<Claim> claim(int limit) {
        return tracker().claim(request(account, limit));
    }

    final List<Claim> claim(DeliveryTracker node) {
        return node.claim(request(account, 10));
    }

    static ClaimRequest request(String account, int limit) {
        return new ClaimRequest(account, "a test", limit, LEASE, FIRST_POLL_DELAY);
    }

    static List<String> ids(Collection<Claim> claims) {
        return claims.stream().map(claim -> claim.message().idMessage()).toList();
    }
}
