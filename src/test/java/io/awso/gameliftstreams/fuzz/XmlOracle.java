package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ctc.wstx.stax.WstxInputFactory;
import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * Reads XML with Woodstox and the JDK's parser, which must agree. A parser does not read the documents that it is known to
 * get wrong; {@code XmlGrammarTest} has an example of each.
 */
final class XmlOracle implements Oracle {
    /**
     * Both parsers take the characters in names from an earlier edition of XML 1.0 than the fifth. A {@code >} in an
     * attribute's value does not end the tag, so what follows such a value is searched up to the next {@code <}.
     */
    private static final Pattern NOT_ASCII_IN_TAG =
            Pattern.compile("(<[^>]*|=\\s*\"[^\"<]*>[^<]*|=\\s*'[^'<]*>[^<]*)[^\\x00-\\x7F]");

    /** Both read version 1.1 by its own rules and reject other versions. The encodings are not an oracle's business. */
    private static final Pattern OTHER_DECLARATION = Pattern.compile(
            "version\\s*=\\s*['\"](?!1\\.0['\"])|encoding\\s*=\\s*['\"](?!utf-8['\"])", Pattern.CASE_INSENSITIVE);

    private static final List<Parser> PARSERS = List.of(
            new Parser(
                    new WstxInputFactory(),
                    List.of(
                            NOT_ASCII_IN_TAG,
                            OTHER_DECLARATION,
                            // Treats every control character in a declaration as white space.
                            Pattern.compile("<\\?xml[^>]*[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]"),
                            // Overlooks "]]>" in long text.
                            Pattern.compile("]]>"))),
            new Parser(
                    XMLInputFactory.newDefaultFactory(),
                    List.of(
                            NOT_ASCII_IN_TAG,
                            OTHER_DECLARATION,
                            // Divides names at colons, and rejects some that it cannot divide into two names.
                            Pattern.compile(":[\\s=>.0-9-]|:/>|[\\s<?]:|:\\w*:"))));

    /** A parser, and what the documents have that it gets wrong. */
    private record Parser(XMLInputFactory factory, List<Pattern> bugs) {
        Parser {
            factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            if (factory.isPropertySupported(XMLInputFactory2.P_LAZY_PARSING)) {
                factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
            }
        }

        boolean isTrusted(String text) {
            return bugs.stream().noneMatch(bug -> bug.matcher(text).find());
        }
    }

    private static final List<String> PLACES = List.of(
            "ErrorResponse",
            "Response",
            "Errors",
            "Error",
            "ResponseMetadata",
            "CreateStreamSessionConnectionResponse",
            "CreateStreamSessionConnectionResult");

    private static final Place.Names NAMES = new Place.Names(
            List.of("Code"), List.of("Message", "message"), Optional.empty(), List.of("RequestId", "RequestID"));

    private static final List<String> OUTPUT_ROOTS = List.of(
            "CreateStreamSessionConnectionOutput",
            "CreateStreamSessionConnectionResponse",
            "CreateStreamSessionConnectionResult");

    /** An element with its text and child elements, up to the place where the document is malformed. */
    private static final class Node {
        final String name;
        final boolean nil;
        final List<Node> children = new ArrayList<>();
        final StringBuilder text = new StringBuilder();
        boolean complete;

        Node(String name, boolean nil) {
            this.name = name;
            this.nil = nil;
        }

        String describe() {
            return name
                    + (complete ? nil + text.toString() : "")
                    + children.stream().map(Node::describe).toList();
        }

        /** Returns the text if this is a member with a value, or null. */
        String value() {
            return complete && !nil && children.isEmpty() ? text.toString() : null;
        }

        Stream<Node> children(String name) {
            return children.stream().filter(child -> child.name.equals(name));
        }

        /** Returns this element as a place. */
        Place place(int depth) {
            return new Place(
                    children.stream()
                            .filter(child -> child.value() != null)
                            .map(child -> new Place.Value(child.name, child.value(), true))
                            .toList(),
                    children.stream()
                            .filter(child -> depth < Place.MAX_DEPTH && PLACES.contains(child.name))
                            .map(child -> child.place(depth + 1))
                            .toList());
        }
    }

    /** A document, up to the place where it is malformed. */
    private record Document(Node root, boolean wellFormed) {}

