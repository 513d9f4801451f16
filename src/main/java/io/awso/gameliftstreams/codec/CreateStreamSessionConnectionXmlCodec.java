package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.codec.Format.XML;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxException;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMException;

/**
 * XML as the responses of AWS restXml and awsQuery have it.
 *
 * <p>Writing:
 *
 * <ul>
 *   <li>An output is {@code <CreateStreamSessionConnectionOutput>} around {@code <SignalResponse>},
 *       an error {@code <ErrorResponse>} around {@code <Error>} around {@code <Type>}, {@code <Code>}
 *       and {@code <Message>}. Absent members are left out. {@code Type} is {@code Sender} for a
 *       client fault, {@code Receiver} for a server fault, and left out where the fault is unknown.
 *   <li>UTF-8 without a declaration. A carriage return is written as a character reference, since a
 *       raw one would be read as a line feed (XML 1.0, section 2.11).
 *   <li>XML 1.0 cannot carry most control characters, U+FFFE, U+FFFF and lone surrogates (section
 *       2.2, Char): a value that has one is refused.
 * </ul>
 *
 * <p>Reading:
 *
 * <ul>
 *   <li>An output has any root but {@code ErrorResponse} and {@code Error}: an error is never an empty
 *       success. Members are the root's child elements, or those of a {@code
 *       CreateStreamSessionConnectionResult} child, awsQuery's wrapper. One given twice is refused.
 *   <li>An error has the root {@code ErrorResponse} that holds {@code Error}, or the root {@code
 *       Error}; any root that holds the members where the caller gives the code. {@code Code} is
 *       cleaned as in JSON; the message is {@code Message}, else {@code message}.
 *   <li>Namespaces and attributes are ignored, save {@code xsi:nil="true"}, which is absent. Text,
 *       CDATA and character references join; comments and processing instructions are skipped; white
 *       space is kept. An element inside a member is refused. Unknown elements are skipped.
 *   <li>A DOCTYPE is refused, whatever it holds, and nothing outside the payload is ever read. Bytes
 *       may have any encoding that their declaration names, and must be well-formed in it.
 *   <li>Elements may nest 500 deep and have 1,000 attributes of 524,288 characters each. Nothing else
 *       is limited.
 * </ul>
 */
public final class CreateStreamSessionConnectionXmlCodec implements CreateStreamSessionConnectionCodec {
    static final CreateStreamSessionConnectionXmlCodec INSTANCE = new CreateStreamSessionConnectionXmlCodec();

    private static final String OUTPUT = "CreateStreamSessionConnectionOutput";
    private static final String RESULT = "CreateStreamSessionConnectionResult";
    private static final String ERROR_RESPONSE = "ErrorResponse";
    private static final String ERROR = "Error";
    private static final String TYPE = "Type";
    private static final String CODE = "Code";
    private static final List<String> CODES = List.of(CODE);
    private static final List<String> MESSAGES = List.of(CreateStreamSessionConnectionError.MESSAGE, "message");

    private static final int MAX_DEPTH = 500;
    private static final int MAX_ATTRIBUTES = 1_000;
    private static final int MAX_ATTRIBUTE_SIZE = 524_288;

    private static final XMLInputFactory FACTORY = factory();

