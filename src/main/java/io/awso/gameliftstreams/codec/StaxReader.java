package io.awso.gameliftstreams.codec;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the child elements of the element that a caller's parser is at. Only this class needs {@code java.xml}. */
final class StaxReader implements MemberReader {
    private final XMLStreamReader parser;
    private Kind kind = Kind.NULL;

    StaxReader(XMLStreamReader parser) {
        this.parser = parser;
        if (!parser.isStartElement()) {
            throw error("expected the parser at a START_ELEMENT");
        }
    }

    @Override
    public @Nullable String nextName() {
        int event = next();
        while (event != XMLStreamReader.START_ELEMENT && event != XMLStreamReader.END_ELEMENT) {
            event = next();
        }
        return event == XMLStreamReader.START_ELEMENT ? parser.getLocalName() : null;
    }

    @Override
    public @Nullable String readText() {
        kind = isNil() ? Kind.NULL : Kind.STRING;
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamReader.END_ELEMENT; event = next()) {
            switch (event) {
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                    text.append(currentText());
                case XMLStreamReader.START_ELEMENT -> {
                    kind = Kind.ELEMENT;
                    skip();
                }
                case XMLStreamReader.ENTITY_REFERENCE -> throw error("the parser does not replace an entity reference");
                default -> {} // Comments and processing instructions are skipped.
            }
        }
        return kind == Kind.STRING ? text.toString() : null;
    }

    /** Returns whether the element has an attribute such as {@code xsi:nil="true"}, by the rule of {@link XmlReader}. */
    private boolean isNil() {
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            String prefix = parser.getAttributePrefix(i);
            if (parser.getAttributeLocalName(i).equals("nil")
                    && prefix != null
                    && !prefix.isEmpty()
                    && XmlReader.isTrue(parser.getAttributeValue(i))) {
                return true;
            }
        }
        return false;
    }

    private String currentText() {
        try {
            return parser.getText();
        } catch (RuntimeException e) {
            // A lazy parser, such as Woodstox by default, detects malformed text and I/O errors only here.
            throw failure(e);
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
        for (int level = 1; level > 0; ) {
            level += nextName() == null ? -1 : 1;
        }
    }

    @Override
    public CodecException error(String message) {
        int line = parser.getLocation().getLineNumber();
        int column = parser.getLocation().getColumnNumber();
        // The JDK's parser has no location after its last event.
        return new CodecException("XML: " + message + (line == -1 ? "" : " at line " + line + ", column " + column));
    }

    private int next() {
        try {
            return parser.next();
        } catch (XMLStreamException | RuntimeException e) { // A RuntimeException is a bug of the parser or its source.
            throw failure(e);
        }
    }

    /** Returns the I/O error that caused an exception, if there is one. Malformed bytes are not an I/O error. */
    private RuntimeException failure(Throwable e) {
        Throwable t = e;
        while (t != null) {
            if (t instanceof UncheckedIOException source) {
                return source;
            }
            if (t instanceof IOException source
                    && !(source instanceof CharConversionException)
                    && !(source instanceof CharacterCodingException)) {
                return new UncheckedIOException(source);
            }
            t = t instanceof XMLStreamException x ? x.getNestedException() : t.getCause();
        }
        return error("malformed");
    }
}
