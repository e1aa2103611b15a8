package ru.targetsms.camel.send;

import java.util.List;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.Headers;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;
import ru.targetsms.camel.text.SmsEncoding;
import ru.targetsms.camel.text.SmsText;

/** Adds up what the accepted recipients of one exchange cost in SMS parts. Safe for several threads. */
final class PredictedSms {

    private int parts;
    private @Nullable SmsEncoding encoding;
    private @Nullable String ucs2Character;

    /** Takes what became of recipients. */
    synchronized void answered(List<Submission> recipients, List<SendResult> results) {
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).accepted()) {
                recipients.get(i).content().sms().ifPresent(this::add);
            }
        }
    }

    /** Writes the headers. */
    synchronized void write(Message message) {
        message.setHeader(TargetSmsConstants.PARTS, parts);
        Headers.set(message, TargetSmsConstants.ENCODING, encoding);
        Headers.set(message, TargetSmsConstants.UCS2_CHARACTER, ucs2Character);
    }

    private void add(SmsText sms) {
        parts += sms.parts();
        if (encoding != SmsEncoding.UCS_2) {
            encoding = sms.encoding();
            ucs2Character = sms.ucs2Character();
        }
    }
}
