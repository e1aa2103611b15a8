package ru.targetsms.camel.gateway;

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
class Response {

    String error;

    @XmlElement(name = "message")
    List<Message> messages = new ArrayList<>();

    @XmlElement(name = "state")
    List<State> states = new ArrayList<>();

    /** {@code <message>}: one {@code <information>} for each recipient, or one {@code <error>} (R22). */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "answeredMessage")
    static class Message {
        String error;

        @XmlElement(name = "information")
        List<Information> informations = new ArrayList<>();
    }

    /** {@code <information>}: what became of one recipient (R23, R24). */
    @XmlAccessorType(XmlAccessType.FIELD)
    static class Information {
        @XmlAttribute(name = "id_message")
        String idMessage;

        @XmlAttribute(name = "client_id_message")
        String clientIdMessage;

        @XmlAttribute(name = "id_sms")
        String idSms;

        @XmlAttribute(name = "id_viber")
        String idViber;

        @XmlAttribute(name = "phone")
        String phone;

        @XmlAttribute(name = "count_message")
        String countMessage;

        @XmlValue
        String text;
    }

    /** {@code <state>}: the state of one id (R27-R31). */
    @XmlAccessorType(XmlAccessType.FIELD)
    static class State {
        @XmlAttribute(name = "id_message")
        String idMessage;

        @XmlAttribute(name = "time_change_state")
        String timeChangeState;

        @XmlAttribute(name = "state_sms")
        String stateSms;

        @XmlAttribute(name = "state_viber")
        String stateViber;

        @XmlAttribute(name = "num_parts_sms")
        String numPartsSms;

        @XmlAttribute(name = "price_sms")
        String priceSms;

        @XmlAttribute(name = "price_viber")
        String priceViber;

        @XmlValue
        String text;
    }
}
