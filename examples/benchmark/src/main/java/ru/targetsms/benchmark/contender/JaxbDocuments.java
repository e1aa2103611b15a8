package ru.targetsms.benchmark.contender;

import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import ru.targetsms.benchmark.wire.Request;

/** (c) Apache HttpClient with JAXB both ways: documents are made of messages and answers are read into objects. */
public final class JaxbDocuments implements Sender {

    private final Http http;
    private final Messages messages;
    private final int size;
    private final ThreadLocal<Documents> documents = ThreadLocal.withInitial(Documents::new);

    /** Sends documents of a size that divides the number of messages. */
    public JaxbDocuments(Messages messages, int size, String url, int connections) {
        this.http = new Http(url, connections);
        this.messages = messages;
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int send(long first) throws JAXBException, IOException {
        Documents jaxb = documents.get();
        byte[] answer = http.post(jaxb.write(Request.of(messages.get(first, size))));
        return jaxb.read(answer).accepted();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
