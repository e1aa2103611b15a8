package ru.targetsms.simulator.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ru.targetsms.simulator.model.Change;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.protocol.MessageAnswer;
import ru.targetsms.simulator.protocol.MessageElement;

/** Holds the messages and answers for them, over the wire and to those who look from outside. Thread safe. */
final class Gateway {

    private final Ledger ledger = new Ledger();
    private final Arrivals arrivals = new Arrivals();
    private final MessageStore store;
    private final Ids ids;
    private final Acceptance acceptance;
    private final LifeCycle lifeCycle;
    private final Clock clock;
    private final Changes changes = new Changes();
    private final Refusals refusals;
    private volatile Instant since;

    Gateway(SimulatorOptions options) {
        clock = options.clock();
        since = clock.instant();
        refusals = new Refusals(clock);
        store = new MessageStore(options.capacity());
        ids = new Ids(clock.instant());
        acceptance = new Acceptance(ledger, refusals, store, ids, options.duplicateAnswer(), clock, options.zone());
        lifeCycle = new LifeCycle(new Pace(options.profile(), options.speed()));
    }

    Ledger ledger() {
        return ledger;
    }

    Changes changes() {
        return changes;
    }

    Refusals refusals() {
        return refusals;
    }

    /** Returns when the run began. */
    Instant since() {
        return since;
    }

    /** Tells everybody who waits, or looks, that a document was worked through. */
    void announce() {
        arrivals.announce();
        changes.announce(Change.MESSAGES);
    }

    /** Takes note of a document that was refused as a whole. */
    void refused(String words) {
        refusals.document(words);
        changes.announce(Change.MESSAGES);
    }

    MessageAnswer accept(Account account, MessageElement message, Orders orders) {
        return acceptance.accept(account, message, orders);
    }

    /** Returns what an account may know of an id: empty when it is unknown, or another account's. */
    Optional<MessageState> state(Account account, String id) {
        return store.find(ids.number(id))
                .filter(message -> message.login().equals(account.login()))
                .filter(message -> message.outcome() != Outcome.UNKNOWN_ID && !message.forgotten())
                .map(this::stateOf);
    }

    Optional<StoredMessage> find(long idMessage) {
        return store.find(number(idMessage));
    }

    /** Returns the messages kept, newest first. */
    List<StoredMessage> newestFirst() {
        return store.newestFirst();
    }

    boolean await(int count, Duration timeout) throws InterruptedException {
        return arrivals.await(() -> store.added() >= count, timeout);
    }

    /** Moves a message by hand. Returns whether it was there. */
    boolean move(long idMessage, Function<HandChange, MessageState> hand) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return replace(
                idMessage,
                message -> message.withState(hand.apply(new HandChange(message.content(), stateOf(message), now))));
    }

    /** Replaces a message; by null to forget it. Returns whether it was there. */
    boolean replace(long idMessage, UnaryOperator<StoredMessage> change) {
        boolean found = store.replace(number(idMessage), change);
        changes.announce(Change.MESSAGES);
        return found;
    }

    /** Tells whether time alone moved some message, after the one moment and until the other. */
    boolean movedBetween(Instant after, Instant until) {
        return store.newestFirst().stream().anyMatch(message -> lifeCycle.moves(message, after, until));
    }

    MessageStore store() {
        return store;
    }

    /** Returns every state a message has had until now. */
    List<MessageState> history(StoredMessage message) {
        return lifeCycle.past(clock.instant(), message);
    }

    ReceivedMessage seen(StoredMessage message) {
        return message.seen(stateOf(message));
    }

    void reset() {
        store.clear();
        ledger.reset();
        refusals.clear();
        since = clock.instant();
        changes.announce(Change.MESSAGES);
    }

    private MessageState stateOf(StoredMessage message) {
        return lifeCycle.at(clock.instant(), message);
    }

    private int number(long idMessage) {
        return ids.number(Long.toString(idMessage));
    }
}
