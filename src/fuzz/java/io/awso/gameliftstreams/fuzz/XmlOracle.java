package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ctc.wstx.stax.WstxInputFactory;
import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/** Reads XML with Woodstox. The patterns find documents that Woodstox and the JDK's parser read differently. */
final class XmlOracle implements Oracle {
    private static final WstxInputFactory FACTORY = factory();

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

    /** Other encodings, and XML 1.1. */
    private static final Pattern OTHER_THAN_XML_1_0_IN_UTF_8 = Pattern.compile(
            "version\\s*=\\s*['\"](?!1\\.0['\"])|encoding\\s*=\\s*['\"](?!utf-8['\"])", Pattern.CASE_INSENSITIVE);

    /**
     * A colon in the target of a processing instruction or as the first character of a name, which Namespaces in XML
     * forbids (sections 7 and 4) and the JDK's parser accepts.
     */
    private static final Pattern MISPLACED_COLON = Pattern.compile("<\\?[^\\s?]*:|\\s:|</?:");

    /** Woodstox treats every control character in a declaration as white space. */
    private static final Pattern CONTROL_IN_DECLARATION =
            Pattern.compile("<\\?xml[^>]*[\0-\\x08\\x0B\\x0C\\x0E-\\x1F]");

    /** Characters outside production [2] Char of XML 1.0. Woodstox accepts U+FFFE. */
    private static final Pattern NOT_A_CHAR = Pattern.compile("[\0-\\x08\\x0B\\x0C\\x0E-\\x1F\uFFFE\uFFFF]");

    /** The editions of XML 1.0 allow different characters in names. */
    private static final Pattern NOT_ASCII_IN_TAG = Pattern.compile("<[^>]*[\\x80-\\xFF]");

    /** Documents with fewer tags than this are far from every limit. */
    private static final int MAX_TAGS = 400;

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }

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

    private static Document read(String text) {
        Node document = new Node("", false);
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
            Deque<Node> open = new ArrayDeque<>(List.of(document));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        String nil = reader.getAttributeValue("http://www.w3.org/2001/XMLSchema-instance", "nil");
                        Node element = new Node(reader.getLocalName(), "true".equals(nil));
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
        } catch (XMLStreamException e) {
            return new Document(document.children.isEmpty() ? null : document.children.get(0), false);
        }
    }

    /** Returns the text up to the first malformed byte. */
    private static String decode(byte[] payload) {
        CharBuffer text = CharBuffer.allocate(payload.length);
        UTF_8.newDecoder().decode(ByteBuffer.wrap(payload), text, true);
        return text.flip().toString();
    }

    @Override
    public boolean compares(byte[] payload) {
        String text = new String(payload, ISO_8859_1);
        String start = text.substring(0, Math.min(text.length(), 300));
        return !OTHER_THAN_XML_1_0_IN_UTF_8.matcher(start).find()
                && !MISPLACED_COLON.matcher(text).find()
                && !CONTROL_IN_DECLARATION.matcher(start).find()
                && !NOT_ASCII_IN_TAG.matcher(text).find()
                && text.indexOf('\0') < 0
                && !text.startsWith("\u00FE\u00FF")
                && !text.startsWith("\u00FF\u00FE")
                && !hasCdataEndInText(text)
                && text.chars().filter(c -> c == '<').count() < MAX_TAGS;
    }

    /** Text must not contain {@code ]]>} (XML 1.0, section 2.4). Woodstox overlooks it in long text. */
    private static boolean hasCdataEndInText(String text) {
        int start = 0;
        for (int end = text.indexOf("]]>"); end >= 0; end = text.indexOf("]]>", start)) {
            if (!text.substring(start, end).contains("<![CDATA[")) {
                return true;
            }
            start = end + 3;
        }
        return false;
    }

    /** The two parsers read text in different chunks, and so differ in what they return before a malformed place. */
    @Override
    public boolean comparesError(byte[] payload) {
        return Oracle.isUtf8(payload) && isWellFormed(trimmed(payload));
    }

    private static boolean isWellFormed(String text) {
        return !NOT_A_CHAR.matcher(text).find() && read(text).wellFormed();
    }

    private static String trimmed(byte[] payload) {
        return decode(payload).replaceFirst("^[ \t\r\n\uFEFF]+", "");
    }

    @Override
    public Optional<CreateStreamSessionConnectionOutput> output(byte[] payload) {
        if (!Oracle.isUtf8(payload)) {
            return Optional.empty();
        }
        String text = decode(payload);
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.matches("[ \t\r\n]*")) {
            return Oracle.output(null, false);
        }
        Document document = read(text);
        Node root = document.root();
        if (!document.wellFormed() || NOT_A_CHAR.matcher(text).find()) {
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
