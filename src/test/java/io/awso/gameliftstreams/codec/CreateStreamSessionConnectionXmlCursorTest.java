package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.dom.DOMResult;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The XML codec on parsers and writers of a larger document: the JDK's and Woodstox's. */
final class CreateStreamSessionConnectionXmlCursorTest {
    private static final CreateStreamSessionConnectionXmlCodec CODEC = CreateStreamSessionConnectionCodec.xml();

    private static final CreateStreamSessionConnectionOutput OUTPUT = output("\rv=0\r\n\r\rs=<&>]]> é\uD83C\uDFAE\r");
    private static final CreateStreamSessionConnectionError ERROR = error("ThrottlingException", "slow\r\ndown\r");

    static Stream<XMLInputFactory> inputFactories() {
        XMLInputFactory coalescing = XMLInputFactory.newDefaultFactory();
        coalescing.setProperty(XMLInputFactory.IS_COALESCING, true);
        return Stream.of(new WstxInputFactory(), XMLInputFactory.newDefaultFactory(), coalescing);
    }

    static Stream<XMLOutputFactory> outputFactories() {
        return Stream.of(new WstxOutputFactory(), XMLOutputFactory.newDefaultFactory());
    }

    static Stream<Arguments> everyWriterWithEveryReader() {
        return outputFactories().flatMap(out -> inputFactories().map(in -> Arguments.of(out, in)));
    }

    @ParameterizedTest
    @MethodSource("inputFactories")
    void shapesInsideALargerDocumentAreReadUpToTheirEnd(XMLInputFactory factory) throws XMLStreamException {
        XMLStreamReader reader = atRoot(factory, """
                <Batch xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <Answer><Other>no</Other><SignalResponse>v=0&#xd;
                <![CDATA[<&>]]>&lt;</SignalResponse><Other><SignalResponse>no</SignalResponse></Other></Answer>
                  <CreateStreamSessionConnectionResponse xmlns="urn:any">
                    <CreateStreamSessionConnectionResult><SignalResponse>v=1</SignalResponse></CreateStreamSessionConnectionResult>
                    <ResponseMetadata/>
                  </CreateStreamSessionConnectionResponse>
                  <Nil><SignalResponse xsi:nil="true"/></Nil>
                  <Empty/>
                  <ErrorResponse>
                    <Error><Type>Sender</Type><Code> aws#ConflictException </Code><Message> busy </Message></Error>
                    <RequestId>c6104cbe</RequestId>
                  </ErrorResponse>
                  <Error><Code>ConflictException</Code></Error>
                  <AnyRoot><message>a<!-- - -->b</message></AnyRoot>
                </Batch>
                """);

        assertNext("Answer", CODEC::decodeOutput, output("v=0\r\n<&><"), reader);
        assertNext("CreateStreamSessionConnectionResponse", CODEC::decodeOutput, output("v=1"), reader);
        assertNext("Nil", CODEC::decodeOutput, output(null), reader);
        assertNext("Empty", CODEC::decodeOutput, output(null), reader);
        assertNext("ErrorResponse", CODEC::decodeError, error("ConflictException", " busy "), reader);
        assertNext("Error", CODEC::decodeError, error("ConflictException", null), reader);
        assertNext("AnyRoot", at -> CODEC.decodeError("aws#SlowDown:x", at), error("SlowDown", "ab"), reader);
    }

    /** Asserts that the next element is read as a value, and that the reader is at the end of that element then. */
    private static void assertNext(
            String element, Function<XMLStreamReader, Object> decode, Object value, XMLStreamReader reader)
            throws XMLStreamException {
        assertThat(reader.nextTag()).isEqualTo(XMLStreamConstants.START_ELEMENT);
        assertThat(decode.apply(reader)).isEqualTo(value);
        assertThat(reader.getEventType()).isEqualTo(XMLStreamConstants.END_ELEMENT);
        assertThat(reader.getLocalName()).isEqualTo(element);
    }