    private CreateStreamSessionConnectionXmlCodec() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_SIZE);
        return factory;
    }

    @Override
    public String contentType() {
        return "application/xml";
    }

    @Override
    public byte[] encode(CreateStreamSessionConnectionOutput output) {
        try (PayloadWriter out = new PayloadWriter(XML)) {
            out.markup("<" + OUTPUT + ">");
            elements(out, output.members());
            return out.markup("</" + OUTPUT + ">").toBytes();
        }
    }

    @Override
    public byte[] encode(CreateStreamSessionConnectionError error) {
        try (PayloadWriter out = new PayloadWriter(XML)) {
            out.markup("<" + ERROR_RESPONSE + "><" + ERROR + ">");
            elements(out, errorElements(error));
            return out.markup("</" + ERROR + "></" + ERROR_RESPONSE + ">").toBytes();
        }
    }

    private static void elements(PayloadWriter out, Map<String, String> members) {
        members.forEach((name, value) -> {
            out.markup("<").markup(name).markup(">").text(name, value);
            out.markup("</").markup(name).markup(">");
        });
    }

    private static Map<String, String> errorElements(CreateStreamSessionConnectionError error) {
        Map<String, String> elements = new LinkedHashMap<>();
        switch (error.fault()) {
            case CLIENT -> elements.put(TYPE, "Sender");
            case SERVER -> elements.put(TYPE, "Receiver");
            case UNKNOWN -> {}
        }
        elements.putAll(ErrorMembers.withCode(CODE, error));
        return elements;
    }

    /**
     * Writes an output as one element, to stand inside a larger document.
     *
     * @param output the output
     * @param writer where a child element may come; left behind the element
     * @throws CodecException if XML cannot carry the signal response, before anything is written, or if
     *     the writer fails
     */
    public void write(CreateStreamSessionConnectionOutput output, XMLStreamWriter writer) {
        write(List.of(OUTPUT), output.members(), writer);
    }

    /**
     * Writes an error as one element, to stand inside a larger document.
     *
     * @param error the error
     * @param writer where a child element may come; left behind the element
     * @throws CodecException if XML cannot carry the message or the code, before anything is written,
     *     or if the writer fails
     */
    public void write(CreateStreamSessionConnectionError error, XMLStreamWriter writer) {
        write(List.of(ERROR_RESPONSE, ERROR), errorElements(error), writer);
    }

    private static void write(List<String> parents, Map<String, String> members, XMLStreamWriter writer) {
        members.forEach(CreateStreamSessionConnectionXmlCodec::requireCarried);
        try {
            for (String parent : parents) {
                writer.writeStartElement(parent);
            }
            for (Map.Entry<String, String> member : members.entrySet()) {
                writer.writeStartElement(member.getKey());
                writeText(member.getValue(), writer);
                writer.writeEndElement();
            }
            for (int i = 0; i < parents.size(); i++) {
                writer.writeEndElement();
            }
        } catch (XMLStreamException e) {
            throw new CodecException("XML: the XMLStreamWriter failed");
        }
    }

    private static void requireCarried(String member, String value) {
        for (int i = 0; i < value.length(); i = value.offsetByCodePoints(i, 1)) {
            if (!XML.carries(value.codePointAt(i))) {
                throw XML.cannotCarry(value, i, member);
            }
        }
    }

    /** Writes text, its CRs as character references: not every writer sees to that by itself. */
    private static void writeText(String text, XMLStreamWriter writer) throws XMLStreamException {
        String[] parts = text.split("\r", -1);
        writer.writeCharacters(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            try {
                writer.writeEntityRef("#xd");
            } catch (DOMException e) {
                // A writer to a tree: what it takes for a name is none, and a CR in a tree stays one.
                writer.writeCharacters("\r");
            }
            writer.writeCharacters(parts[i]);
        }
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(byte[] payload) {
        return document(payload, CreateStreamSessionConnectionXmlCodec::readOutput);
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(String payload) {
        return document(payload, CreateStreamSessionConnectionXmlCodec::readOutput);
    }

    /**
     * Decodes an output that stands inside a larger document, under the rules for an output's root.
     *
     * @param reader at a START_ELEMENT; left at its END_ELEMENT
     * @return the output
     * @throws CodecException if the element is no output, or the reader is not at one or fails
     */
    public CreateStreamSessionConnectionOutput decodeOutput(XMLStreamReader reader) {
        return element(reader, CreateStreamSessionConnectionXmlCodec::readOutput);
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, byte[] payload) {
        return document(payload, reader -> readError(code, reader));
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, String payload) {
        return document(payload, reader -> readError(code, reader));
    }

    /**
     * Decodes an error that stands inside a larger document, under the rules for an error's root.
     *
     * @param reader at a START_ELEMENT; left at its END_ELEMENT
     * @return the error
     * @throws CodecException if the element is no error with a code, or the reader is not at one or
     *     fails
     */
    public CreateStreamSessionConnectionError decodeError(XMLStreamReader reader) {
        return decodeError("", reader);
    }

    /**
     * Decodes an error that stands inside a larger document and whose code the caller knows; as
     * {@link #decodeError(String, byte[])}.
     *
     * @param code the code
     * @param reader at a START_ELEMENT; left at its END_ELEMENT
     * @return the error
     * @throws CodecException if the element is no error, there is no code, or the reader is not at an
     *     element or fails
     */
    public CreateStreamSessionConnectionError decodeError(String code, XMLStreamReader reader) {
        return element(reader, at -> readError(code, at));
    }

    /** How a shape is read from a reader at a START_ELEMENT, up to its END_ELEMENT. */
    private interface Shape<T> {
        T read(XMLStreamReader reader) throws XMLStreamException;
    }

    private static <T> T document(byte[] payload, Shape<T> shape) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(payload));
            requireWellFormed(payload, reader.getEncoding());
            return document(reader, shape);
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    /** Of a text the declared encoding says nothing any more. */
    private static <T> T document(String payload, Shape<T> shape) {
        XML.utf8(payload);
        try {
            return document(FACTORY.createXMLStreamReader(new StringReader(payload)), shape);
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    private static <T> T document(XMLStreamReader reader, Shape<T> shape) throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw XML.refusal("no DOCTYPE", "one", where(reader.getLocation()));
            }
        }
        T value = shape.read(reader);
        while (reader.hasNext()) {
            reader.next();
        }
        reader.close();
        return value;
    }

    private static <T> T element(XMLStreamReader reader, Shape<T> shape) {
        if (!reader.isStartElement()) {
            throw XML.refusal("a START_ELEMENT", "another event", where(reader.getLocation()));
        }
        try {
            return shape.read(reader);
        } catch (XMLStreamException e) {
            throw malformed(e.getLocation());
        } catch (WstxLazyException e) {
            throw malformed(reader.getLocation());
        }
    }

    /** Refuses what the encoding does not allow: Woodstox lets some of it pass, or replaces it. */
    private static void requireWellFormed(byte[] payload, String encoding) {
        try {
            XML.requireWellFormed(payload, Charset.forName(encoding));
        } catch (IllegalArgumentException e) {
            throw XML.refusal("a known encoding", "another", "in the XML declaration");
        }
    }

    private static CreateStreamSessionConnectionOutput readOutput(XMLStreamReader reader) throws XMLStreamException {
        String root = reader.getLocalName();
        if (root.equals(ERROR_RESPONSE) || root.equals(ERROR)) {
            throw XML.refusal("an output", "an error", where(reader.getLocation()));
        }
        OutputMembers members = new OutputMembers();
        readMembers(reader, true, RESULT, members);
        return members.toOutput();
    }

    private static CreateStreamSessionConnectionError readError(String code, XMLStreamReader reader)
            throws XMLStreamException {
        String root = reader.getLocalName();
        ErrorMembers members = new ErrorMembers(code, CODES, MESSAGES);
        boolean wrapped = root.equals(ERROR_RESPONSE);
        if (!wrapped && !root.equals(ERROR) && !members.hasCallerCode()) {
            throw XML.refusal(ERROR_RESPONSE + " or " + ERROR, "another element", where(reader.getLocation()));
        }
        readMembers(reader, !wrapped || members.hasCallerCode(), wrapped ? ERROR : null, members);
        return members.toError(XML, members.message());
    }

    /**
     * Reads the members of the element that the reader is at, up to its end.
     *
     * @param direct whether they may be its own children
     * @param wrapper the child whose children they may be, if there may be one
     */
    private static void readMembers(XMLStreamReader reader, boolean direct, @Nullable String wrapper, Members members)
            throws XMLStreamException {
        boolean inWrapper = false;
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (!inWrapper) {
                    return;
                }
                inWrapper = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                if (!inWrapper && name.equals(wrapper)) {
                    inWrapper = true;
                } else if (!(inWrapper || direct) || !members.has(name)) {
                    skip(reader);
                } else if (!members.put(name, readText(name, reader))) {
                    throw XML.refusal(name + " once", "it again", where(reader.getLocation()));
                }
            }
        }
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private static @Nullable String readText(String name, XMLStreamReader reader) throws XMLStreamException {
        boolean nil = "true".equals(reader.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil"));
        String text = "";
        StringBuilder joined = null;
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (joined != null) {
                        joined.append(reader.getText());
                    } else if (text.isEmpty()) {
                        text = reader.getText();
                    } else {
                        joined = new StringBuilder(text).append(reader.getText());
                    }
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                case XMLStreamConstants.START_ELEMENT ->
                    throw XML.refusal("text in " + name, "an element", where(reader.getLocation()));
                default -> throw XML.refusal("text in " + name, "an entity reference", where(reader.getLocation()));
            }
        }
        if (nil) {
            return null;
        }
        return joined == null ? text : joined.toString();
    }

    /** Woodstox has an exception of its own for each kind of malformed input, and none for a limit. */
    private static CodecException refusal(XMLStreamException e) {
        if (e instanceof WstxException) {
            return malformed(e.getLocation());
        }
        String limits = "at most %d levels of elements and %d attributes of %d characters"
                .formatted(MAX_DEPTH, MAX_ATTRIBUTES, MAX_ATTRIBUTE_SIZE);
        return XML.refusal(limits, "more", where(e.getLocation()));
    }

    private static CodecException malformed(@Nullable Location location) {
        return XML.refusal("well-formed XML", "a syntax error", where(location));
    }

    private static String where(@Nullable Location location) {
        return location == null
                ? "in the payload"
                : "at line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }
}
