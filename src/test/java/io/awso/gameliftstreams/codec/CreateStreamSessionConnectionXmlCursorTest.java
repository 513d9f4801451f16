package io.awso.gameliftstreams.codec;

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
    void anOutputInsideALargerDocumentIsReadUpToItsEnd(XMLInputFactory factory) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader("""
                <Batch>
                  <Before/>
                  <Answer><Other>no</Other><SignalResponse>v=0&#xd;
                <![CDATA[<&>]]>&lt;</SignalResponse><Other><SignalResponse>no</SignalResponse></Other></Answer>
                  <After><SignalResponse>no</SignalResponse></After>
                </Batch>
                """));
        advanceTo("Answer", reader);

        assertThat(CODEC.decodeOutput(reader)).isEqualTo(output("v=0\r\n<&><"));

        assertAtEndOf("Answer", reader);
        assertThat(reader.nextTag()).isEqualTo(XMLStreamConstants.START_ELEMENT);
        assertThat(reader.getLocalName()).isEqualTo("After");
        assertThat(CODEC.decodeOutput(reader)).isEqualTo(output("no"));
        assertAtEndOf("After", reader);
    }

    @ParameterizedTest
    @MethodSource("inputFactories")
    void anOutputInAwsQuerysWrapperIsReadUpToTheEndOfItsRoot(XMLInputFactory factory) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader("""
                <Batch>
                  <CreateStreamSessionConnectionResponse xmlns="urn:any">
                    <CreateStreamSessionConnectionResult><SignalResponse>v=0</SignalResponse></CreateStreamSessionConnectionResult>
                    <ResponseMetadata/>
                  </CreateStreamSessionConnectionResponse>
                  <Empty/>
                </Batch>
                """));
        advanceTo("CreateStreamSessionConnectionResponse", reader);

        assertThat(CODEC.decodeOutput(reader)).isEqualTo(output("v=0"));

        assertAtEndOf("CreateStreamSessionConnectionResponse", reader);
        reader.nextTag();
        assertThat(CODEC.decodeOutput(reader)).isEqualTo(output(null));
        assertAtEndOf("Empty", reader);
    }

    @ParameterizedTest
    @MethodSource("inputFactories")
    void errorsInsideALargerDocumentAreReadUpToTheirEnd(XMLInputFactory factory) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader("""
                <Batch>
                  <ErrorResponse>
                    <Error><Type>Sender</Type><Code> aws#ConflictException </Code><Message> busy </Message></Error>
                    <RequestId>c6104cbe</RequestId>
                  </ErrorResponse>
                  <Error><Code>ConflictException</Code></Error>
                  <AnyRoot><message>a<!-- - -->b</message></AnyRoot>
                </Batch>
                """));
        advanceTo("ErrorResponse", reader);

        assertThat(CODEC.decodeError(reader)).isEqualTo(error("ConflictException", " busy "));
        assertAtEndOf("ErrorResponse", reader);

        reader.nextTag();
        assertThat(CODEC.decodeError(reader)).isEqualTo(error("ConflictException", null));
        assertAtEndOf("Error", reader);

        reader.nextTag();
        assertThat(CODEC.decodeError("aws#ThrottlingException:x", reader))
                .isEqualTo(error("ThrottlingException", "ab"));
        assertAtEndOf("AnyRoot", reader);
    }

    @ParameterizedTest
    @MethodSource("inputFactories")
    void nilIsAbsent(XMLInputFactory factory) throws XMLStreamException {
        XMLStreamReader reader = inRoot(factory, """
                <Output xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><SignalResponse xsi:nil="true"/></Output>""");

        assertThat(CODEC.decodeOutput(reader)).isEqualTo(output(null));
    }

    /** A reader that is not asked to coalesce gives long text in parts. */
    @ParameterizedTest
    @MethodSource("inputFactories")
    void longTextIsJoined(XMLInputFactory factory) throws XMLStreamException {
        String line = "a=candidate:1 1 udp 2130706431 &amp; 198.51.100.1 &#xd;\n".repeat(2_000);
        XMLStreamReader reader = factory.createXMLStreamReader(
                new StringReader("<Output><SignalResponse>" + line + "</SignalResponse></Output>"));
        reader.nextTag();

        assertThat(CODEC.decodeOutput(reader))
                .isEqualTo(output(line.replace("&amp;", "&").replace("&#xd;", "\r")));
    }

    @ParameterizedTest
    @MethodSource("inputFactories")
    void anythingElseIsRejectedAsAnOutput(XMLInputFactory factory) {
        assertRejected(factory, "<AccessDeniedException/>", "XML: expected an output, found an error document");
        assertRejected(factory, "<R><Code>X</Code></R>", "XML: expected an output, found an error document");
        assertRejected(factory, "<html/>", "XML: expected an output, found an HTML page at line 1, column ");
        assertRejected(
                factory,
                "<R><SignalResponse>a<b/></SignalResponse></R>",
                "XML: SignalResponse is an element with elements in it, expected a string or null, at line 1, column ");
        assertRejected(
                factory,
                "<R><SignalResponse/><SignalResponse/></R>",
                "XML: SignalResponse is given twice at line 1, column ");
    }

    /** With Woodstox alone, because the JDK's parser has lower limits of its own on newer versions. */
    @Test
    void theCodecsLimitsHoldForAParserThatHasNone() {
        XMLInputFactory factory = new WstxInputFactory();

        assertRejected(factory, "<a>".repeat(501), "XML: nested too deeply (limit 500) at line 1, column ");
        assertRejected(factory, "<R>" + "<e/>".repeat(10_001), "XML: too many elements, attributes and processing");
    }

    private static void assertRejected(XMLInputFactory factory, String xml, String message) {
        assertThatThrownBy(() -> CODEC.decodeOutput(inRoot(factory, xml)))
                .isExactlyInstanceOf(CodecException.class)
                .hasMessageStartingWith(message)
                .hasNoCause()
                .hasNoSuppressedExceptions();
    }

    /** A caller's parser is not forgiven, since it cannot go on after an error. */
    @ParameterizedTest
    @MethodSource("inputFactories")
    void whatTheParserRejectsIsRejectedInErrorsToo(XMLInputFactory factory) {
        for (String xml : List.of(
                "<R><Code>A</Code><SignalResponse>a",
                "<R><Code>A</Code><Other></R>",
                "<R><Code>A</Code><Message>&#0;</Message></R>",
                "<R><Code>A</Code><SignalResponse>&unknown;</SignalResponse></R>")) {
            assertRejected(factory, xml, "XML: malformed at line 1, column ");
            assertThatThrownBy(() -> CODEC.decodeError("ConflictException", inRoot(factory, xml)))
                    .isExactlyInstanceOf(CodecException.class)
                    .hasMessageStartingWith("XML: malformed at line 1, column ")
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @MethodSource("inputFactories")
    void typesRepeatsAndNamesAreForgivenInErrors(XMLInputFactory factory) throws XMLStreamException {
        assertThat(CODEC.decodeError(inRoot(factory, """
                        <ErrorResponse>
                          <Code>B<b/></Code>
                          <Errors><Error><Code>C</Code><Code>A</Code><message>a</message><Message>b<b/></Message></Error></Errors>
                        </ErrorResponse>
                        """))).isEqualTo(error("A", "a"));
        assertThat(CODEC.decodeError(inRoot(factory, "<SlowDownException/>")))
                .isEqualTo(error("SlowDownException", null));
    }

    @ParameterizedTest
    @MethodSource("inputFactories")
    void ioErrorsOfTheSourcePropagate(XMLInputFactory factory) throws XMLStreamException {
        IOException failure = new IOException("connection reset");
        for (Function<XMLStreamReader, Object> decode :
                List.<Function<XMLStreamReader, Object>>of(CODEC::decodeOutput, CODEC::decodeError)) {
            for (String content : List.of(" ".repeat(100_000), "<SignalResponse>a", "<Message>a")) {
                XMLStreamReader reader = factory.createXMLStreamReader(new SequenceInputStream(
                        new ByteArrayInputStream(("<R><Code>A</Code>" + content).getBytes(UTF_8)), new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw failure;
                            }
                        }));
                reader.nextTag();

                assertThatThrownBy(() -> decode.apply(reader))
                        .isExactlyInstanceOf(UncheckedIOException.class)
                        .hasCause(failure);
            }
        }
    }

    /** With Woodstox alone, because the JDK's parser prints such bytes to standard error. */
    @Test
    void bytesThatAreNotUtf8AreMalformedAndNotAnIoError() throws XMLStreamException {
        byte[] xml = ("<R>" + " ".repeat(100_000) + "<Code>\u00E9</Code></R>").getBytes(ISO_8859_1);
        XMLStreamReader reader = new WstxInputFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
        reader.nextTag();

        assertThatThrownBy(() -> CODEC.decodeError(reader))
                .isExactlyInstanceOf(CodecException.class)
                .hasMessageStartingWith("XML: malformed")
                .hasNoCause();
    }

    @ParameterizedTest
    @MethodSource("inputFactories")
    void aParserThatIsNotAtAnElementIsRejected(XMLInputFactory factory) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader("<Error><Code>X</Code></Error>"));

        for (ThrowingCallable decode : List.<ThrowingCallable>of(
                () -> CODEC.decodeOutput(reader),
                () -> CODEC.decodeError(reader),
                () -> CODEC.decodeError("ConflictException", reader))) {
            assertThatThrownBy(decode)
                    .isExactlyInstanceOf(CodecException.class)
                    .hasMessageStartingWith("XML: expected the parser at a START_ELEMENT at line 1")
                    .hasNoCause();
        }
    }

    private static XMLStreamReader inRoot(XMLInputFactory factory, String xml) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        reader.nextTag();
        return reader;
    }

    @ParameterizedTest
    @MethodSource("everyWriterWithEveryReader")
    void shapesAreWrittenIntoALargerDocumentAndReadBack(XMLOutputFactory out, XMLInputFactory in)
            throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter writer = out.createXMLStreamWriter(bytes, "UTF-8");
        writer.writeStartElement("Batch");
        CODEC.write(OUTPUT, writer);
        CODEC.write(ERROR, writer);
        writer.writeEmptyElement("After");
        writer.writeEndElement();
        writer.writeEndDocument();
        writer.close();

        XMLStreamReader reader = in.createXMLStreamReader(new StringReader(bytes.toString(UTF_8)));
        advanceTo("CreateStreamSessionConnectionOutput", reader);
        assertThat(CODEC.decodeOutput(reader)).isEqualTo(OUTPUT);
        reader.nextTag();
        assertThat(CODEC.decodeError(reader)).isEqualTo(ERROR);
        reader.nextTag();
        assertThat(reader.getLocalName()).isEqualTo("After");
    }

    /** Where no character can stand for itself, the writer's references must come back as they were too. */
    @ParameterizedTest
    @MethodSource("everyWriterWithEveryReader")
    void shapesSurviveAWriterOfAscii(XMLOutputFactory out, XMLInputFactory in) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter writer = out.createXMLStreamWriter(bytes, "US-ASCII");
        CODEC.write(OUTPUT, writer);
        writer.close();

        XMLStreamReader reader = in.createXMLStreamReader(new StringReader(bytes.toString(UTF_8)));
        reader.nextTag();
        assertThat(CODEC.decodeOutput(reader)).isEqualTo(OUTPUT);
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
    void nothingIsWrittenOfWhatXmlCannotCarry(XMLOutputFactory factory) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter writer = factory.createXMLStreamWriter(text);

        assertThatThrownBy(() -> CODEC.write(output("ab\uD800"), writer))
                .isInstanceOf(CodecException.class)
                .hasMessage("XML: cannot carry U+D800 at index 2 of SignalResponse");
        assertThatThrownBy(() -> CODEC.write(error("ConflictException", "\uFFFE"), writer))
                .isInstanceOf(CodecException.class)
                .hasMessage("XML: cannot carry U+FFFE at index 0 of Message");

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

        // A document has one root, so that there is no room for a second.
        assertThatThrownBy(() -> CODEC.write(OUTPUT, writer))
                .isInstanceOf(CodecException.class)
                .hasMessage("XML: the XMLStreamWriter failed")
                .hasNoCause();
    }

    private static void advanceTo(String element, XMLStreamReader reader) throws XMLStreamException {
        while (!reader.isStartElement() || !reader.getLocalName().equals(element)) {
            reader.next();
        }
    }

    private static void assertAtEndOf(String element, XMLStreamReader reader) {
        assertThat(reader.getEventType()).isEqualTo(XMLStreamConstants.END_ELEMENT);
        assertThat(reader.getLocalName()).isEqualTo(element);
    }
}
