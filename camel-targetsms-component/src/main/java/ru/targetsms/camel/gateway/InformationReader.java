package ru.targetsms.camel.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.gateway.Response.Information;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/** Turns an answer's {@code <information>} elements into results (R23, R24). */
final class InformationReader {

    private InformationReader() {}

    /** Tells whether an entry at a recipient's position can be its own: an equal phone, and no other client id. */
    static boolean fits(Submission submission, Information information) {
        String id = information.clientIdMessage;
        boolean idFits = id == null || id.isBlank() || id.strip().equals(String.valueOf(submission.clientIdMessage()));
        return idFits && isSamePhone(text(information.phone), submission.phone());
    }

    /** Returns what the entry says of the recipient; nothing of the answer is kept but its words. */
    static SendResult read(Submission submission, Information information) {
        Outcome outcome = outcome(submission, information);
        return new SendResult(
                submission.index(),
                submission.phone(),
                submission.clientIdMessage(),
                outcome,
                outcome.accepted() ? Numbers.id(information.idMessage) : null,
                Numbers.channelId(information.idSms),
                Numbers.channelId(information.idViber),
                Numbers.integer(information.countMessage),
                GatewayTexts.shared(text(information.text)),
                List.of());
    }

    private static Outcome outcome(Submission submission, Information information) {
        boolean hasId = !text(information.idMessage).isBlank();
        boolean isDuplicate = GatewayTexts.isDuplicate(information.text);
        boolean isHeld = GatewayTexts.isHeld(information.text);
        if (namesAnotherPhone(submission, information) && (hasId || isDuplicate || isHeld)) {
            return Outcome.REJECTED;
        }
        if (isDuplicate) {
            return Outcome.DUPLICATE;
        }
        if (isHeld) {
            return Outcome.HELD;
        }
        if (hasId) {
            return Outcome.ACCEPTED;
        }
        boolean saysWhy = !text(information.text).isBlank() && !GatewayTexts.isAccepted(information.text);
        return saysWhy ? Outcome.REJECTED : Outcome.UNKNOWN;
    }

    private static boolean namesAnotherPhone(Submission submission, Information information) {
        String answered = text(information.phone);
        return !isSamePhone(answered, submission.phone()) && Phones.isValid(Phones.digits(answered));
    }

    /** The gateway may write a number its own way, 8... as 7...: the last ten digits decide. */
    private static boolean isSamePhone(String answered, String asked) {
        return answered.equals(asked) || tail(Phones.digits(answered)).equals(tail(asked));
    }

    private static String tail(String phone) {
        return phone.substring(Math.max(0, phone.length() - 10));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
