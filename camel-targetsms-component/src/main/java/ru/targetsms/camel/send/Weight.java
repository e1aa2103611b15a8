package ru.targetsms.camel.send;

import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.text.SmsText;

/**
 * Weighs a message for {@code maxPartsPerSecond}: what it makes the gateway send at once to each recipient. An SMS
 * weighs its parts, a Viber message one.
 */
final class Weight {

    private Weight() {}

    /**
     * Returns the weight for one recipient, 1 or more. Of a cascade only the channel that is tried first counts (R8): the
     * other leaves later, if ever, when the gateway decides. Channels with the same number count both. Without any
     * switch the texts decide, Viber first (R6).
     */
    static int of(Content content) {
        boolean named = isSet(content, MessageField.SEND_VIBER) || isSet(content, MessageField.SEND_SMS);
        int viber = named ? place(content, MessageField.SEND_VIBER) : isSet(content, MessageField.TEXT_VIBER) ? 1 : 0;
        int sms = named ? place(content, MessageField.SEND_SMS) : isSet(content, MessageField.TEXT_SMS) ? 2 : 0;
        int weight = 0;
        if (isFirst(viber, sms)) {
            weight++;
        }
        if (isFirst(sms, viber)) {
            weight += parts(content);
        }
        return Math.max(1, weight);
    }

    /** Tells whether a channel is on, and no other is tried before it. */
    private static boolean isFirst(int place, int other) {
        return place > 0 && (other == 0 || place <= other);
    }

    private static int place(Content content, MessageField channel) {
        return isSet(content, channel) ? Integer.parseInt(content.get(channel)) : 0;
    }

    private static int parts(Content content) {
        return isSet(content, MessageField.TEXT_SMS)
                ? SmsText.of(content.get(MessageField.TEXT_SMS)).parts()
                : 1;
    }

    private static boolean isSet(Content content, MessageField field) {
        return content.get(field) != null;
    }
}
