package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.codec.Document.OUTPUT;
import static io.awso.gameliftstreams.codec.Document.RESPONSE;
import static io.awso.gameliftstreams.codec.Document.RESULT;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML as in responses of AWS restXml. An output is {@code
 * <CreateStreamSessionConnectionOutput><SignalResponse>...</SignalResponse></CreateStreamSessionConnectionOutput>}.
 * An error is {@code
 * <ErrorResponse><Error><Type>...</Type><Code>...</Code><Message>...</Message></Error></ErrorResponse>}. Absent
 * members are left out. {@code Type} is {@code Sender} for a client fault, {@code Receiver} for a server
 * fault, and left out if the fault is unknown. XML 1.0 cannot carry most control characters, U+FFFE, U+FFFF and
 * lone surrogates (section 2.2).
 *
 * <p>An error's code is read from {@code Code}, or from the name of a root that ends in {@code Exception}, and its message
 * from {@code Message} or {@code message}: in the root, or in an element such as {@code Error} or awsQuery's wrappers. A
 * DOCTYPE is rejected, and namespaces are not processed. Bytes are in UTF-8, in UTF-16 with a byte order mark, or in
 * US-ASCII, ISO-8859-1 or windows-1252 if declared. Without a signal response, the root of an output must be named {@code
 * CreateStreamSessionConnectionOutput}, {@code ...Response} or {@code ...Result}. Reading needs no other module than {@code
 * java.base}, except through a caller's {@code XMLStreamReader}.
 */
public final class CreateStreamSessionConnectionXmlCodec implements CreateStreamSessionConnectionCodec {
    /** The name of an error's root element. */
    public static final String ERROR_RESPONSE = "ErrorResponse";

    /** The name of the element in an error's root element. */
    public static final String ERROR = "Error";

    static final CreateStreamSessionConnectionXmlCodec INSTANCE = new CreateStreamSessionConnectionXmlCodec();

    private static final String TYPE = "Type";
    private static final String CODE = "Code";
    private static final Document.Names ERROR_NAMES = new Document.Names(
            List.of(ERROR_RESPONSE, "Response", "Errors", ERROR, "ResponseMetadata", RESPONSE, RESULT),
            List.of(CODE),
            List.of(MESSAGE, "message"),
            List.of("RequestId", "RequestID"));

    /** The roots that an output without a signal response may have. A portal's page is not an empty success. */
    private static final List<String> OUTPUT_ROOTS = List.of(OUTPUT, RESPONSE, RESULT);

    private CreateStreamSessionConnectionXmlCodec() {}

    @Override
    public String contentType() {
        return "application/xml";
    }

    @Override
    public byte[] encode(CreateStreamSessionConnectionOutput output) {
        return encode(List.of(OUTPUT), output.members());
    }

    @Override
    public byte[] encode(CreateStreamSessionConnectionError error) {
        return encode(List.of(ERROR_RESPONSE, ERROR), errorElements(error));
    }

    private static byte[] encode(List<String> parents, Map<String, String> members) {
        PayloadWriter out = new PayloadWriter(Escapes.XML);
        for (String parent : parents) {
            out.markup("<").markup(parent).markup(">");
        }
        for (Map.Entry<String, String> member : members.entrySet()) {
            String name = member.getKey();
            out.markup("<").markup(name).markup(">").text(name, member.getValue());
            out.markup("</").markup(name).markup(">");
        }
        for (int i = parents.size() - 1; i >= 0; i--) {
            out.markup("</").markup(parents.get(i)).markup(">");
        }
        return out.toBytes();
    }

    /** Returns what an error's {@link #ERROR} element holds, by element name in the order in which it is written. */
    public static Map<String, String> errorElements(CreateStreamSessionConnectionError error) {
        Map<String, String> elements = new LinkedHashMap<>();
        if (error.fault() != Fault.UNKNOWN) {
            elements.put(TYPE, error.fault() == Fault.CLIENT ? "Sender" : "Receiver");
        }
        elements.put(CODE, error.code());
        elements.putAll(error.members());
        return elements;
    }

    /**
     * Writes an output as one element of a larger document in XML 1.0.
     *
     * @throws CodecException if XML cannot carry a value (then nothing is written), or if the writer fails
     */
    public void write(CreateStreamSessionConnectionOutput output, XMLStreamWriter writer) {
        write(List.of(OUTPUT), output.members(), writer);
    }

