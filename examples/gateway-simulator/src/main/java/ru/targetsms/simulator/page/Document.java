package ru.targetsms.simulator.page;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Is a body as text.
 *
 * @param wellFormed whether it is XML, in UTF-8, without a DTD, and of at most 100 elements in one another
 */
record Document(String text, boolean wellFormed) {

    private static final int SAMPLE = 64;
    private static final int DEEPEST = 100;
    private static final XMLInputFactory FACTORY = factory();

    static Document of(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (isWellFormed(text)) {
                return new Document(text, true);
            }
        } catch (CharacterCodingException e) {
            // Shown as well as it goes.
        }
        return new Document(new String(body, charset(body)), false);
    }

    /** Guesses the encoding by the zeros that Latin letters have in UTF-16. */
    private static Charset charset(byte[] body) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < Math.min(body.length, SAMPLE); i++) {
            if (body[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        if (Math.max(even, odd) < Math.min(body.length, SAMPLE) / 4 || even == odd) {
            return StandardCharsets.UTF_8;
        }
        return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static boolean isWellFormed(String text) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
            int event = reader.getEventType();
            while (event != XMLStreamConstants.END_DOCUMENT && event != XMLStreamConstants.DTD) {
                event = reader.next();
            }
            return event == XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Each JDK has its own default: none in 17, 200 in 25.
        factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
        return factory;
    }
}
