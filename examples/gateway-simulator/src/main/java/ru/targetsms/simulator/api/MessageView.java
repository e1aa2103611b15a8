package ru.targetsms.simulator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.ReceivedMessage;

/** Shows a message as JSON: the protocol's names, ids as text (63 bits break in JavaScript), times in ISO 8601. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
        String idMessage,
        String login,
        String clientIdMessage,
        String phone,
        List<String> channels,
        String nameDelivery,
        String timeSend,
        String senderViber,
        String textViber,
        String buttonText,
        String buttonUrl,
        String imageUrl,
        int validityPeriodViber,
        boolean finaleViberRead,
        String senderSms,
        String textSms,
        int countMessage,
        String acceptedAt,
        String state,
        String stateSms,
        String stateViber,
        String timeChangeState,
        Integer numPartsSms,
        BigDecimal priceSms,
        BigDecimal priceViber,
        boolean unread,
        boolean forgotten) {

    static MessageView of(ReceivedMessage message) {
        MessageState state = message.state();
        return new MessageView(
                Long.toString(message.idMessage()),
                message.login(),
                text(message.clientIdMessage()),
                message.phone(),
                message.channels().stream().map(Channel::word).toList(),
                message.nameDelivery(),
                text(message.timeSend()),
                message.senderViber(),
                message.textViber(),
                message.buttonText(),
                message.buttonUrl(),
                message.imageUrl(),
                message.validityPeriodViber(),
                message.finaleViberRead(),
                message.senderSms(),
                message.textSms(),
                message.countMessage(),
                message.acceptedAt().toString(),
                state.state().word(),
                state.stateSms().word(),
                state.stateViber().word(),
                state.changedAt().toString(),
                state.numPartsSms(),
                state.priceSms(),
                state.priceViber(),
                message.unread(),
                message.forgotten());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
