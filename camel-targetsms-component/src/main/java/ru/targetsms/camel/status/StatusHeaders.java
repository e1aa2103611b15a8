package ru.targetsms.camel.status;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Message;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.DeliveryStatus;

/** Writes statuses to a message: the body, and for a single id the headers. */
final class StatusHeaders {

    private StatusHeaders() {}

    static void write(Message message, boolean single, List<DeliveryStatus> statuses) {
        message.setBody(single ? statuses.get(0) : statuses);
        headers(single ? statuses.get(0) : DeliveryStatus.unknown(null)).forEach((name, value) -> {
            if (single && value != null) {
                message.setHeader(name, value);
            } else {
                message.removeHeader(name);
            }
        });
        if (!single) {
            message.setHeader(
                    TargetSmsConstants.ID_MESSAGE,
                    statuses.stream().map(DeliveryStatus::idMessage).toList());
        }
    }

    private static Map<String, Object> headers(DeliveryStatus status) {
        Map<String, Object> headers = new TreeMap<>();
        headers.put(TargetSmsConstants.ID_MESSAGE, status.idMessage());
        headers.put(TargetSmsConstants.STATE, status.state());
        headers.put(TargetSmsConstants.STATE_SMS, status.stateSms());
        headers.put(TargetSmsConstants.STATE_VIBER, status.stateViber());
        headers.put(TargetSmsConstants.STATE_CHANGED_AT, status.changedAt());
        headers.put(TargetSmsConstants.NUM_PARTS_SMS, status.numPartsSms());
        headers.put(TargetSmsConstants.PRICE_SMS, status.priceSms());
        headers.put(TargetSmsConstants.PRICE_VIBER, status.priceViber());
        headers.put(TargetSmsConstants.FINAL, status.isFinal());
        return headers;
    }
}
