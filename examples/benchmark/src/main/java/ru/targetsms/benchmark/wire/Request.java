package ru.targetsms.benchmark.wire;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import ru.targetsms.benchmark.contender.Sms;

/** {@code <request>} with messages (R5-R20), as far as the benchmark needs it. */
@XmlRootElement
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"security", "message"})
public class Request {

    public Security security = new Security();
    public List<Message> message = new ArrayList<>();

    /** Makes a document of messages. */
    public static Request of(List<Sms> messages) {
        Request request = new Request();
        for (Sms sms : messages) {
            request.message.add(Message.of(sms));
        }
        return request;
    }

    /** {@code <security>}. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(propOrder = {"login", "password"})
    public static class Security {
        public Value login = new Value();
        public Value password = new Value();
    }

    /** An element with its content in an attribute. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Value {
        @XmlAttribute
        public String value = "demo";
    }

    /** {@code <message>}. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(
            name = "outgoing",
            propOrder = {"sendSms", "senderSms", "textSms", "abonent"})
    public static class Message {
        @XmlElement(name = "send_sms")
        public String sendSms = "1";

        @XmlElement(name = "sender_sms")
        public String senderSms = Sms.SENDER;

        @XmlElement(name = "text_sms")
        public String textSms;

        public List<Abonent> abonent = new ArrayList<>(1);

        static Message of(Sms sms) {
            Abonent abonent = new Abonent();
            abonent.phone = sms.phone();
            abonent.clientIdMessage = sms.clientIdMessage();
            Message message = new Message();
            message.textSms = sms.text();
            message.abonent.add(abonent);
            return message;
        }
    }

    /** {@code <abonent>}. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Abonent {
        @XmlAttribute
        public String phone;

        @XmlAttribute(name = "client_id_message")
        public long clientIdMessage;
    }
}
