package ru.targetsms.simulator.protocol;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through a document tag by tag and refuses whatever the caller did not ask for: other elements, other
 * attributes, text between elements, namespaces, a DTD, an encoding other than UTF-8. Not thread safe.
 */
final class XmlCursor {

    /** The JDK's own parser, whatever else is on the class path. */
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private int depth;

    XmlCursor(String document) throws DocumentRefused {
        try {
            reader = FACTORY.createXMLStreamReader(new StringReader(document));
            String encoding = reader.getCharacterEncodingScheme();
            require(reader.getVersion() == null || reader.getVersion().equals("1.0"));
            require(encoding == null || encoding.equalsIgnoreCase("utf-8"));
            reader.nextTag();
        } catch (XMLStreamException e) {
            throw DocumentRefused.malformed();
        }
    }

    /** Tells whether the next tag opens the element. */
    boolean at(String element) {
        return opens() && reader.getLocalName().equals(element);
    }

    /** Tells whether the next tag opens any element. */
    boolean opens() {
        return reader.isStartElement();
    }

    String element() {
        return reader.getLocalName();
    }

    /** Steps into an element; returns its attributes, all of which must be among the named ones. */
    Map<String, String> open(String element, List<String> allowed) throws DocumentRefused {
        require(at(element)
                && reader.getNamespaceCount() == 0
                && reader.getPrefix().isEmpty());
        Map<String, String> attributes = new HashMap<>(4);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            require(allowed.contains(name) && reader.getAttributePrefix(i).isEmpty());
            RequestText.refuseLineBreak(reader.getAttributeValue(i));
            attributes.put(name, reader.getAttributeValue(i));
        }
        depth++;
        nextTag();
        return attributes;
    }

    void open(String element) throws DocumentRefused {
        open(element, List.of());
    }

    /** Steps out of an element; after the root nothing may follow. */
    void close(String element) throws DocumentRefused {
        require(reader.isEndElement() && reader.getLocalName().equals(element));
        depth--;
        if (depth > 0) {
            nextTag();
        } else {
            finish();
        }
    }

    /** Reads an element without attributes that holds nothing but text. */
    String text(String element) throws DocumentRefused {
        require(at(element) && reader.getNamespaceCount() == 0 && reader.getAttributeCount() == 0);
        require(reader.getPrefix().isEmpty());
        try {
            String text = reader.getElementText();
            RequestText.refuseLineBreak(text);
            reader.nextTag();
            return text;
        } catch (XMLStreamException e) {
            throw DocumentRefused.malformed();
        }
    }

    static void require(boolean rule) throws DocumentRefused {
        if (!rule) {
            throw DocumentRefused.malformed();
        }
    }

    private void nextTag() throws DocumentRefused {
        try {
            reader.nextTag();
        } catch (XMLStreamException e) {
            throw DocumentRefused.malformed();
        }
    }

    private void finish() throws DocumentRefused {
        try {
            while (reader.next() != XMLStreamConstants.END_DOCUMENT) {
                // a comment or white space
            }
        } catch (XMLStreamException e) {
            throw DocumentRefused.malformed();
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
        return factory;
    }
}
