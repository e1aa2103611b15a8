package ru.targetsms.simulator.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.HttpExchange;
import ru.targetsms.simulator.model.ReceivedMessage;
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

    public Simulator(SimulatorOptions options) {
        this.options = options;
        gateway = new Gateway(options);
        accounts = new Accounts(options.accounts());
        AnswerWriter writer = new AnswerWriter(options.zone());
        faults = new Faults(options.clock());
        XmlDoor xml = new XmlDoor(accounts, gateway, writer, options);
        Door faulty = new FaultyDoor(xml, faults, new Spoiler(writer, hold), hold);
        door = new RecordingDoor(faulty, gateway.ledger(), questions, options.exchanges(), options.clock());
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
        return gateway.newest(limit, filter);
    }

    /** Returns the newest message. */
    public Optional<ReceivedMessage> latest() {
        return newest(1, message -> true).stream().findFirst();
    }

    /** Returns one message; empty when it is unknown or no longer kept. */
    public Optional<ReceivedMessage> message(long idMessage) {
        return gateway.find(idMessage);
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
        found(gateway.change(idMessage, null, state));
    }

    /**
     * Moves one channel by hand; the message follows by the rules of the cascade: when Viber fails, the SMS is next
     * (R8).
     *
     * @throws IllegalArgumentException when the message is unknown, or the channel cannot have this state
     */
    public void setState(long idMessage, Channel channel, State state) {
        found(gateway.change(idMessage, channel, state));
    }

    /**
     * Forgets a message: its id becomes unknown. Its client id stays used.
     *
     * @throws IllegalArgumentException when the message is unknown
     */
    public void forget(long idMessage) {
        found(gateway.forget(idMessage));
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
     * Ends every fault and forgets messages, client ids, books, questions and exchanges. A request held by a fault gets no answer,
     * and if it was held before it was accepted, it never is. Blocked accounts stay blocked, ids are never given twice.
     */
    public void reset() {
        faults.clear();
        hold.release();
        gateway.reset();
        questions.reset();
        door.clear();
    }

    /** Holds no request any longer. Called when the web server is about to stop. */
    public void letGo() {
        hold.close();
    }

    private static void found(boolean found) {
        if (!found) {
            throw new IllegalArgumentException("No message has this id");
        }
    }
}
