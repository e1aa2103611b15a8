package ru.targetsms.simulator.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.State;
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

    Gateway(SimulatorOptions options) {
        clock = options.clock();
        store = new MessageStore(options.capacity());
        ids = new Ids(clock.instant());
        acceptance = new Acceptance(ledger, store, ids, options.duplicateAnswer(), clock, options.zone());
        lifeCycle = new LifeCycle(new Pace(options.profile(), options.speed()));
    }

    Ledger ledger() {
        return ledger;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    MessageAnswer accept(Account account, MessageElement message, Orders orders) {
        return acceptance.accept(account, message, orders);
    }

    /** Returns what an account may know of an id: empty when it is unknown, or another account's. */
    Optional<MessageState> state(Account account, String id) {
        return store.find(ids.number(id))
                .filter(message -> message.login().equals(account.login()))
                .filter(message -> message.outcome() != Outcome.UNKNOWN_ID)
                .map(this::stateOf);
    }

    Optional<ReceivedMessage> find(long idMessage) {
        return store.find(ids.number(Long.toString(idMessage))).map(this::seen);
    }

    /** Returns the newest messages, newest first. */
    List<ReceivedMessage> newest(int limit, Predicate<ReceivedMessage> filter) {
        return store.newest(limit, message -> filter.test(seen(message))).stream()
                .map(this::seen)
                .toList();
    }

    boolean await(int count, Duration timeout) throws InterruptedException {
        return arrivals.await(() -> store.added() >= count, timeout);
    }

    /** Moves a message by hand; {@code channel} null means the message as a whole. Returns whether it was there. */
    boolean change(long idMessage, Channel channel, State word) {
        return store.replace(ids.number(Long.toString(idMessage)), message -> {
            HandChange change = new HandChange(
                    message.content(), stateOf(message), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return message.withState(channel == null ? change.whole(word) : change.channel(channel, word));
        });
    }

    boolean forget(long idMessage) {
        return store.replace(ids.number(Long.toString(idMessage)), message -> null);
    }

    void reset() {
        store.clear();
        ledger.reset();
    }

    private MessageState stateOf(StoredMessage message) {
        return lifeCycle.at(clock.instant(), message);
    }

    private ReceivedMessage seen(StoredMessage message) {
        return message.seen(stateOf(message));
    }
}