    /** Writes an error as one element of a larger document, as {@code write} does with an output. */
    public void write(CreateStreamSessionConnectionError error, XMLStreamWriter writer) {
        write(List.of(ERROR_RESPONSE, ERROR), errorElements(error), writer);
    }

    private static void write(List<String> parents, Map<String, String> members, XMLStreamWriter writer) {
        Objects.requireNonNull(writer, "writer");
        encode(parents, members); // Throws if XML cannot carry a value.
        StaxWriter.write(parents, members, writer);
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(byte[] payload) {
        return decodeOutput(new XmlReader(payload, true));
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(String payload) {
        return decodeOutput(new XmlReader(payload, true));
    }

    private static CreateStreamSessionConnectionOutput decodeOutput(XmlReader reader) {
        String root = reader.nextName();
        boolean isOutputRoot = root == null || OUTPUT_ROOTS.contains(root);
        CodecException otherRoot = isOutputRoot ? null : reader.error("expected an output, found another root element");
        CreateStreamSessionConnectionOutput output =
                Document.readOutput(reader, ERROR_NAMES).withRoot(root).toOutput();
        if (otherRoot != null && output.signalResponse().isEmpty()) {
            throw otherRoot;
        }
        reader.requireEnd();
        return output;
    }

    /**
     * Decodes an output from an element of a larger document, by the rules for a root.
     *
     * @param element a namespace-aware parser at a START_ELEMENT; left at its END_ELEMENT
     * @throws CodecException if the element is malformed or not an output, or the parser is not at a START_ELEMENT
     * @throws java.io.UncheckedIOException if the parser's source fails
     */
    public CreateStreamSessionConnectionOutput decodeOutput(XMLStreamReader element) {
        StaxReader root = new StaxReader(element);
        String name = element.getLocalName();
        return Document.readOutput(root, ERROR_NAMES).withRoot(name).toOutput();
    }

    /**
     * Decodes an output from an element of a larger document. The element's own name is ignored.
     *
     * @param element a reader inside the element, before its first child; left after the element
     * @throws CodecException if the element is not an output, or the reader throws it
     */
    public CreateStreamSessionConnectionOutput decodeOutput(MemberReader element) {
        return Document.readOutput(element, ERROR_NAMES).toOutput();
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, byte[] payload) {
        return readError(new XmlReader(payload, false)).toError(code);
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, String payload) {
        return readError(new XmlReader(payload, false)).toError(code);
    }

    /**
     * Decodes an error from an element of a larger document. The rest is as in {@link #decodeOutput(XMLStreamReader)}.
     *
     * @throws CodecException if the element is malformed or has no usable code, or the parser is not at a START_ELEMENT
     */
    public CreateStreamSessionConnectionError decodeError(XMLStreamReader element) {
        return decodeError("", element);
    }

    /** Decodes like {@link #decodeError(XMLStreamReader)}, with a known code; see {@link #decodeError(String, byte[])}. */
    public CreateStreamSessionConnectionError decodeError(String code, XMLStreamReader element) {
        StaxReader root = new StaxReader(element);
        String name = element.getLocalName();
        return Document.readError(root, ERROR_NAMES).withRoot(name).toError(code);
    }

    /**
     * Decodes an error from an element of a larger document. The rest is as in {@link #decodeOutput(MemberReader)}.
     *
     * @throws CodecException if the element holds no usable code, or the reader throws it
     */
    public CreateStreamSessionConnectionError decodeError(MemberReader element) {
        return decodeError("", element);
    }

    /** Decodes like {@link #decodeError(MemberReader)}, with a known code; see {@link #decodeError(String, byte[])}. */
    public CreateStreamSessionConnectionError decodeError(String code, MemberReader element) {
        return Document.readError(element, ERROR_NAMES).toError(code);
    }

    @Override
    public ErrorDocument readErrorDocument(byte[] payload) {
        return readError(new XmlReader(payload, false)).toErrorDocument();
    }

    private static Document readError(XmlReader reader) {
        String root = reader.nextName();
        return Document.readError(reader, ERROR_NAMES).withRoot(root);
    }
}
