package ru.targetsms.simulator.protocol;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.MessageState;

/** Writes the gateway's answers (R21-R24, R26-R31). Thread safe. */
public final class AnswerWriter {

    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final DateTimeFormatter time;

    /** @param zone the wall clock of {@code time_change_state} */
    public AnswerWriter(ZoneId zone) {
        this.time = TIME.withZone(zone);
    }

    public byte[] refused(String words) {
        return response(out -> element(out, "error", words));
    }

    public byte[] sent(List<MessageAnswer> messages) {
        return response(out -> {
            for (MessageAnswer message : messages) {
                write(out, message);
            }
        });
    }

    public byte[] states(List<StateAnswer> states) {
        return response(out -> {
            for (StateAnswer state : states) {
                write(out, state);
            }
        });
    }

    private static void write(XMLStreamWriter out, MessageAnswer message) throws XMLStreamException {
        out.writeStartElement("message");
        if (message.error() != null) {
            element(out, "error", message.error());
        }
        for (RecipientAnswer recipient : message.recipients()) {
            write(out, recipient);
        }
        out.writeEndElement();
    }

    private static void write(XMLStreamWriter out, RecipientAnswer recipient) throws XMLStreamException {
        out.writeStartElement("information");
        if (recipient.hasId()) {
            out.writeAttribute("id_message", Long.toString(recipient.idMessage()));
        }
        out.writeAttribute("client_id_message", recipient.abonent().clientIdMessage());
        if (recipient.hasId()) {
            out.writeAttribute("id_sms", Long.toString(recipient.idSms()));
            out.writeAttribute("id_viber", Long.toString(recipient.idViber()));
        }
        out.writeAttribute("phone", recipient.abonent().phone());
        if (recipient.hasId()) {
            out.writeAttribute("count_message", Integer.toString(recipient.countMessage()));
        }
        out.writeCharacters(recipient.words());
        out.writeEndElement();
    }

    private void write(XMLStreamWriter out, StateAnswer answer) throws XMLStreamException {
        out.writeStartElement("state");
        out.writeAttribute("id_message", answer.idMessage());
        if (answer.state() == null) {
            out.writeAttribute("time_change_state", "");
            out.writeCharacters(Words.UNKNOWN_ID);
        } else {
            attributes(out, answer.state());
            out.writeCharacters(answer.state().state().word());
        }
        out.writeEndElement();
    }

    private void attributes(XMLStreamWriter out, MessageState state) throws XMLStreamException {
        out.writeAttribute("time_change_state", time.format(state.changedAt()));
        out.writeAttribute("state_sms", state.stateSms().word());
        out.writeAttribute("state_viber", state.stateViber().word());
        if (state.used(Channel.SMS)) {
            out.writeAttribute("num_parts_sms", state.numPartsSms().toString());
            out.writeAttribute("price_sms", state.priceSms().toPlainString());
        }
        if (state.used(Channel.VIBER)) {
            out.writeAttribute("price_viber", state.priceViber().toPlainString());
        }
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private static byte[] response(Content content) {
        StringWriter buffer = new StringWriter(256).append(PROLOG);
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(buffer);
            out.writeStartElement("response");
            content.write(out);
            out.writeEndElement();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An answer could not be written", e);
        }
        return buffer.toString().getBytes(StandardCharsets.UTF_8);
    }

    private interface Content {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }
}
