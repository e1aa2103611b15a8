package ru.targetsms.camel.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.Submission;

/** Turns recipients with equal content into one {@code <message>} (R6-R20). */
final class WireMessages {

    private WireMessages() {}

    /** What one {@code <message>} stands for: equal content of one body. */
    private record Message(Object body, Content content) {}

    /** Groups recipients into messages: equal content of one body shares one, in order of first appearance. */
    static List<List<Submission>> group(List<Submission> document) {
        Map<Message, List<Submission>> messages = new LinkedHashMap<>();
        for (Submission submission : document) {
            messages.computeIfAbsent(
                            new Message(submission.body(), submission.content()), message -> new ArrayList<>(1))
                    .add(submission);
        }
        return List.copyOf(messages.values());
    }

    static Request.Message of(List<Submission> recipients) {
        Request.Message message = new Request.Message();
        Content content = recipients.get(0).content();
        content.fields().forEach((field, text) -> put(message, field, text));
        recipients.forEach(recipient -> message.abonents.add(abonent(recipient)));
        return message;
    }

    private static void put(Request.Message message, MessageField field, String text) {
        switch (field) {
            case SEND_VIBER -> message.sendViber = text;
            case SEND_SMS -> message.sendSms = text;
            case NAME_DELIVERY -> message.nameDelivery = text;
            case TIME_SEND -> message.timeSend = text;
            case SENDER_VIBER -> message.senderViber = text;
            case TEXT_VIBER -> message.textViber = text;
            case BUTTON_TEXT -> message.buttonText = text;
            case BUTTON_URL -> message.buttonUrl = text;
            case IMAGE_URL -> message.imageUrl = text;
            case VALIDITY_PERIOD_VIBER -> message.validityPeriodViber = text;
            case FINALE_VIBER_READ -> message.finaleViberRead = text;
            case SENDER_SMS -> message.senderSms = text;
            case TEXT_SMS -> message.textSms = text;
        }
    }

    private static Request.Abonent abonent(Submission recipient) {
        Request.Abonent abonent = new Request.Abonent();
        abonent.phone = recipient.phone();
        abonent.clientIdMessage = recipient.clientIdMessage();
        return abonent;
    }
}
