package ru.targetsms.camel.status;

import java.util.List;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.Headers;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.DeliveryStatus;

/** Writes statuses to a message: the body, and for a single id the headers. */
final class StatusHeaders {

    private StatusHeaders() {}

    static void writeOne(Message message, DeliveryStatus status) {
        message.setBody(status);
        write(message, status);
        Headers.set(message, TargetSmsConstants.ID_MESSAGE, status.idMessage());
        Headers.set(message, TargetSmsConstants.STATE, status.state());
        Headers.set(message, TargetSmsConstants.FINAL, status.isFinal());
    }

    /**
     * Writes a delivery report.
     *
     * @param predicted SMS parts predicted, {@code null} when unknown
     */
    static void writeReport(Message message, DeliveryStatus report, @Nullable Integer predicted, int attempt) {
        writeOne(message, report);
        Headers.set(message, TargetSmsConstants.PARTS, predicted);
        Headers.set(message, TargetSmsConstants.REPORT_PHONE, report.phone());
        Headers.set(message, TargetSmsConstants.REPORT_CLIENT_ID_MESSAGE, report.clientIdMessage());
        Headers.set(message, TargetSmsConstants.CORRELATION_ID, report.correlationId());
        message.setHeader(TargetSmsConstants.REPORT_ATTEMPT, attempt);
    }

    /** Headers that tell the state of one message say nothing of several. */
    static void writeSeveral(Message message, List<DeliveryStatus> statuses) {
        message.setBody(statuses);
        write(message, DeliveryStatus.unknown(null));
        message.setHeader(
                TargetSmsConstants.ID_MESSAGE,
                statuses.stream().map(DeliveryStatus::idMessage).toList());
        message.removeHeader(TargetSmsConstants.STATE);
        message.removeHeader(TargetSmsConstants.FINAL);
    }

    private static void write(Message message, DeliveryStatus status) {
        Headers.set(message, TargetSmsConstants.STATE_SMS, status.stateSms());
        Headers.set(message, TargetSmsConstants.STATE_VIBER, status.stateViber());
        Headers.set(message, TargetSmsConstants.STATE_CHANGED_AT, status.changedAt());
        Headers.set(message, TargetSmsConstants.NUM_PARTS_SMS, status.numPartsSms());
        Headers.set(message, TargetSmsConstants.PRICE_SMS, status.priceSms());
        Headers.set(message, TargetSmsConstants.PRICE_VIBER, status.priceViber());
    }
}
