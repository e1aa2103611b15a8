package ru.targetsms.camel.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * The document on its way out. Remembers whether writing it has begun: until then nothing can have been accepted.
 * Not repeatable, so that nothing underneath sends it a second time.
 */
final class OutgoingDocument extends AbstractHttpEntity {

    private final byte[] document;
    private volatile boolean left;

    OutgoingDocument(byte[] document, String contentType) {
        super(contentType, null);
        this.document = document;
    }

    /** Tells whether a byte of the document may have left. */
    boolean hasLeft() {
        return left;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        left = true;
        out.write(document);
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return !left;
    }

    @Override
    public long getContentLength() {
        return document.length;
    }

    @Override
    public InputStream getContent() {
        return new ByteArrayInputStream(document);
    }

    @Override
    public void close() {
        // nothing to close
    }
}
