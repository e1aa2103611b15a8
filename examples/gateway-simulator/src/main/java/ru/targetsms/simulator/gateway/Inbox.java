package ru.targetsms.simulator.gateway;

import java.util.List;
import java.util.Optional;
import ru.targetsms.simulator.model.Change;
import ru.targetsms.simulator.model.HttpExchange;
import ru.targetsms.simulator.model.InboxPage;
import ru.targetsms.simulator.model.MessageDetail;
import ru.targetsms.simulator.model.Tally;

/**
 * Shows the messages to somebody who reads them one by one. What he does here no client of the gateway notices. Thread
 * safe.
 */
public final class Inbox {

    private final Gateway gateway;
    private final RecordingDoor door;
    private final Questions questions;

    Inbox(Gateway gateway, RecordingDoor door, Questions questions) {
        this.gateway = gateway;
        this.door = door;
        this.questions = questions;
    }

    /**
     * Returns a page.
     *
     * @param search words that must all occur in phone, texts, senders, mailing or client id; null or blank for all
     *     messages
     * @param offset how many to pass over, at least 0
     * @param limit how many to return at most, at least 0
     */
    public InboxPage page(String search, int offset, int limit) {
        List<StoredMessage> kept = gateway.newestFirst();
        List<StoredMessage> found = kept.stream().filter(new Search(search)).toList();
        return new InboxPage(
                found.stream().skip(offset).limit(limit).map(gateway::seen).toList(),
                offset,
                found.size(),
                kept.size(),
                unread());
    }

    /** Returns all there is to know about a message; empty when it is not kept. */
    public Optional<MessageDetail> detail(long idMessage) {
        return gateway.find(idMessage).map(this::detail);
    }

    /** Takes the mark from a message that nobody has opened yet; returns whether it was there. */
    public boolean open(long idMessage) {
        Optional<StoredMessage> message = gateway.find(idMessage);
        if (message.isPresent() && message.get().unread()) {
            gateway.replace(idMessage, StoredMessage::opened);
        }
        return message.isPresent();
    }

    /** Takes the mark from all messages. */
    public void openAll() {
        gateway.store().openAll();
        gateway.changes().announce(Change.MESSAGES);
    }

    /** Removes a message; its id is unknown from then on. Its client id stays used. Returns whether it was there. */
    public boolean delete(long idMessage) {
        return gateway.replace(idMessage, message -> null);
    }

    /** Removes all messages. Client ids, ledger and the run go on. */
    public void deleteAll() {
        gateway.store().removeAll();
        gateway.changes().announce(Change.MESSAGES);
    }

    /** Returns how many messages nobody has opened yet. */
    public int unread() {
        return gateway.store().unread();
    }

    private MessageDetail detail(StoredMessage message) {
        Content content = message.content();
        HttpExchange sending = door.exchange(message.exchange()).orElse(null);
        Tally tally = message.clientId() == null
                ? gateway.ledger().recipient(message.phone(), content.text())
                : gateway.ledger().clientId(message.login(), message.clientId());
        return new MessageDetail(
                gateway.seen(message),
                gateway.history(message),
                message.startsAt(),
                content.textSms() == null ? null : SmsParts.meter(content.textSms()),
                sending,
                door.questions(message.idMessage()),
                questions.asked(message.idMessage()),
                tally);
    }
}
