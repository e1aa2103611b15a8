package ru.targetsms.benchmark.contender;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import ru.targetsms.benchmark.wire.Request;
import ru.targetsms.benchmark.wire.Response;

/** Writes documents and reads answers with JAXB alone. One for each thread: making its parts costs more than using them. */
final class Documents {

    private static final JAXBContext CONTEXT = context();

    private final Marshaller marshaller;
    private final Unmarshaller unmarshaller;
    private final ByteArrayOutputStream document = new ByteArrayOutputStream();

    Documents() {
        try {
            marshaller = CONTEXT.createMarshaller();
            unmarshaller = CONTEXT.createUnmarshaller();
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] write(Request request) throws JAXBException {
        document.reset();
        marshaller.marshal(request, document);
        return document.toByteArray();
    }

    Response read(byte[] answer) throws JAXBException {
        return (Response) unmarshaller.unmarshal(new ByteArrayInputStream(answer));
    }

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(Request.class, Response.class);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }
}
