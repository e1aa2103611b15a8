package ru.targetsms.simulator.gateway;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.DuplicateAnswer;
import ru.targetsms.simulator.protocol.Abonent;
import ru.targetsms.simulator.protocol.MessageAnswer;
import ru.targetsms.simulator.protocol.MessageElement;
import ru.targetsms.simulator.protocol.RecipientAnswer;
import ru.targetsms.simulator.protocol.Words;

/** Accepts or refuses messages and their recipients, one by one, in the order of the document (R22-R24). */
record Acceptance(
        Ledger ledger,
        Refusals refusals,
        MessageStore store,
        Ids ids,
        DuplicateAnswer duplicateAnswer,
        Clock clock,
        ZoneId zone) {

    MessageAnswer accept(Account account, MessageElement message, Orders orders) {
        String ordered = orders.messageError(message);
        String fault = ordered == null ? MessageRules.fault(message) : ordered;
        if (fault != null) {
            ledger.refused(message.abonents().size());
            message.abonents().forEach(abonent -> refusals.recipient(abonent, fault));
            return MessageAnswer.refused(fault);
        }
        Content content = Content.of(message);
        List<RecipientAnswer> answers = new ArrayList<>(message.abonents().size());
        for (Abonent abonent : message.abonents()) {
            String refusal = orders.refusal(message, abonent);
            answers.add(refusal == null ? accept(account, content, abonent, orders) : refused(abonent, refusal));
        }
        return new MessageAnswer(null, answers);
    }

    private RecipientAnswer accept(Account account, Content content, Abonent abonent, Orders orders) {
        Outcome outcome = Outcome.of(abonent.phone());
        String fault = RecipientRules.fault(abonent, outcome);
        if (fault != null) {
            return refused(abonent, fault);
        }
        Long clientId = RecipientRules.clientId(abonent);
        Ledger.Booking booking = ledger.book(account.login(), clientId, Hash.of(abonent.phone(), content.text()));
        orders.booked(booking);
        if (booking.repeated()) {
            return repeated(abonent, content, booking.number(), orders.duplicateAnswer(duplicateAnswer));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant start = StoredMessage.start(content, now, zone);
        store.add(StoredMessage.accepted(
                booking.number(),
                ids.message(booking.number()),
                account.login(),
                clientId,
                abonent.phone(),
                content,
                now,
                start,
                orders.exchange()));
        if (outcome == Outcome.ANSWERED_AS_DUPLICATE) {
            DuplicateAnswer form = duplicateAnswer == DuplicateAnswer.OLD_ID ? DuplicateAnswer.BOTH : duplicateAnswer;
            return repeated(abonent, content, booking.number(), form);
        }
        Channel used = start.isAfter(now) ? null : content.first();
        return accepted(abonent, content, booking.number(), used, outcome == Outcome.HELD ? Words.HELD : Words.SEND);
    }

    private RecipientAnswer refused(Abonent abonent, String words) {
        ledger.refused(1);
        refusals.recipient(abonent, words);
        return RecipientAnswer.refused(abonent, words);
    }

    private RecipientAnswer repeated(Abonent abonent, Content content, int number, DuplicateAnswer form) {
        return switch (form) {
            case OLD_ID -> accepted(abonent, content, number, null, Words.SEND);
            case ERROR_TEXT -> RecipientAnswer.refused(abonent, Words.ALREADY_SENT);
            case BOTH -> accepted(abonent, content, number, null, Words.ALREADY_SENT);
        };
    }

    /** @param used the channel the message went out by, null when it has not gone out (now) */
    private RecipientAnswer accepted(Abonent abonent, Content content, int number, Channel used, String words) {
        return new RecipientAnswer(
                ids.message(number),
                abonent,
                used == Channel.SMS ? Ids.sms(number) : 0,
                used == Channel.VIBER ? Ids.viber(number) : 0,
                content.countMessage(),
                words);
    }
}
