package ru.targetsms.simulator.gateway;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.protocol.Field;
import ru.targetsms.simulator.protocol.MessageElement;

/**
 * Holds what all recipients of one {@code <message>} share, once {@link MessageRules} found nothing against it.
 *
 * @param channels those switched on, in the order they are tried
 * @param smsParts parts of the SMS, 0 without one
 */
record Content(
        List<Channel> channels,
        String nameDelivery,
        LocalDateTime timeSend,
        String senderViber,
        String textViber,
        String buttonText,
        String buttonUrl,
        String imageUrl,
        int validityMinutes,
        boolean finaleViberRead,
        String senderSms,
        String textSms,
        int smsParts) {

    /** R10. */
    static final DateTimeFormatter TIME_SEND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withResolverStyle(ResolverStyle.STRICT);

    /** R9. */
    private static final String DEFAULT_NAME = "Шлюз";

    /** R17. */
    private static final int DEFAULT_VALIDITY = 60;

    static Content of(MessageElement message) {
        String time = message.valueOrNull(Field.TIME_SEND);
        String name = message.valueOrNull(Field.NAME_DELIVERY);
        String validity = message.valueOrNull(Field.VALIDITY_PERIOD_VIBER);
        String textSms = message.valueOrNull(Field.TEXT_SMS);
        return new Content(
                channels(message),
                name == null ? DEFAULT_NAME : name,
                time == null ? null : LocalDateTime.parse(time, TIME_SEND),
                message.valueOrNull(Field.SENDER_VIBER),
                message.valueOrNull(Field.TEXT_VIBER),
                message.valueOrNull(Field.BUTTON_TEXT),
                message.valueOrNull(Field.BUTTON_URL),
                message.valueOrNull(Field.IMAGE_URL),
                validity == null ? DEFAULT_VALIDITY : Integer.parseInt(validity),
                message.value(Field.FINALE_VIBER_READ).equals("1"),
                message.valueOrNull(Field.SENDER_SMS),
                textSms,
                textSms == null ? 0 : SmsParts.of(textSms));
    }

    /** Returns the channels in rising order (R8); at a tie Viber goes first, as in the manual. */
    static List<Channel> channels(MessageElement message) {
        int viber = order(message, Field.SEND_VIBER);
        int sms = order(message, Field.SEND_SMS);
        if (viber < 0 && sms < 0) {
            return List.of(message.has(Field.TEXT_VIBER) ? Channel.VIBER : Channel.SMS); // R6, the open point
        }
        List<Channel> channels = new ArrayList<>(2);
        if (viber > 0) {
            channels.add(Channel.VIBER);
        }
        if (sms > 0) {
            channels.add(Channel.SMS);
        }
        channels.sort(Comparator.comparingInt(channel -> channel == Channel.VIBER ? viber : sms));
        return List.copyOf(channels);
    }

    private static int order(MessageElement message, Field field) {
        return message.fields().containsKey(field) ? Integer.parseInt(message.value(field)) : -1;
    }

    Channel first() {
        return channels.get(0);
    }

    boolean isLast(Channel channel) {
        return channels.indexOf(channel) == channels.size() - 1;
    }

    /** Returns the parts in the first channel (R23); a Viber message is always one. */
    int countMessage() {
        return first() == Channel.SMS ? smsParts : 1;
    }

    /** Returns the text of the first channel. */
    String text() {
        return first() == Channel.SMS ? textSms : textViber;
    }

    /** Returns how many characters its texts, names and addresses have. */
    int length() {
        return Stream.of(nameDelivery, senderViber, textViber, buttonText, buttonUrl, imageUrl, senderSms, textSms)
                .filter(Objects::nonNull)
                .mapToInt(String::length)
                .sum();
    }

    @Override
    public String toString() {
        return "Content[" + channels + "]";
    }
}