    /**
     * Returns what all parsers read, in UTF-8. Of a malformed document, it is what the first parser read before the malformed
     * place: the JDK's parser does not report the end of an empty element if it cannot read what follows.
     */
    private static Document read(String text) {
        Document document = null;
        for (Parser parser : PARSERS) {
            if (parser.isTrusted(text)) {
                Document read = read(text.getBytes(UTF_8), parser.factory());
                if (document != null
                        && !describe(read, document.wellFormed()).equals(describe(document, read.wellFormed()))) {
                    throw new AssertionError("Woodstox reads " + describe(document, true) + ", but the JDK's parser "
                            + describe(read, true));
                }
                document = document == null ? read : document;
            }
        }
        return document;
    }

    private static String describe(Document document, boolean withElements) {
        return document.wellFormed()
                + (withElements && document.wellFormed() ? document.root().describe() : "");
    }

    private static Document read(byte[] text, XMLInputFactory factory) {
        Node document = new Node("", false);
        PrintStream systemErr = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream())); // The JDK's parser prints some errors.
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(text));
            Deque<Node> open = new ArrayDeque<>(List.of(document));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        Node element = new Node(localName(reader.getLocalName()), isNil(reader));
                        open.element().children.add(element);
                        open.push(element);
                    }
                    case XMLStreamConstants.END_ELEMENT -> open.pop().complete = true;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        open.element().text.append(reader.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("not supported");
                    default -> {
                        // Comments and processing instructions are skipped.
                    }
                }
            }
            return new Document(document.children.get(0), true);
        } catch (XMLStreamException | RuntimeException e) {
            return new Document(document.children.isEmpty() ? null : document.children.get(0), false);
        } finally {
            System.setErr(systemErr);
        }
    }

    private static String localName(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private static boolean isNil(XMLStreamReader reader) {
        return IntStream.range(0, reader.getAttributeCount())
                .filter(i -> attributeName(reader, i).matches("(?!xmlns:nil).+:nil"))
                .anyMatch(i -> List.of("true", "1").contains(reader.getAttributeValue(i)));
    }

    /** Returns a name with its prefix, which the JDK's parser always takes off. */
    private static String attributeName(XMLStreamReader reader, int i) {
        String prefix = reader.getAttributePrefix(i);
        String start = prefix == null || prefix.isEmpty() ? "" : prefix + ":";
        return start + reader.getAttributeLocalName(i);
    }

    /** Returns whether a parser can be trusted, and the payload is in UTF-8. */
    @Override
    public boolean compares(byte[] payload) {
        String text = new String(payload, UTF_8);
        return !hasUtf16Mark(payload) && PARSERS.stream().anyMatch(parser -> parser.isTrusted(text));
    }

    /**
     * Returns false if it is not certain what comes before the malformed place. Woodstox rejects U+FFFE and U+FFFF when it
     * fills its buffer, before it reads the elements in it.
     */
    @Override
    public boolean comparesError(byte[] payload) {
        String text = trimmed(payload);
        boolean isReadInOrder = text.indexOf('\uFFFE') < 0 && text.indexOf('\uFFFF') < 0;
        return isReadInOrder && PARSERS.get(0).isTrusted(text) || read(text).wellFormed();
    }

    private static boolean hasUtf16Mark(byte[] payload) {
        String start = new String(payload, 0, Math.min(payload.length, 100), ISO_8859_1).stripLeading();
        return start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE");
    }

    private static String trimmed(byte[] payload) {
        return new String(payload, UTF_8).replaceFirst("^[ \t\r\n\uFEFF]+", "");
    }

    @Override
    public Optional<CreateStreamSessionConnectionOutput> output(byte[] payload) {
        if (!Oracle.isUtf8(payload)) {
            return Optional.empty();
        }
        String text = new String(payload, UTF_8);
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.matches("[ \t\r\n]*")) {
            return Oracle.output(null, false);
        }
        Document document = read(text);
        Node root = document.root();
        if (!document.wellFormed()) {
            return Optional.empty();
        }
        List<Node> members = Stream.concat(Stream.of(root), root.children("CreateStreamSessionConnectionResult"))
                .flatMap(parent -> parent.children("SignalResponse"))
                .toList();
        if (members.size() > 1 || members.stream().anyMatch(member -> !member.children.isEmpty())) {
            return Optional.empty();
        }
        String value = members.isEmpty() ? null : members.get(0).value();
        return Oracle.output(
                value, !OUTPUT_ROOTS.contains(root.name) || root.place(0).namesAnError(NAMES));
    }

    @Override
    public ErrorDocument errorDocument(byte[] payload) {
        Node root = read(trimmed(payload)).root();
        if (root == null) {
            return new ErrorDocument(Optional.empty(), Optional.empty(), Optional.empty());
        }
        ErrorDocument document = root.place(0).errorDocument(NAMES);
        return document.code().isEmpty() && root.name.endsWith("Exception") ? document.withCode(root.name) : document;
    }
}
