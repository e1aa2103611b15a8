package ru.targetsms.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.HttpExchange;
import ru.targetsms.simulator.model.LedgerTotals;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.Refusal;
import ru.targetsms.simulator.model.RunReport;
import ru.targetsms.simulator.model.State;
import ru.targetsms.simulator.protocol.AnswerWriter;

/**
 * Is the gateway without its web server: what came in, what became of it, and the hand that moves it. A Spring Boot
 * application that runs the simulator inside itself gets this as a bean. Thread safe.
 */
public class Simulator {

    private final SimulatorOptions options;
    private final Gateway gateway;
    private final Accounts accounts;
    private final Faults faults;
    private final Questions questions = new Questions();
    private final Hold hold = new Hold();
    private final RecordingDoor door;
    private final Inbox inbox;

    public Simulator(SimulatorOptions options) {
        this.options = options;
        gateway = new Gateway(options);
        accounts = new Accounts(options.accounts());
        AnswerWriter writer = new AnswerWriter(options.zone());
        faults = new Faults(options.clock(), gateway.changes());
        XmlDoor xml = new XmlDoor(accounts, gateway, writer, options);
        Door faulty = new FaultyDoor(xml, faults, gateway.ledger(), new Spoiler(writer, hold), hold);
        door = new RecordingDoor(faulty, gateway.ledger(), questions, options.exchanges(), options.clock());
        inbox = new Inbox(gateway, door, questions);
    }

    /** Returns what answers the gateway's two addresses. */
    public Door door() {
        return door;
    }

    public SimulatorOptions options() {
        return options;
    }

    /** Returns the messages still kept, oldest first. */
    public List<ReceivedMessage> messages() {
        List<ReceivedMessage> messages = new ArrayList<>(newest(Integer.MAX_VALUE, message -> true));
        Collections.reverse(messages);
        return messages;
    }

    /** Returns the newest messages that fit, newest first. */
    public List<ReceivedMessage> newest(int limit, Predicate<ReceivedMessage> filter) {
        return gateway.newestFirst().stream()
                .map(gateway::seen)
                .filter(filter)
                .limit(limit)
                .toList();
    }

    /** Returns the newest message. */
    public Optional<ReceivedMessage> latest() {
        return newest(1, message -> true).stream().findFirst();
    }

    /** Returns one message; empty when it is unknown or no longer kept. */
    public Optional<ReceivedMessage> message(long idMessage) {
        return gateway.find(idMessage).map(gateway::seen);
    }

    /**
     * Waits until at least so many messages have been accepted since the start or the last reset.
     *
     * @return the messages still kept, oldest first
     * @throws IllegalStateException when the time is over first, or the thread is interrupted
     */
    public List<ReceivedMessage> awaitMessages(int count, Duration timeout) {
        if (!await(count, timeout)) {
            throw new IllegalStateException("Only %d of %d messages were accepted within %s"
                    .formatted(ledger().totals().accepted(), count, timeout));
        }
        return messages();
    }

    /** Waits as {@link #awaitMessages} does; returns false when the time is over first. */
    public boolean await(int count, Duration timeout) {
        try {
            return gateway.await(count, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for messages", e);
        }
    }

    /** Returns the books. They stay exact when the messages themselves are no longer kept. */
    public Ledger ledger() {
        return gateway.ledger();
    }

    /** Returns which ids were asked for, and how often. */
    public Questions questions() {
        return questions;
    }

    /** Returns the messages as somebody reads them, one by one. */
    public Inbox inbox() {
        return inbox;
    }

    /** Returns what tells that something has changed. */
    public Changes changes() {
        return gateway.changes();
    }

    /** Returns what was refused last, newest first, 100 at most. */
    public List<Refusal> refusals() {
        return gateway.refusals().newest();
    }

    /** Sums up the run: what happened since the start or the last reset. */
    public RunReport report() {
        LedgerTotals totals = ledger().totals();
        return new RunReport(
                gateway.since(),
                totals.recipients(),
                totals.accepted(),
                totals.refused(),
                totals.duplicatesRefused(),
                totals.doubledRecipients(),
                ledger().unknown(),
                faults.ofRun().stream().map(ActiveFault::count).toList());
    }

    /** Returns the last raw exchanges, oldest first. They hold phones, texts and passwords. */
    public List<HttpExchange> requests() {
        return door.exchanges();
    }

    /**
     * Ends a message by hand: the channel in hand and the message as a whole get the state, in every profile. From then
     * on only the hand moves it.
     *
     * @throws IllegalArgumentException when the message is unknown, or cannot have this state
     */
    public void setState(long idMessage, State state) {
        found(gateway.move(idMessage, hand -> hand.whole(state)));
    }

    /**
     * Moves one channel by hand; the message follows by the rules of the cascade: when Viber fails, the SMS is next
     * (R8).
     *
     * @throws IllegalArgumentException when the message is unknown, or the channel cannot have this state
     */
    public void setState(long idMessage, Channel channel, State state) {
        found(gateway.move(idMessage, hand -> hand.channel(channel, state)));
    }

    /**
     * Moves the channel in hand, the one that was tried last; the message follows by the rules of the cascade.
     *
     * @throws IllegalArgumentException when the message is unknown, or the channel cannot have this state
     */
    public void moveInHand(long idMessage, State state) {
        found(gateway.move(idMessage, hand -> hand.inHand(state)));
    }

    /** Tells whether time alone moved a message that is kept to another state, after the one moment and until the other. */
    public boolean movedBetween(Instant after, Instant until) {
        return gateway.movedBetween(after, until);
    }

    /**
     * Forgets the id of a message: clients that ask for it are told that it is unknown. The message is still here to be
     * looked at, and its client id stays used.
     *
     * @throws IllegalArgumentException when the message is unknown
     */
    public void forget(long idMessage) {
        found(gateway.replace(idMessage, StoredMessage::unknown));
    }

    /**
     * Blocks an account, or lets it in again.
     *
     * @throws IllegalArgumentException when there is no such account
     */
    public void block(String login, boolean blocked) {
        accounts.block(login, blocked);
    }

    /** Returns what shall go wrong. */
    public Faults faults() {
        return faults;
    }

    /**
     * Ends every fault and forgets messages, client ids, books, questions and exchanges; a new run begins. A request
     * held by a fault gets no answer, and if it was held before it was accepted, it never is. Blocked accounts stay
     * blocked, ids are never given twice.
     */
    public void reset() {
        faults.reset();
        hold.release();
        questions.reset();
        door.clear();
        gateway.reset();
    }

    /** Holds no request any longer. Called when the web server is about to stop. */
    public void letGo() {
        hold.close();
    }

    /** Holds requests again, for a web server that starts anew. */
    protected void holdAgain() {
        hold.open();
    }

    private static void found(boolean found) {
        if (!found) {
            throw new IllegalArgumentException("No message has this id");
        }
    }
}
