package io.awso.gameliftstreams.codec;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the child elements of an element, with the JDK's StAX parser or a caller's. A strict reader throws if
 * the document is malformed, has a DOCTYPE, or exceeds a limit. A forgiving reader acts as if the document ended
 * there.
 */
final class XmlReader implements MemberReader {
    private static final String FORMAT = "XML";

    static final int MAX_DEPTH = 500;

    /** The JDK's parser looks each prefix up in a list of all prefixes in scope, so n names can cost n² steps. */
    private static final int MAX_NAMES = 10_000;

    private static final int END = -1;

    private static final XMLInputFactory FACTORY = factory();

    private final boolean strict;

    /** The parser; null if the document is empty or a forgiving reader has ended it early. */
    private @Nullable XMLStreamReader parser;

    private @Nullable String problem;
    private Kind kind = Kind.NULL;
    private int depth = 1;
    private int names;

    private XmlReader(@Nullable XMLStreamReader parser, boolean strict) {
        this.parser = parser;
        this.strict = strict;
    }

    /**
     * Creates the factory. The JDK's own limits differ from version to version, and system properties can change
     * them. They are turned off here, and the limits of this class are used instead.
     */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        for (String limit :
                new String[] {"maxElementDepth", "maxXMLNameLimit", "maxGeneralEntitySizeLimit", "totalEntitySizeLimit"
                }) {
            factory.setProperty("jdk.xml." + limit, String.valueOf(Integer.MAX_VALUE));
        }
        // This limit stays on, so that the parser stops before all attributes of a start tag are in memory.
        factory.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(MAX_NAMES));
        return factory;
    }

    /** Returns a reader inside the root of a document, which is decoded in the encoding that it declares. */
    static XmlReader inRoot(byte[] payload, boolean strict) {
        return inRoot(XmlText.decode(payload, strict), strict);
    }

    /** Returns a reader inside the root of a document that is already decoded. Its declared encoding is ignored. */
    static XmlReader inRoot(String text, boolean strict) {
        XmlReader reader = new XmlReader(null, strict);
        String document = XmlText.document(text, strict);
        if (!document.isEmpty()) {
            reader.start(document);
        }
        return reader;
    }

    /** Returns a reader inside the element that a caller's parser is at. */
    static XmlReader inElement(XMLStreamReader parser) {
        XmlReader reader = new XmlReader(parser, true);
        if (!parser.isStartElement()) {
            throw reader.error("expected the parser at a START_ELEMENT");
        }
        return reader;
    }

    private void start(String text) {
        // The JDK's parser prints to standard error if a DOCTYPE is cut off. So it is given an element in its place.
        int doctype = XmlText.indexOfDoctype(text);
        String readable = doctype < 0 ? text : text.substring(0, doctype) + "<x>";
        try {
            parser = FACTORY.createXMLStreamReader(new StringReader(readable));
        } catch (XMLStreamException e) {
            fail("malformed declaration at line 1, column 1"); // So far, the parser has read nothing else.
            return;
        }
        depth = 0;
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != END) {
            event = next();
        }
        if (doctype >= 0) {
            fail("a DOCTYPE is not allowed");
        }
    }

    /** Returns the local name of the root; null if there is none. */
    @Nullable
    String rootName() {
        return parser == null ? null : parser.getLocalName();
    }

    /** Checks that nothing but comments, processing instructions and white space follows the root. */
    void requireEnd() {
        while (parser != null && next() != XMLStreamConstants.END_DOCUMENT) {
            // Anything else is malformed, and next() throws.
        }
    }

    @Override
    public @Nullable String nextName() {
        XMLStreamReader current = parser;
        return current != null && nextTag() == XMLStreamConstants.START_ELEMENT ? current.getLocalName() : null;
    }

    @Override
    public @Nullable String readText() {
        XMLStreamReader current = Objects.requireNonNull(parser); // nextName() has just returned a name.
        boolean nil = "true".equals(current.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil"));
        kind = nil ? Kind.NULL : Kind.STRING;
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(textOf(current));
                case XMLStreamConstants.START_ELEMENT -> {
                    kind = Kind.ELEMENT;
                    skip();
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> fail("the parser does not replace an entity reference");
                case END -> {
                    return null;
                }
                default -> {
                    // Comments and processing instructions are skipped.
                }
            }
        }
        return kind == Kind.STRING ? text.toString() : null;
    }

    private String textOf(XMLStreamReader parser) {
        try {
            return parser.getText();
        } catch (RuntimeException e) {
            // A lazy parser, such as Woodstox by default, detects malformed text and I/O errors only here.
            throwIfIo(e);
            fail("malformed");
            return "";
        }
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean enter() {
        return true;
    }

    @Override
    public void skip() {
        for (int end = depth - 1; depth > end && nextTag() != END; ) {
            // nextTag() counts the depth.
        }
    }

    @Override
    public CodecException error(String message) {
        if (parser == null) {
            return new CodecException(FORMAT + ": " + message + (problem == null ? "" : ": " + problem));
        }
        Location location = parser.getLocation();
        // The JDK's parser has no location after its last event.
        String where = location.getLineNumber() < 0
                ? ""
                : " at line " + location.getLineNumber() + ", column " + location.getColumnNumber();
        return new CodecException(FORMAT + ": " + message + where);
    }

    private int nextTag() {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT && event != END) {
            event = next();
        }
        return event;
    }

    /** Returns the next event, or {@link #END} if a forgiving reader has ended the document. */
    private int next() {
        XMLStreamReader current = parser;
        if (current == null) {
            return END;
        }
        int event = END;
        try {
            event = current.next();
        } catch (XMLStreamException | RuntimeException e) { // A RuntimeException is a bug of the parser or its source.
            throwIfIo(e);
            fail(String.valueOf(e.getMessage()).contains("JAXP00010002") ? tooManyNames() : "malformed");
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                names += 1 + current.getAttributeCount() + current.getNamespaceCount();
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> names++;
            default -> {}
        }
        if (depth > MAX_DEPTH) {
            fail("nested too deeply (limit " + MAX_DEPTH + ")");
        } else if (names > MAX_NAMES) {
            fail(tooManyNames());
        }
        return parser == null ? END : event;
    }

    /** Throws the I/O error that caused an exception, if there is one. Malformed bytes are not an I/O error. */
    private static void throwIfIo(Throwable e) {
        for (Throwable t = e;
                t != null;
                t = t instanceof XMLStreamException x ? x.getNestedException() : t.getCause()) {
            if (t instanceof UncheckedIOException source) {
                throw source;
            }
            if (t instanceof IOException source
                    && !(source instanceof CharConversionException)
                    && !(source instanceof CharacterCodingException)) {
                throw new UncheckedIOException(source);
            }
        }
    }

    private static String tooManyNames() {
        return "too many elements, attributes and processing instructions (limit " + MAX_NAMES + ")";
    }

    /** Throws if the reader is strict; otherwise ends the document here. */
    private void fail(String message) {
        if (strict) {
            throw error(message);
        }
        problem = message;
        parser = null;
    }
}
