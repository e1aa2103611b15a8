package ru.targetsms.camel;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import ru.targetsms.camel.model.MessageField;

/** Holds the options that fill the gaps of messages. */
@UriParams
public abstract class MessageDefaults {

    @UriParam(
            label = "producer",
            description =
                    "Recipient, or several, comma-separated, of messages that name none (R19). Private numbers belong in body or header.")
    private String phone;

    @UriParam(
            label = "producer",
            description =
                    "Order of Viber among the channels, 0 to 9, the lower first; 0 switches Viber off (R6). When neither switch is named anywhere, the texts decide.")
    private Integer sendViber;

    @UriParam(
            label = "producer",
            description =
                    "Order of SMS among the channels, 0 to 9, the lower first; 0 switches SMS off (R7). When neither switch is named anywhere, the texts decide.")
    private Integer sendSms;

    @UriParam(label = "producer", description = "Name of the mailing (R9).")
    private String nameDelivery;

    @UriParam(
            label = "producer",
            description =
                    "Wanted time of sending, as YYYY-MM-DD hh:mm or ISO 8601; without an offset it is wall-clock time in the zone, seconds round up to the next minute (R10). Default: at once.")
    private String timeSend;

    @UriParam(label = "producer", description = "Sender's name shown by Viber (R11).")
    private String senderViber;

    @UriParam(label = "producer", description = "Text of the Viber message, at most 1000 characters (R12).")
    private String textViber;

    @UriParam(
            label = "producer",
            description = "Text of the button of the Viber message, at most 19 characters; needs buttonUrl (R14).")
    private String buttonText;

    @UriParam(label = "producer", description = "Link of the button of the Viber message; needs buttonText (R15).")
    private String buttonUrl;

    @UriParam(
            label = "producer",
            description = "Link of the picture of the Viber message; needs buttonText and buttonUrl (R16).")
    private String imageUrl;

    @UriParam(
            label = "producer",
            description =
                    "Minutes the gateway tries Viber before it goes on to the next channel or gives up; the gateway's own default is 60 (R17).")
    private Integer validityPeriodViber;

    @UriParam(
            label = "producer",
            enums = "0,1,true,false",
            description =
                    "1 (or true): only read counts as delivered by Viber, so that an unread message goes on to the next channel of the cascade (R18).")
    private String finaleViberRead;

    @UriParam(label = "producer", description = "Sender's name shown by the SMS (R11).")
    private String senderSms;

    @UriParam(label = "producer", description = "Text of the SMS (R13).")
    private String textSms;

    /** Returns the default of a message field, {@code null} when there is none. */
    public Object get(MessageField field) {
        return switch (field) {
            case SEND_VIBER -> sendViber;
            case SEND_SMS -> sendSms;
            case NAME_DELIVERY -> nameDelivery;
            case TIME_SEND -> timeSend;
            case SENDER_VIBER -> senderViber;
            case TEXT_VIBER -> textViber;
            case BUTTON_TEXT -> buttonText;
            case BUTTON_URL -> buttonUrl;
            case IMAGE_URL -> imageUrl;
            case VALIDITY_PERIOD_VIBER -> validityPeriodViber;
            case FINALE_VIBER_READ -> finaleViberRead;
            case SENDER_SMS -> senderSms;
            case TEXT_SMS -> textSms;
        };
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public Integer getSendViber() {
        return sendViber;
    }

    public void setSendViber(Integer sendViber) {
        this.sendViber = sendViber;
    }

    public Integer getSendSms() {
        return sendSms;
    }

    public void setSendSms(Integer sendSms) {
        this.sendSms = sendSms;
    }

    public String getNameDelivery() {
        return nameDelivery;
    }

    public void setNameDelivery(String nameDelivery) {
        this.nameDelivery = nameDelivery;
    }

    public String getTimeSend() {
        return timeSend;
    }

    public void setTimeSend(String timeSend) {
        this.timeSend = timeSend;
    }

    public String getSenderViber() {
        return senderViber;
    }

    public void setSenderViber(String senderViber) {
        this.senderViber = senderViber;
    }

    public String getTextViber() {
        return textViber;
    }

    public void setTextViber(String textViber) {
        this.textViber = textViber;
    }

    public String getButtonText() {
        return buttonText;
    }

    public void setButtonText(String buttonText) {
        this.buttonText = buttonText;
    }

    public String getButtonUrl() {
        return buttonUrl;
    }

    public void setButtonUrl(String buttonUrl) {
        this.buttonUrl = buttonUrl;
    }

    public String getImageUrl() {
        return imageUrl;
    }

    public void setImageUrl(String imageUrl) {
        this.imageUrl = imageUrl;
    }

    public Integer getValidityPeriodViber() {
        return validityPeriodViber;
    }

    public void setValidityPeriodViber(Integer validityPeriodViber) {
        this.validityPeriodViber = validityPeriodViber;
    }

    public String getFinaleViberRead() {
        return finaleViberRead;
    }

    public void setFinaleViberRead(String finaleViberRead) {
        this.finaleViberRead = finaleViberRead;
    }

    public String getSenderSms() {
        return senderSms;
    }

    public void setSenderSms(String senderSms) {
        this.senderSms = senderSms;
    }

    public String getTextSms() {
        return textSms;
    }

    public void setTextSms(String textSms) {
        this.textSms = textSms;
    }
}
