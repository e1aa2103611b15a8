package ru.targetsms.camel.send;

import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.text.SmsText;

/**
 * Weighs a message for {@code maxPartsPerSecond}: what it makes the gateway send at once to each recipient. An SMS
 * weighs its parts, a Viber message one.
 */
final class Weight {

    private Weight() {}

    /**
     * Returns the weight for one recipient, 1 or more. Of a cascade only the channel that is tried first counts (R8): the
     * other leaves later, if ever, when the gateway decides. Channels with the same number count both.
     */
    static int of(Content content) {
        int viber = content.placeOfViber();
        int sms = content.placeOfSms();
        int weight = 0;
        if (isFirst(viber, sms)) {
            weight++;
        }
        if (isFirst(sms, viber)) {
            weight += content.sms().map(SmsText::parts).orElse(1);
        }
        return Math.max(1, weight);
    }

    /** Tells whether a channel is on, and no other is tried before it. */
    private static boolean isFirst(int place, int other) {
        return place > 0 && (other == 0 || place <= other);
    }
}
