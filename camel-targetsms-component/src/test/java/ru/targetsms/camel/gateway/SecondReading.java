package ru.targetsms.camel.gateway;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a document by the JDK's DOM, which shares no line with the readers and writers under test. */
public final class SecondReading {

    private static final int DEEPEST = 32;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int LONGEST_NAME = 256;

    /** A builder keeps every name it ever read. */
    private static final int MOST_DOCUMENTS = 10_000;

    private static DocumentBuilder builder = builder();
    private static int documents;

    private SecondReading() {}

    /** Returns the root of a document within our limits (F28, F29), empty for anything else. */
    public static Optional<Element> of(byte[] document) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            StringReader reader = new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
            Document parsed = nextBuilder().parse(new InputSource(reader));
            return Optional.of(parsed.getDocumentElement())
                    .filter(root -> "1.0".equals(parsed.getXmlVersion()) && isWithinLimits(root, 1));
        } catch (CharacterCodingException | SAXException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the child elements. */
    public static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Returns the child elements of that name and of no namespace. */
    public static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> isNamed(child, name)).toList();
    }

    /** Tells whether the element has that name and no namespace. */
    public static boolean isNamed(Element element, String name) {
        return element.getNamespaceURI() == null && name.equals(element.getLocalName());
    }

    private static boolean isWithinLimits(Element element, int depth) {
        return depth <= DEEPEST
                && countAttributes(element) <= MOST_ATTRIBUTES
                && element.getLocalName().length() <= LONGEST_NAME
                && children(element).stream().allMatch(child -> isWithinLimits(child, depth + 1));
    }

    /** StAX counts no namespace declarations, the DOM does. */
    private static int countAttributes(Element element) {
        int count = 0;
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String namespace = element.getAttributes().item(i).getNamespaceURI();
            count += "http://www.w3.org/2000/xmlns/".equals(namespace) ? 0 : 1;
        }
        return count;
    }

    private static synchronized DocumentBuilder nextBuilder() {
        if (++documents % MOST_DOCUMENTS == 0) {
            builder = builder();
        }
        return builder;
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }
}
