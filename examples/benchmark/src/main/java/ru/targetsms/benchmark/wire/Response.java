package ru.targetsms.benchmark.wire;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.ArrayList;
import java.util.List;

/** {@code <response>} to messages (R22, R23). */
@XmlRootElement
@XmlAccessorType(XmlAccessType.FIELD)
public class Response {

    public List<Message> message = new ArrayList<>();

    /** Returns how many recipients have an id, and so were accepted. */
    public int accepted() {
        int accepted = 0;
        for (Message each : message) {
            for (Information information : each.information) {
                accepted += information.idMessage == null || information.idMessage.isEmpty() ? 0 : 1;
            }
        }
        return accepted;
    }

    /** {@code <message>}. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "answered")
    public static class Message {
        public List<Information> information = new ArrayList<>(1);
    }

    /** {@code <information>}. */
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

        @XmlAttribute
        public String phone;

        @XmlAttribute(name = "count_message")
        public String countMessage;

        @XmlValue
        public String text;
    }
}
