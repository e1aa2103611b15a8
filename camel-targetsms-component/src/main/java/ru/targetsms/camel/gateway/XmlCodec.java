package ru.targetsms.camel.gateway;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.camel.CamelContext;
import org.apache.camel.converter.jaxb.JaxbDataFormat;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.service.ServiceHelper;

/** Writes requests and reads answers with camel-jaxb, between streams of our own. Safe for several threads. */
final class XmlCodec implements Closeable {

    private static final byte[] PROLOG =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>".getBytes(StandardCharsets.US_ASCII);

    private final CamelContext camelContext;
    private final JaxbDataFormat jaxb;

    XmlCodec(CamelContext camelContext) {
        this.camelContext = camelContext;
        this.jaxb = new JaxbDataFormat(jaxbContext());
        jaxb.setCamelContext(camelContext);
        jaxb.setPrettyPrint(false);
        jaxb.setFragment(true);
        jaxb.setEncoding("UTF-8");
        jaxb.setObjectFactory(false);
        jaxb.setMustBeJAXBElement(true);
        jaxb.setContentTypeHeader(false);
        ServiceHelper.startService(jaxb);
    }

    /**
     * Writes a document: the prolog first, UTF-8, one line (R2, R3).
     *
     * @param expected about how many bytes it will have
     */
    byte[] write(Request request, int expected) {
        OneLine document = new OneLine(expected);
        try {
            document.write(PROLOG);
            jaxb.marshal(new DefaultExchange(camelContext), request, document);
            return document.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("a request that cannot be written", e);
        }
    }

    /** Reads a whole answer, or says why it cannot be trusted. */
    Response read(byte[] answer) throws UntrustedAnswerException {
        if (answer.length == 0) {
            throw new UntrustedAnswerException("the answer is empty");
        }
        try {
            XMLStreamReader reader = HardenedXmlReader.open(answer);
            reader.nextTag();
            if (!reader.getLocalName().equals("response")) {
                throw new UntrustedAnswerException("the answer is no <response>");
            }
            Response response = (Response) jaxb.unmarshal(new DefaultExchange(camelContext), reader);
            while (reader.hasNext()) {
                reader.next();
            }
            return response;
        } catch (UntrustedAnswerException e) {
            throw e;
        } catch (Exception e) {
            throw new UntrustedAnswerException("the answer is no well-formed XML" + position(e));
        }
    }

    @Override
    public void close() {
        ServiceHelper.stopAndShutdownService(jaxb);
    }

    /** The JDK's reader does not always know where it stands: then it names a place below 1. */
    private static String position(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof XMLStreamException xml && xml.getLocation() != null) {
                int line = xml.getLocation().getLineNumber();
                int column = xml.getLocation().getColumnNumber();
                return line > 0 && column > 0 ? " at line " + line + ", column " + column : "";
            }
        }
        return "";
    }

    private static JAXBContext jaxbContext() {
        try {
            return JAXBContext.newInstance(Request.class, Response.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("the wire classes are broken", e);
        }
    }

    /** Cannot hold a line break (R3): whatever slips through to here is a fault of ours, and nothing is sent. */
    private static final class OneLine extends ByteArrayOutputStream {

        private OneLine(int expected) {
            super(expected);
        }

        @Override
        public synchronized byte[] toByteArray() {
            for (int i = 0; i < count; i++) {
                if (buf[i] == '\n' || buf[i] == '\r') {
                    throw new IllegalStateException("a line break in a document (R3)");
                }
            }
            return super.toByteArray();
        }
    }
}
