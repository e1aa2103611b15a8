package ru.targetsms.camel.gateway.wire;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code <response>}: a refusal of the whole document, or what became of the messages or ids (R21-R24, R26-R31).
 * Elements and attributes that nobody documents are ignored (R34).
 */
@XmlRootElement(name = "response")
@XmlAccessorType(XmlAccessType.FIELD)
public class Response {

    public String error;

    @XmlElement(name = "message")
    public List<Message> messages = new ArrayList<>();

    @XmlElement(name = "state")
    public List<State> states = new ArrayList<>();

    /** {@code <message>}: one {@code <information>} for each recipient, or one {@code <error>} (R22). */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "answeredMessage")
    public static class Message {
        public String error;

        @XmlElement(name = "information")
        public List<Information> informations = new ArrayList<>();
    }

    /** {@code <information>}: what became of one recipient (R23, R24). */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Information {
        @XmlAttribute(name = "id_message")
        public String idMessage;

        @XmlAttribute(name = "client_id_message")
        public String clientIdMessage;

        @XmlAttribute(name = "id_sms")
        public String idSms;

        @XmlAttribute(name = "id_viber")
        public String idViber;

        @XmlAttribute(name = "phone")
        public String phone;

        @XmlAttribute(name = "count_message")
        public String countMessage;

        @XmlValue
        public String text;
    }

    /** {@code <state>}: the state of one id (R27-R31). */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class State {
        @XmlAttribute(name = "id_message")
        public String idMessage;

        @XmlAttribute(name = "time_change_state")
        public String timeChangeState;

        @XmlAttribute(name = "state_sms")
        public String stateSms;

        @XmlAttribute(name = "state_viber")
        public String stateViber;

        @XmlAttribute(name = "num_parts_sms")
        public String numPartsSms;

        @XmlAttribute(name = "price_sms")
        public String priceSms;

        @XmlAttribute(name = "price_viber")
        public String priceViber;

        @XmlValue
        public String text;
    }
}
