package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.codec.Format.XML;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.DOMException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
 *       cleaned as in JSON; the message is {@code Message}, else {@code message}. One given twice counts
 *       as it was given last.
 *   <li>Namespaces and attributes are ignored, save {@code xsi:nil="true"}, which is absent. Text,
 *       CDATA and character references join; comments and processing instructions are skipped; white
 *       space is kept. An element inside a member is refused. Unknown elements are skipped.
 *   <li>A DOCTYPE is refused, whatever it holds, and nothing outside the payload is ever read. Bytes
 *       may have the encoding that their declaration names, and must be well-formed in it.
 *   <li>Elements may nest 500 deep and have 1,000 attributes each of 524,288 characters, and there may
 *       be 10,000 elements, attributes and processing instructions in all. Nothing else is limited.
 * </ul>
 */
public final class CreateStreamSessionConnectionXmlCodec implements CreateStreamSessionConnectionCodec {
    /** The name of an error's root element. */
    public static final String ERROR_RESPONSE = "ErrorResponse";

    static final CreateStreamSessionConnectionXmlCodec INSTANCE = new CreateStreamSessionConnectionXmlCodec();

    private static final String OUTPUT = "CreateStreamSessionConnectionOutput";
    private static final String RESULT = "CreateStreamSessionConnectionResult";
    private static final String ERROR = "Error";
    private static final String TYPE = "Type";
    private static final String CODE = "Code";
    private static final List<String> ERROR_NAMES =
            List.of(CODE, CreateStreamSessionConnectionError.MESSAGE, "message");

    private CreateStreamSessionConnectionXmlCodec() {}

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
     * @param writer of a document in XML 1.0, where an element may come; left behind that element
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
     * @param writer of a document in XML 1.0, where an element may come; left behind that element
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
        } catch (XMLStreamException | RuntimeException e) {
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

    /**
     * An output as the tree that Jackson's {@code XmlMapper} makes of its element: what stands in the
     * element, whose name is the document's.
     *
     * @param output the output
     * @return a new node
     * @throws CodecException if XML cannot carry the signal response
     */
    public ObjectNode toTree(CreateStreamSessionConnectionOutput output) {
        return put(output.members(), JsonNodeFactory.instance.objectNode());
    }

    /**
     * An error as the tree that Jackson's {@code XmlMapper} makes of its element: what stands in the
     * element, whose name is the document's, or {@link #ERROR_RESPONSE} where it is the root.
     *
     * @param error the error
     * @return a new node
     * @throws CodecException if XML cannot carry the message or the code
     */
    public ObjectNode toTree(CreateStreamSessionConnectionError error) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        put(errorElements(error), tree.putObject(ERROR));
        return tree;
    }

    private static ObjectNode put(Map<String, String> members, ObjectNode tree) {
        members.forEach(CreateStreamSessionConnectionXmlCodec::requireCarried);
        members.forEach(tree::put);
        return tree;
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(byte[] payload) {
        return output(XmlCursor.atRoot(payload));
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(String payload) {
        return output(XmlCursor.atRoot(payload));
    }

    /**
     * Decodes an output that stands inside a larger document, under the rules for an output's root.
     *
     * @param reader a namespace-aware one, at a START_ELEMENT; left at its END_ELEMENT
     * @return the output
     * @throws CodecException if the element is no output, or the reader is not at one or fails
     */
    public CreateStreamSessionConnectionOutput decodeOutput(XMLStreamReader reader) {
        return readOutput(XmlCursor.at(reader));
    }

    /**
     * Decodes an output that stands inside a document that Jackson reads, under the rules for an
     * output's root; its element's name is the document's, so an error's element is an output with no
     * members here. To Jackson an attribute is a child like any other, so a member's element may have
     * none but {@code xsi:nil}.
     *
     * @param parser an {@code XmlMapper}'s, at a START_OBJECT, behind it at the first PROPERTY_NAME or
     *     at the END_OBJECT, or at the VALUE_STRING of an element without children, which holds white
     *     space at most; left at the last of the element's tokens
     * @return the output
     * @throws CodecException if the element is no output, or the parser is not at one or finds it
     *     malformed
     * @throws JacksonIOException if the parser's source fails
     */
    public CreateStreamSessionConnectionOutput decodeOutput(JsonParser parser) {
        OutputMembers members = new OutputMembers();
        members.readFrom(JsonCursor.at(XML, parser), true, RESULT);
        return members.toOutput();
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, byte[] payload) {
        return error(code, XmlCursor.atRoot(payload));
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, String payload) {
        return error(code, XmlCursor.atRoot(payload));
    }

    /**
     * Decodes an error that stands inside a larger document, under the rules for an error's root.
     *
     * @param reader a namespace-aware one, at a START_ELEMENT; left at its END_ELEMENT
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
     * @param reader a namespace-aware one, at a START_ELEMENT; left at its END_ELEMENT
     * @return the error
     * @throws CodecException if the element is no error, there is no code, or the reader is not at an
     *     element or fails
     */
    public CreateStreamSessionConnectionError decodeError(String code, XMLStreamReader reader) {
        return readError(code, XmlCursor.at(reader));
    }

    /**
     * Decodes an error that stands inside a document that Jackson reads. Its element's name is the
     * document's, and stands for either root that an error can have. To Jackson an attribute is a
     * child like any other, so a member's element may have none but {@code xsi:nil}.
     *
     * @param parser as for {@link #decodeOutput(JsonParser)}
     * @return the error
     * @throws CodecException if the element is no error with a code, or the parser is not at one or
     *     finds it malformed
     * @throws JacksonIOException if the parser's source fails
     */
    public CreateStreamSessionConnectionError decodeError(JsonParser parser) {
        ErrorMembers members = new ErrorMembers("", ERROR_NAMES, 1);
        members.readFrom(JsonCursor.at(XML, parser), true, ERROR);
        return members.toError(XML, members.message());
    }

    private static CreateStreamSessionConnectionOutput output(XmlCursor document) {
        CreateStreamSessionConnectionOutput output = readOutput(document);
        document.requireEnd();
        return output;
    }

    private static CreateStreamSessionConnectionError error(String code, XmlCursor document) {
        CreateStreamSessionConnectionError error = readError(code, document);
        document.requireEnd();
        return error;
    }

    private static CreateStreamSessionConnectionOutput readOutput(XmlCursor cursor) {
        String root = cursor.name();
        if (root.equals(ERROR_RESPONSE) || root.equals(ERROR)) {
            throw cursor.refusal("an output", "an error");
        }
        OutputMembers members = new OutputMembers();
        members.readFrom(cursor, true, RESULT);
        return members.toOutput();
    }

    private static CreateStreamSessionConnectionError readError(String code, XmlCursor cursor) {
        String root = cursor.name();
        ErrorMembers members = new ErrorMembers(code, ERROR_NAMES, 1);
        boolean wrapped = root.equals(ERROR_RESPONSE);
        if (!wrapped && !root.equals(ERROR) && !members.hasCallerCode()) {
            throw cursor.refusal(ERROR_RESPONSE + " or " + ERROR, "another element");
        }
        members.readFrom(cursor, !wrapped || members.hasCallerCode(), wrapped ? ERROR : null);
        return members.toError(XML, members.message());
    }
}
