package ru.targetsms.camel.gateway;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code <request>}: messages to send, or ids to ask for (R5, R25).
 *
 * <p>Package-private like {@link Response}, and not only to be hidden: JAXB opens a field of such a class once, and has
 * the access to a public one checked again for every value.
 */
@XmlRootElement(name = "request")
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"security", "messages", "ids"})
class Request {

    @Nullable
    Security security;

    @XmlElement(name = "message")
    @Nullable
    List<Message> messages;

    @XmlElementWrapper(name = "state")
    @XmlElement(name = "id_message")
    @Nullable
    List<String> ids;

    /** {@code <security>}: left out when a token is used (R5, R32). */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(propOrder = {"login", "password"})
    static class Security {
        @Nullable
        Value login;

        @Nullable
        Value password;

        static Security of(String login, String password) {
            Security security = new Security();
            security.login = Value.of(login);
            security.password = Value.of(password);
            return security;
        }
    }

    /** An element whose content stands in the attribute {@code value}. */
    @XmlAccessorType(XmlAccessType.FIELD)
    static class Value {
        @XmlAttribute
        @Nullable
        String value;

        static Value of(String text) {
            Value value = new Value();
            value.value = text;
            return value;
        }
    }

    /** {@code <message>}: the fields in the manual's order, then the recipients (R6-R20). */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(
            name = "outgoingMessage",
            propOrder = {
                "sendViber",
                "sendSms",
                "nameDelivery",
                "timeSend",
                "senderViber",
                "textViber",
                "buttonText",
                "buttonUrl",
                "imageUrl",
                "validityPeriodViber",
                "finaleViberRead",
                "senderSms",
                "textSms",
                "abonents"
            })
    static class Message {
        @XmlElement(name = "send_viber")
        @Nullable
        String sendViber;

        @XmlElement(name = "send_sms")
        @Nullable
        String sendSms;

        @XmlElement(name = "name_delivery")
        @Nullable
        String nameDelivery;

        @XmlElement(name = "time_send")
        @Nullable
        String timeSend;

        @XmlElement(name = "sender_viber")
        @Nullable
        String senderViber;

        @XmlElement(name = "text_viber")
        @Nullable
        String textViber;

        @XmlElement(name = "button_text")
        @Nullable
        String buttonText;

        @XmlElement(name = "button_url")
        @Nullable
        String buttonUrl;

        @XmlElement(name = "image_url")
        @Nullable
        String imageUrl;

        @XmlElement(name = "validity_period_viber")
        @Nullable
        String validityPeriodViber;

        @XmlElement(name = "finale_viber_read")
        @Nullable
        String finaleViberRead;

        @XmlElement(name = "sender_sms")
        @Nullable
        String senderSms;

        @XmlElement(name = "text_sms")
        @Nullable
        String textSms;

        @XmlElement(name = "abonent")
        List<Abonent> abonents = new ArrayList<>();
    }

    /** {@code <abonent>}: one recipient (R19, R20). */
    @XmlAccessorType(XmlAccessType.FIELD)
    static class Abonent {
        @XmlAttribute(name = "phone")
        @Nullable
        String phone;

        @XmlAttribute(name = "client_id_message")
        @Nullable
        Long clientIdMessage;
    }
}
