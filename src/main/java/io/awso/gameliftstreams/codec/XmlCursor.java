package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.codec.Format.XML;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxException;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.util.SymbolTable;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.StringJoiner;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/** Elements and their text in a document whose reader may fail, and may be the caller's. */
final class XmlCursor implements Cursor {
    private static final int MAX_DEPTH = 500;
    private static final int MAX_ATTRIBUTES = 1_000;
    private static final int MAX_ATTRIBUTE_SIZE = 524_288;

    /** Woodstox keeps names in a table whose hashes an attacker can make collide: n names may cost n². */
    private static final int MAX_NAMES = 10_000;

    private static final int MAX_NAMES_KEPT = 1_000;

    /**
     * Woodstox is fast while a text lies in its buffer, and slow, char by char, where it has to join what
     * lay in two: so the buffer holds the usual text, and a longer one comes in pieces of half a buffer.
     */
    private static final int BUFFER_LENGTH = 16_384;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private int names;

    private XmlCursor(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory() {
            /** Keeps the names of ordinary payloads only: the next payload would pay for all the others. */
            @Override
            public void updateSymbolTable(SymbolTable names) {
                if (names.size() <= MAX_NAMES_KEPT) {
                    super.updateSymbolTable(names);
                }
            }
        };
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER_LENGTH);
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, BUFFER_LENGTH / 2);
        // A lazy reader finds what is malformed in a text only when it is asked for it, and cannot say where.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_SIZE);
        return factory;
    }

    /** At the root of a document, which may have the encoding that it declares. */
    static XmlCursor atRoot(byte[] payload) {
        XMLStreamReader reader = reader(payload, null);
        if (reader.getEncoding().equals(UTF_8.name())) {
            XML.requireUtf8(payload);
            requirePlainDeclaration(payload);
            return atRoot(reader);
        }
        try {
            Charset charset = Charset.forName(reader.getEncoding());
            return atRoot(charset.newDecoder().decode(ByteBuffer.wrap(payload)).toString());
        } catch (CharacterCodingException | IllegalArgumentException e) {
            // Woodstox takes names for an encoding that are none, such as "UTF-32LEUTF-8".
            throw XML.refusal("the declared encoding", "other bytes", "in the payload");
        }
    }

    /** At the root of a document that is text: of the encoding that it declares nothing is left to see. */
    static XmlCursor atRoot(String payload) {
        byte[] utf8 = XML.utf8(payload);
        requirePlainDeclaration(utf8);
        return atRoot(reader(utf8, UTF_8.name()));
    }

    private static XmlCursor atRoot(XMLStreamReader reader) {
        XmlCursor cursor = new XmlCursor(reader);
        int event = cursor.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.DTD) {
                throw cursor.refusal("no DOCTYPE", "one");
            }
            event = cursor.next();
        }
        return cursor;
    }

    /** At the element that the caller's reader is at. */
    static XmlCursor at(XMLStreamReader reader) {
        XmlCursor cursor = new XmlCursor(reader);
        if (!reader.isStartElement()) {
            throw cursor.refusal("a START_ELEMENT", "another event");
        }
        return cursor;
    }

    /** Woodstox takes control characters in an XML declaration for white space. */
    private static void requirePlainDeclaration(byte[] utf8) {
        for (int i = 0; i < utf8.length && utf8[i] != '>'; i++) {
            if (0 <= utf8[i] && utf8[i] < ' ' && !XML.carries(utf8[i])) {
                throw XML.refusal("well-formed XML", "a control character", "at offset " + i);
            }
        }
    }

    private static XMLStreamReader reader(byte[] payload, @Nullable String encoding) {
        try {
            return FACTORY.createXMLStreamReader(new ByteArrayInputStream(payload), encoding);
        } catch (XMLStreamException e) {
            throw XML.refusal("well-formed XML", "a syntax error", "at the beginning");
        }
    }

    /** Moves from the end of the root to that of the document; between them there may be no content. */
    void requireEnd() {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // Comments, processing instructions and white space: all else is malformed.
        }
    }

    @Override
    public String name() {
        return reader.getLocalName();
    }

    @Override
    public boolean nextChild() {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    @Override
    public void skipElement() {
        for (int depth = 1; depth > 0; ) {
            depth += nextChild() ? 1 : -1;
        }
    }

    @Override
    public @Nullable String readText() {
        String name = name();
        boolean nil = "true".equals(reader.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil"));
        String text = "";
        StringJoiner pieces = null;
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (pieces != null) {
                        pieces.add(text());
                    } else if (text.isEmpty()) {
                        text = text();
                    } else {
                        pieces = new StringJoiner("").add(text).add(text());
                    }
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                case XMLStreamConstants.START_ELEMENT -> throw refusal("text in " + name, "an element");
                default -> throw refusal("text in " + name, "an entity reference");
            }
        }
        if (nil) {
            return null;
        }
        return pieces == null ? text : pieces.toString();
    }

    private String text() {
        try {
            return reader.getText();
        } catch (RuntimeException e) {
            // A lazy reader finds only now that the text is malformed, and cannot throw anything better.
            throw refusal("well-formed XML", "a syntax error");
        }
    }

    private int next() {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException e) {
            throw unreadable(e);
        } catch (RuntimeException e) {
            // No parser is without bugs, and a payload that finds one is malformed all the same.
            throw refusal("well-formed XML", "a syntax error");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            names += 1 + reader.getAttributeCount() + reader.getNamespaceCount();
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            names++;
        }
        if (names > MAX_NAMES) {
            throw refusal("at most " + MAX_NAMES + " elements, attributes and processing instructions", "more");
        }
        return event;
    }

    /** A limit is the one failure for which Woodstox has neither an exception of its own nor a location. */
    private CodecException unreadable(XMLStreamException e) {
        if (e.getLocation() != null) {
            return XML.refusal("well-formed XML", "a syntax error", where(e.getLocation()));
        }
        if (e instanceof WstxException) {
            return refusal("well-formed XML", "a syntax error");
        }
        String limits = "at most %d levels of elements and %d attributes of %d characters"
                .formatted(MAX_DEPTH, MAX_ATTRIBUTES, MAX_ATTRIBUTE_SIZE);
        return refusal(limits, "more");
    }

    @Override
    public CodecException refusal(String expected, String found) {
        return XML.refusal(expected, found, where(reader.getLocation()));
    }

    private static String where(Location location) {
        return "at line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }
}
