package ru.targetsms.camel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.camel.spi.Metadata;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.MessageField;

/** Names the headers. None of them chooses host, credentials, proxy or TLS. */
public final class TargetSmsConstants {

    /** What every header's name begins with. */
    public static final String PREFIX = "CamelTargetSms";

    private static final Map<MessageField, String> HEADERS = headers();
    private static final Map<String, MessageField> FIELDS = fields();

    @Metadata(
            label = "send",
            description = "One recipient or several: comma-separated text or a collection.",
            javaType = "Object")
    public static final String PHONE = PREFIX + "Phone";

    @Metadata(
            label = "send",
            description =
                    "The client's number of the message, from 1 to 9223372036854775807, for a body of exactly one recipient.",
            javaType = "Long")
    public static final String CLIENT_ID_MESSAGE = PREFIX + "ClientIdMessage";

    @Metadata(
            label = "send",
            description = "Business key from which each recipient without a client id gets a stable one.",
            javaType = "String")
    public static final String IDEMPOTENCY_KEY = PREFIX + "IdempotencyKey";

    @Metadata(
            label = "send",
            description =
                    "Order of Viber among the channels, 0 to 9, the lower first; 0 switches Viber off (R6). When neither switch is named anywhere, the texts decide.",
            javaType = "Integer")
    public static final String SEND_VIBER = PREFIX + "SendViber";

    @Metadata(
            label = "send",
            description =
                    "Order of SMS among the channels, 0 to 9, the lower first; 0 switches SMS off (R7). When neither switch is named anywhere, the texts decide.",
            javaType = "Integer")
    public static final String SEND_SMS = PREFIX + "SendSms";

    @Metadata(label = "send", description = "Name of the mailing (R9).", javaType = "String")
    public static final String NAME_DELIVERY = PREFIX + "NameDelivery";

    @Metadata(
            label = "send",
            description =
                    "Wanted time of sending, as YYYY-MM-DD hh:mm or ISO 8601; without an offset it is wall-clock time in the zone, seconds round up to the next minute (R10). Default: at once.",
            javaType = "Object")
    public static final String TIME_SEND = PREFIX + "TimeSend";

    @Metadata(label = "send", description = "Sender's name shown by Viber (R11).", javaType = "String")
    public static final String SENDER_VIBER = PREFIX + "SenderViber";

    @Metadata(
            label = "send",
            description = "Text of the Viber message, at most 1000 characters (R12).",
            javaType = "String")
    public static final String TEXT_VIBER = PREFIX + "TextViber";

    @Metadata(
            label = "send",
            description = "Text of the button of the Viber message, at most 19 characters; needs buttonUrl (R14).",
            javaType = "String")
    public static final String BUTTON_TEXT = PREFIX + "ButtonText";

    @Metadata(
            label = "send",
            description = "Link of the button of the Viber message; needs buttonText (R15).",
            javaType = "String")
    public static final String BUTTON_URL = PREFIX + "ButtonUrl";

    @Metadata(
            label = "send",
            description = "Link of the picture of the Viber message; needs buttonText and buttonUrl (R16).",
            javaType = "String")
    public static final String IMAGE_URL = PREFIX + "ImageUrl";

    @Metadata(
            label = "send",
            description =
                    "Minutes the gateway tries Viber before it goes on to the next channel or gives up; the gateway's own default is 60 (R17).",
            javaType = "Integer")
    public static final String VALIDITY_PERIOD_VIBER = PREFIX + "ValidityPeriodViber";

    @Metadata(
            label = "send",
            description =
                    "1 (or true): only read counts as delivered by Viber, so that an unread message goes on to the next channel of the cascade (R18).",
            javaType = "String")
    public static final String FINALE_VIBER_READ = PREFIX + "FinaleViberRead";

    @Metadata(label = "send", description = "Sender's name shown by the SMS (R11).", javaType = "String")
    public static final String SENDER_SMS = PREFIX + "SenderSms";

    @Metadata(label = "send", description = "Text of the SMS (R13).", javaType = "String")
    public static final String TEXT_SMS = PREFIX + "TextSms";

    @Metadata(
            description =
                    "After send: the gateway's id (String) of one recipient, or the list of the accepted. Before status: the id or ids to ask for. After status: the id.",
            javaType = "Object")
    public static final String ID_MESSAGE = PREFIX + "IdMessage";

    @Metadata(label = "send", description = "Recipients accepted.", javaType = "Integer")
    public static final String ACCEPTED_COUNT = PREFIX + "AcceptedCount";

