package ru.targetsms.camel.gateway.wire;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** {@code <request>}: messages to send, or ids to ask for (R5, R25). */
@XmlRootElement(name = "request")
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"security", "messages", "ids"})
public class Request {

    public Security security;

    @XmlElement(name = "message")
    public List<Message> messages;

    @XmlElementWrapper(name = "state")
    @XmlElement(name = "id_message")
    public List<String> ids;

    /** {@code <security>}: left out when a token is used (R5, R32). */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(propOrder = {"login", "password"})
    public static class Security {
        public Value login;
        public Value password;

        public static Security of(String login, String password) {
            Security security = new Security();
            security.login = Value.of(login);
            security.password = Value.of(password);
            return security;
        }
    }

    /** An element whose content stands in the attribute {@code value}. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Value {
        @XmlAttribute
        public String value;

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
    public static class Message {
        @XmlElement(name = "send_viber")
        public String sendViber;

        @XmlElement(name = "send_sms")
        public String sendSms;

        @XmlElement(name = "name_delivery")
        public String nameDelivery;

        @XmlElement(name = "time_send")
        public String timeSend;

        @XmlElement(name = "sender_viber")
        public String senderViber;

        @XmlElement(name = "text_viber")
        public String textViber;

        @XmlElement(name = "button_text")
        public String buttonText;

        @XmlElement(name = "button_url")
        public String buttonUrl;

        @XmlElement(name = "image_url")
        public String imageUrl;

        @XmlElement(name = "validity_period_viber")
        public String validityPeriodViber;

        @XmlElement(name = "finale_viber_read")
        public String finaleViberRead;

        @XmlElement(name = "sender_sms")
        public String senderSms;

        @XmlElement(name = "text_sms")
        public String textSms;

        @XmlElement(name = "abonent")
        public List<Abonent> abonents = new ArrayList<>();
    }

    /** {@code <abonent>}: one recipient (R19, R20). */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Abonent {
        @XmlAttribute(name = "phone")
        public String phone;

        @XmlAttribute(name = "client_id_message")
        public Long clientIdMessage;
    }
}