    /** A reader that is not asked to coalesce gives long text in parts. */
    @ParameterizedTest
    @MethodSource("inputFactories")
    void longTextIsJoined(XMLInputFactory factory) throws XMLStreamException {
        String line = "a=candidate:1 1 udp 2130706431 &amp; 198.51.100.1 &#xd;\n".repeat(2_000);
        XMLStreamReader reader = atRoot(factory, "<Output><SignalResponse>" + line + "</SignalResponse></Output>");

        assertThat(CODEC.decodeOutput(reader))
                .isEqualTo(output(line.replace("&amp;", "&").replace("&#xd;", "\r")));
    }

    /** A parser can be told to pass entity references on. Reading past one would lose its text. */
    @Test
    void anEntityReferenceThatTheParserDoesNotReplaceIsRejected() {
        for (XMLInputFactory factory : List.of(new WstxInputFactory(), XMLInputFactory.newDefaultFactory())) {
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);

            XMLStreamReader reader =
                    atRoot(factory, "<!DOCTYPE R [<!ENTITY e 'b'>]><R><SignalResponse>a&e;c</SignalResponse></R>");

            assertRejectedAtLine1(
                    () -> CODEC.decodeOutput(reader), "XML: the parser does not replace an entity reference");
        }
    }

    /** Asserts that a call is rejected with a message and a column, which each parser counts in its own way. */
    private static void assertRejectedAtLine1(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(CodecException.class)
                .hasMessageMatching(message + " at line 1, column [0-9]+")
                .hasNoCause()
                .hasNoSuppressedExceptions();
    }

    @ParameterizedTest
    @MethodSource("inputFactories")
    void ioErrorsOfTheSourcePropagate(XMLInputFactory factory) throws XMLStreamException {
        IOException failure = new IOException("connection reset");
        for (InputStream broken : List.of(failing(failure), failing(new UncheckedIOException(failure)))) {
            for (Function<XMLStreamReader, Object> decode :
                    List.<Function<XMLStreamReader, Object>>of(CODEC::decodeOutput, CODEC::decodeError)) {
                for (String content : List.of(" ".repeat(100_000), "<SignalResponse>a", "<Message>a")) {
                    XMLStreamReader reader = factory.createXMLStreamReader(new SequenceInputStream(
                            new ByteArrayInputStream(("<R><Code>A</Code>" + content).getBytes(UTF_8)), broken));
                    reader.nextTag();

                    assertThatThrownBy(() -> decode.apply(reader))
                            .isExactlyInstanceOf(UncheckedIOException.class)
                            .hasCause(failure);
                }
            }
        }
    }

    private static InputStream failing(Exception failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                if (failure instanceof UncheckedIOException unchecked) {
                    throw unchecked;
                }
                throw (IOException) failure;
            }
        };
    }

    /** Only with Woodstox, because the JDK's parser prints such bytes to standard error. */
    @Test
    void bytesThatAreNotUtf8AreMalformedAndNotAnIoError() throws XMLStreamException {
        byte[] xml = ("<R>" + " ".repeat(100_000) + "<Code>\u00E9</Code></R>").getBytes(ISO_8859_1);
        XMLStreamReader reader = new WstxInputFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
        reader.nextTag();

        assertRejectedAtLine1(() -> CODEC.decodeError(reader), "XML: malformed");
    }

    @ParameterizedTest
    @MethodSource("inputFactories")
    void aParserThatIsNotAtAnElementIsRejected(XMLInputFactory factory) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader("<Error><Code>X</Code></Error>"));

        for (ThrowingCallable decode : List.<ThrowingCallable>of(
                () -> CODEC.decodeOutput(reader),
                () -> CODEC.decodeError(reader),
                () -> CODEC.decodeError("ConflictException", reader))) {
            assertRejectedAtLine1(decode, "XML: expected the parser at a START_ELEMENT");
        }
    }

    /** Returns a parser at the root of a document that is well-formed up to there. */
    static XMLStreamReader atRoot(XMLInputFactory factory, String xml) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // Skips what is before the root.
            }
            return reader;
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
    }

    /** In ASCII, the writer's own character references must be read back too. */
    @ParameterizedTest
    @MethodSource("everyWriterWithEveryReader")
    void shapesAreWrittenIntoALargerDocumentAndReadBack(XMLOutputFactory out, XMLInputFactory in)
            throws XMLStreamException {
        for (String encoding : List.of("UTF-8", "US-ASCII")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XMLStreamWriter writer = out.createXMLStreamWriter(bytes, encoding);
            writer.writeStartElement("Batch");
            CODEC.write(OUTPUT, writer);
            CODEC.write(ERROR, writer);
            writer.writeEmptyElement("After");
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();

            XMLStreamReader reader = atRoot(in, bytes.toString(UTF_8));
            assertNext("CreateStreamSessionConnectionOutput", CODEC::decodeOutput, OUTPUT, reader);
            assertNext("ErrorResponse", CODEC::decodeError, ERROR, reader);
            reader.nextTag();
            assertThat(reader.getLocalName()).isEqualTo("After");
        }
    }

    @ParameterizedTest
    @MethodSource("outputFactories")
    void writersGetWhatEncodeWrites(XMLOutputFactory factory) throws XMLStreamException {
        CreateStreamSessionConnectionOutput output = output("v=0 & <a");
        CreateStreamSessionConnectionError unknown = error("ExpiredTokenException", null);
        StringWriter text = new StringWriter();
        XMLStreamWriter writer = factory.createXMLStreamWriter(text);
        writer.writeStartElement("Batch");
        CODEC.write(output, writer);
        CODEC.write(unknown, writer);
        CODEC.write(ERROR, writer);
        writer.writeEndElement();
        writer.close();

        assertThat(text.toString())
                .isEqualTo("<Batch>" + CODEC.encodeToString(output) + CODEC.encodeToString(unknown)
                        + CODEC.encodeToString(ERROR) + "</Batch>");
    }

    @ParameterizedTest
    @MethodSource("outputFactories")
    void shapesAreWrittenIntoADomTree(XMLOutputFactory factory)
            throws XMLStreamException, ParserConfigurationException {
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
        XMLStreamWriter writer = factory.createXMLStreamWriter(new DOMResult(document));
        writer.writeStartElement("Batch");
        CODEC.write(OUTPUT, writer);
        CODEC.write(ERROR, writer);
        writer.writeEndElement();
        writer.close();

        Element batch = document.getDocumentElement();
        assertThat(batch.getFirstChild().getNodeName()).isEqualTo("CreateStreamSessionConnectionOutput");
        assertThat(batch.getFirstChild().getFirstChild().getNodeName()).isEqualTo("SignalResponse");
        assertThat(batch.getFirstChild().getTextContent())
                .isEqualTo(OUTPUT.signalResponse().orElseThrow());
        assertThat(batch.getLastChild().getNodeName()).isEqualTo("ErrorResponse");
        assertThat(batch.getLastChild().getFirstChild().getNodeName()).isEqualTo("Error");
        assertThat(batch.getLastChild().getTextContent()).isEqualTo("SenderThrottlingExceptionslow\r\ndown\r");
    }

    @ParameterizedTest
    @MethodSource("outputFactories")
    void nothingIsWrittenOfAShapeThatXmlCannotCarry(XMLOutputFactory factory) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter writer = factory.createXMLStreamWriter(text);

        assertRejected(
                () -> CODEC.write(output("ab\uD800"), writer), "XML: cannot carry U+D800 at index 2 of SignalResponse");
        assertRejected(
                () -> CODEC.write(error("X", "\uFFFE"), writer), "XML: cannot carry U+FFFE at index 0 of Message");

        writer.flush();
        assertThat(text.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("outputFactories")
    void aWriterThatFailsIsReported(XMLOutputFactory factory) throws XMLStreamException, ParserConfigurationException {
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
        XMLStreamWriter writer = factory.createXMLStreamWriter(new DOMResult(document));
        CODEC.write(OUTPUT, writer);

        // A document has only one root.
        assertRejected(() -> CODEC.write(OUTPUT, writer), "XML: the XMLStreamWriter failed");
    }
}