    @Metadata(
            label = "send",
            description = "Recipients refused, by the gateway or by a rule before they left.",
            javaType = "Integer")
    public static final String REJECTED_COUNT = PREFIX + "RejectedCount";

    @Metadata(
            label = "send",
            description = "The worst outcome among the recipients.",
            javaType = "ru.targetsms.camel.model.Outcome")
    public static final String OUTCOME = PREFIX + "Outcome";

    @Metadata(
            label = "send",
            description =
                    "SMS parts predicted for the accepted recipients, as far as they may go by SMS. On a delivery report: for its message, to hold against the parts billed. A prediction: the gateway does not say how it counts.",
            javaType = "Integer")
    public static final String PARTS = PREFIX + "Parts";

    @Metadata(
            label = "send",
            description =
                    "How the SMS is carried: GSM_7, or UCS_2 as soon as one of the accepted texts needs it. Absent when nothing may go by SMS.",
            javaType = "ru.targetsms.camel.text.SmsEncoding")
    public static final String ENCODING = PREFIX + "Encoding";

    @Metadata(
            label = "send",
            description =
                    "The first character outside the GSM alphabet, which forces UCS_2 and shortens the parts from 160 to 70 characters. Absent with GSM_7.",
            javaType = "String")
    public static final String UCS2_CHARACTER = PREFIX + "Ucs2Character";

    @Metadata(
            label = "status",
            description = "State of the message.",
            javaType = "ru.targetsms.camel.model.DeliveryState")
    public static final String STATE = PREFIX + "State";

    @Metadata(
            label = "status",
            description = "State of the SMS; absent when that channel was not used.",
            javaType = "ru.targetsms.camel.model.DeliveryState")
    public static final String STATE_SMS = PREFIX + "StateSms";

    @Metadata(
            label = "status",
            description = "State of the Viber message; absent when that channel was not used.",
            javaType = "ru.targetsms.camel.model.DeliveryState")
    public static final String STATE_VIBER = PREFIX + "StateViber";

    @Metadata(label = "status", description = "When the state changed last.", javaType = "java.time.Instant")
    public static final String STATE_CHANGED_AT = PREFIX + "StateChangedAt";

    @Metadata(label = "status", description = "Parts of the SMS.", javaType = "Integer")
    public static final String NUM_PARTS_SMS = PREFIX + "NumPartsSms";

    @Metadata(label = "status", description = "Money debited for the SMS.", javaType = "java.math.BigDecimal")
    public static final String PRICE_SMS = PREFIX + "PriceSms";

    @Metadata(label = "status", description = "Money debited for the Viber message.", javaType = "java.math.BigDecimal")
    public static final String PRICE_VIBER = PREFIX + "PriceViber";

    @Metadata(label = "status", description = "Whether the state ends the life of the message.", javaType = "Boolean")
    public static final String FINAL = PREFIX + "Final";

    @Metadata(label = "consumer", description = "Recipient of the message reported.", javaType = "String")
    public static final String REPORT_PHONE = PREFIX + "ReportPhone";

    @Metadata(label = "consumer", description = "Client id of the message reported.", javaType = "Long")
    public static final String REPORT_CLIENT_ID_MESSAGE = PREFIX + "ReportClientIdMessage";

    @Metadata(
            label = "consumer",
            description = "How often this report has been tried, this time included; 1 at first.",
            javaType = "Integer")
    public static final String REPORT_ATTEMPT = PREFIX + "ReportAttempt";

    @Metadata(
            description =
                    "What the sender knows the message by: given to send, it comes back on the message's delivery reports.",
            javaType = "String")
    public static final String CORRELATION_ID = PREFIX + "CorrelationId";

    private TargetSmsConstants() {}

    /** Returns the name of the header that carries a message field. */
    public static String header(MessageField field) {
        return Objects.requireNonNull(HEADERS.get(field));
    }

    /** Returns the message field that a header carries, whatever its case; {@code null} for any other header. */
    public static @Nullable MessageField field(String header) {
        return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) ? FIELDS.get(header) : null;
    }

    private static Map<String, MessageField> fields() {
        Map<String, MessageField> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        HEADERS.forEach((field, header) -> fields.put(header, field));
        return fields;
    }

    private static Map<MessageField, String> headers() {
        Map<MessageField, String> headers = new EnumMap<>(MessageField.class);
        for (MessageField field : MessageField.values()) {
            String option = field.optionName();
            headers.put(field, PREFIX + Character.toUpperCase(option.charAt(0)) + option.substring(1));
        }
        return headers;
    }
}
