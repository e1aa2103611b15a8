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
import org.jspecify.annotations.Nullable;

/**
 * {@code <response>}: a refusal of the whole document, or what became of the messages or ids (R21-R24, R26-R31).
 * Elements and attributes that nobody documents are ignored (R34).
 */
@XmlRootElement(name = "response")
@XmlAccessorType(XmlAccessType.FIELD)
class Response {

    @Nullable
    String error;

    @XmlElement(name = "message")
    List<Message> messages = new ArrayList<>();

    @XmlElement(name = "state")
    List<State> states = new ArrayList<>();

    /** {@code <message>}: one {@code <information>} for each recipient, or one {@code <error>} (R22). */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "answeredMessage")
    static class Message {
        @Nullable
        String error;

        @XmlElement(name = "information")
        List<Information> informations = new ArrayList<>();
    }

    /** {@code <information>}: what became of one recipient (R23, R24). */
    @XmlAccessorType(XmlAccessType.FIELD)
    static class Information {
        @XmlAttribute(name = "id_message")
        @Nullable
        String idMessage;

        @XmlAttribute(name = "client_id_message")
        @Nullable
        String clientIdMessage;

        @XmlAttribute(name = "id_sms")
        @Nullable
        String idSms;

        @XmlAttribute(name = "id_viber")
        @Nullable
        String idViber;

        @XmlAttribute(name = "phone")
        @Nullable
        String phone;

        @XmlAttribute(name = "count_message")
        @Nullable
        String countMessage;

        @XmlValue
        @Nullable
        String text;
    }

    /** {@code <state>}: the state of one id (R27-R31). */
    @XmlAccessorType(XmlAccessType.FIELD)
    static class State {
        @XmlAttribute(name = "id_message")
        @Nullable
        String idMessage;

        @XmlAttribute(name = "time_change_state")
        @Nullable
        String timeChangeState;

        @XmlAttribute(name = "state_sms")
        @Nullable
        String stateSms;

        @XmlAttribute(name = "state_viber")
        @Nullable
        String stateViber;

        @XmlAttribute(name = "num_parts_sms")
        @Nullable
        String numPartsSms;

        @XmlAttribute(name = "price_sms")
        @Nullable
        String priceSms;

        @XmlAttribute(name = "price_viber")
        @Nullable
        String priceViber;

        @XmlValue
        @Nullable
        String text;
    }
}
