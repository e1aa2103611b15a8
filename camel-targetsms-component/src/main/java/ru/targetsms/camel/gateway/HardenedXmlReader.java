package ru.targetsms.camel.gateway;

import java.io.CharArrayReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads an answer that nobody vouches for: XML 1.0 in strict UTF-8, no document type, no entity of its own, bounded
 * depth, names and attributes (F28, F29). The platform's own StAX is used, whatever else the class path holds.
 */
final class HardenedXmlReader extends StreamReaderDelegate {

    private static final int DEEPEST = 32;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int LONGEST_NAME = 256;
    private static final String HIDDEN = "urn:hidden";
    private static final Set<String> INTERNED =
            Set.of("org.codehaus.stax2.internNames", "org.codehaus.stax2.internNsUris");
    private static final Pattern XML_1_1 = Pattern.compile("<\\?xml\\s+version\\s*=\\s*[\"']1\\.1");
    private static final XMLInputFactory FACTORY = factory();

    private int depth;

    private HardenedXmlReader(XMLStreamReader reader) {
        super(reader);
    }

    /**
     * Opens an answer.
     *
     * @throws UntrustedAnswerException when the bytes are no UTF-8, or XML 1.1, which carries control characters
     * @throws XMLStreamException       when the text is no XML
     */
    static XMLStreamReader open(byte[] answer) throws UntrustedAnswerException, XMLStreamException {
        CharBuffer text = decode(answer);
        if (text.hasRemaining() && text.charAt(0) == '\uFEFF') {
            text.get();
        }
        if (XML_1_1.matcher(text).lookingAt()) {
            throw new UntrustedAnswerException("the answer is no XML 1.0");
        }
        return new HardenedXmlReader(FACTORY.createXMLStreamReader(
                new CharArrayReader(text.array(), text.arrayOffset() + text.position(), text.remaining())));
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> checkElement();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_DECLARATION, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new XMLStreamException("a document type or an entity of its own");
            default -> {
                // text, comments and processing instructions are harmless
            }
        }
        return event;
    }

    /** Goes through {@link #next()}, so that no event slips past. */
    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.CHARACTERS && !isWhiteSpace()) {
                throw new XMLStreamException("text where an element is expected");
            }
            event = next();
        }
        return event;
    }

    /** Hides {@code xsi:nil} and {@code xsi:type}, which JAXB would obey: to us they are unknown attributes (R34). */
    @Override
    public String getAttributeNamespace(int index) {
        String namespace = super.getAttributeNamespace(index);
        return XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace) ? HIDDEN : namespace;
    }

    /** Tells JAXB that it need not intern the names: the platform's reader has done so. */
    @Override
    public Object getProperty(String name) {
        return INTERNED.contains(name) ? true : super.getProperty(name);
    }

    private void checkElement() throws XMLStreamException {
        if (++depth > DEEPEST) {
            throw new XMLStreamException("elements nested deeper than " + DEEPEST);
        }
        if (getAttributeCount() > MOST_ATTRIBUTES) {
            throw new XMLStreamException("more than " + MOST_ATTRIBUTES + " attributes");
        }
        if (getLocalName().length() > LONGEST_NAME) {
            throw new XMLStreamException("a name longer than " + LONGEST_NAME);
        }
    }

    private static CharBuffer decode(byte[] answer) throws UntrustedAnswerException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer));
        } catch (CharacterCodingException e) {
            throw new UntrustedAnswerException("the answer is no UTF-8");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Without a DTD only &amp; and its like are left; newer JDKs refuse some 100,000 of them in one document.
        for (String limit : List.of("entityExpansionLimit", "maxGeneralEntitySizeLimit", "totalEntitySizeLimit")) {
            factory.setProperty("jdk.xml." + limit, "0");
        }
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("an external entity");
        });
        return factory;
    }
}
