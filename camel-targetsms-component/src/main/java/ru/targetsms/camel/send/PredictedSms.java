package ru.targetsms.camel.send;

import java.util.List;
import java.util.Optional;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.Headers;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;
import ru.targetsms.camel.text.SmsEncoding;
import ru.targetsms.camel.text.SmsText;

/** Adds up what the accepted recipients of one exchange cost in SMS parts. Safe for several threads. */
final class PredictedSms {

    private @Nullable Content lastContent;
    private Optional<SmsText> lastSms = Optional.empty();
    private int parts;
    private @Nullable SmsEncoding encoding;
    private @Nullable String ucs2Character;

    /** Takes what became of recipients. */
    synchronized void answered(List<Submission> recipients, List<SendResult> results) {
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).accepted()) {
                sms(recipients.get(i).content()).ifPresent(this::add);
            }
        }
    }

    /** Writes the headers. */
    synchronized void write(Message message) {
        message.setHeader(TargetSmsConstants.PARTS, parts);
        Headers.set(message, TargetSmsConstants.ENCODING, encoding);
        Headers.set(message, TargetSmsConstants.UCS2_CHARACTER, ucs2Character);
    }

    /** The recipients of one message share its content and stand side by side. */
    @SuppressWarnings("ReferenceEquality") // spares the counting of an equal one only
    private Optional<SmsText> sms(Content content) {
        if (content != lastContent) {
            lastContent = content;
            lastSms = content.sms();
        }
        return lastSms;
    }

    private void add(SmsText sms) {
        parts += sms.parts();
        if (encoding != SmsEncoding.UCS_2) {
            encoding = sms.encoding();
            ucs2Character = sms.ucs2Character();
        }
    }
}
