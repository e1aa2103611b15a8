package ru.targetsms.simulator.model;

/**
 * Sums up the ledger since the start or the last reset. {@code recipients} is always the sum of {@code accepted},
 * {@code refused} and {@code duplicatesRefused}.
 *
 * @param posts POSTs to {@code message.php}, whatever they held
 * @param documents those whose document was understood and whose account was let in
 * @param statusPosts POSTs to {@code state_message.php}
 * @param recipients recipients in the documents
 * @param accepted recipients accepted
 * @param refused recipients refused, each alone or with its message
 * @param duplicatesRefused recipients not sent again because of their client id (R20)
 * @param distinctClientIds client ids accepted at least once
 * @param distinctRecipients different pairs of phone and text accepted at least once
 * @param doubledClientIds acceptances beyond the first of their client id
 * @param doubledRecipients acceptances beyond the first of their phone and text
 */
public record LedgerTotals(
        long posts,
        long documents,
        long statusPosts,
        long recipients,
        long accepted,
        long refused,
        long duplicatesRefused,
        long distinctClientIds,
        long distinctRecipients,
        long doubledClientIds,
        long doubledRecipients) {}
