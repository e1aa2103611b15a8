package ru.targetsms.benchmark.contender;

import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import ru.targetsms.benchmark.wire.Request;

/** (c) Apache HttpClient posting documents made beforehand, answers read to the end and not parsed: the limit. */
public final class ReadyDocuments implements Sender {

    private final Http http;
    private final int size;
    private final List<byte[]> documents = new ArrayList<>();

    /** Writes all messages as documents of a size that divides their number. */
    public ReadyDocuments(Messages messages, int size, String url, int connections) throws JAXBException {
        this.http = new Http(url, connections);
        this.size = size;
        Documents writer = new Documents();
        for (int first = 0; first < messages.count(); first += size) {
            documents.add(writer.write(Request.of(messages.get(first, size))));
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int send(long first) throws IOException {
        byte[] answer = http.post(documents.get((int) (first / size % documents.size())));
        return answer.length > 0 ? size : 0;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
