package ru.targetsms.simulator.gateway;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.targetsms.simulator.model.LedgerTotals;
import ru.targetsms.simulator.model.Tally;

/**
 * Keeps the books: what was really accepted, how often, and what was refused as a repeat (R20). It remembers every
 * client id and every pair of phone and text until the next reset, whatever the message store forgets. Thread safe; each
 * booking is one atomic step.
 */
public final class Ledger {

    private final Map<String, CountTable> clientIds = new HashMap<>();
    private CountTable recipients = new CountTable();
    private final Set<Integer> unknown = new HashSet<>();
    private int lastNumber;
    private int lastOfEarlierRuns;
    private long posts;
    private long documents;
    private long statusPosts;
    private long accepted;
    private long refused;
    private long duplicatesRefused;
    private long distinctClientIds;
    private long distinctRecipients;
    private long doubledClientIds;
    private long doubledRecipients;

    /** Returns the sums. */
    public synchronized LedgerTotals totals() {
        return new LedgerTotals(
                posts,
                documents,
                statusPosts,
                accepted + refused + duplicatesRefused,
                accepted,
                refused,
                duplicatesRefused,
                distinctClientIds,
                distinctRecipients,
                doubledClientIds,
                doubledRecipients);
    }

    /** Returns of how many accepted recipients the sender cannot know that they were. */
    public synchronized long unknown() {
        return unknown.size();
    }

    /** Returns what became of a client id of one account. */
    public synchronized Tally clientId(String login, long clientId) {
        CountTable table = clientIds.get(login);
        return table == null ? new Tally(0, 0) : new Tally(table.accepted(clientId), table.refused(clientId));
    }

    /** Returns what became of a client id, over all accounts. */
    public synchronized Tally clientId(long clientId) {
        return clientIds.keySet().stream()
                .map(login -> clientId(login, clientId))
                .reduce(new Tally(0, 0), Tally::plus);
    }

    /**
     * Returns what became of a phone and a text.
     *
     * @param text text of the first channel, as it came over the wire
     */
    public synchronized Tally recipient(String phone, String text) {
        long key = Hash.of(phone, text);
        return new Tally(recipients.accepted(key), recipients.refused(key));
    }

    /** Accepts a recipient, or finds that its client id was used before (R20). */
    synchronized Booking book(String login, Long clientId, long recipientKey) {
        CountTable ids = clientIds.computeIfAbsent(login, key -> new CountTable());
        int earlier = clientId == null ? 0 : ids.number(clientId);
        if (earlier != 0) {
            duplicatesRefused++;
            ids.refuse(clientId);
            recipients.refuse(recipientKey);
            return new Booking(earlier, true);
        }
        int number = ++lastNumber;
        accepted++;
        if (clientId != null && ids.accept(clientId, number) == 1) {
            distinctClientIds++;
        } else if (clientId != null) {
            doubledClientIds++;
        }
        if (recipients.accept(recipientKey, number) == 1) {
            distinctRecipients++;
        } else {
            doubledRecipients++;
        }
        return new Booking(number, false);
    }

    /** Books that a sender was told what became of these. */
    void told(List<Integer> numbers) {
        if (!numbers.isEmpty()) {
            synchronized (this) {
                numbers.forEach(unknown::remove);
            }
        }
    }

    /** Books that the answer about these was kept back or spoilt. What an earlier run accepted is no longer in the books. */
    synchronized void untold(List<Integer> numbers) {
        numbers.stream().filter(number -> number > lastOfEarlierRuns).forEach(unknown::add);
    }

    synchronized void refused(int count) {
        refused += count;
    }

    synchronized void posted() {
        posts++;
    }

    synchronized void understood() {
        documents++;
    }

    synchronized void statePosted() {
        statusPosts++;
    }

    /** Forgets everything but the last number: an id is never given twice. */
    synchronized void reset() {
        clientIds.clear();
        unknown.clear();
        lastOfEarlierRuns = lastNumber;
        recipients = new CountTable();
        posts = documents = statusPosts = accepted = refused = duplicatesRefused = 0;
        distinctClientIds = distinctRecipients = doubledClientIds = doubledRecipients = 0;
    }

    /**
     * Says how a recipient was booked.
     *
     * @param number running number of the message, for a repeat that of the first one
     */
    record Booking(int number, boolean repeated) {}
}
