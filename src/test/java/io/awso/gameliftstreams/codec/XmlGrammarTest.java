package io.awso.gameliftstreams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.stax.WstxInputFactory;
import io.awso.gameliftstreams.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every production of XML 1.0 (fifth edition) that a document without a DTD can use, well-formed and malformed. */
final class XmlGrammarTest {
    private static final XMLInputFactory JDK = configured(XMLInputFactory.newDefaultFactory());
    private static final XMLInputFactory WOODSTOX = configured(new WstxInputFactory());

    static Stream<String> documents() {
        return Fixtures.lines(XmlGrammarTest.class, "xml-grammar.txt");
    }

    private static byte[] documentOf(String line) {
        return Fixtures.bytes(line.substring(line.indexOf(' ') + 1));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentIsReadIfItIsWellFormed(String line) {
        assertThat(isWellFormed(documentOf(line))).isEqualTo(line.startsWith("+"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void otherParsersAgreeExceptForTheirKnownBugs(String line) {
        byte[] document = documentOf(line);
        String marks = line.substring(1, line.indexOf(' '));
        boolean wellFormed = line.startsWith("+");

        assertThat(isWellFormed(document, WOODSTOX)).isEqualTo(wellFormed != marks.contains("W"));
        PrintStream systemErr = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream())); // The JDK's parser prints some errors.
        try {
            assertThat(isWellFormed(document, JDK)).isEqualTo(wellFormed != marks.contains("J"));
        } finally {
            System.setErr(systemErr);
        }
    }

    static Stream<String> conformanceSuite() {
        return Fixtures.lines(XmlGrammarTest.class, "xml-conformance.txt");
    }

    /** Some documents are read by rules of this library, although XML calls them malformed. */
    @ParameterizedTest
    @MethodSource("conformanceSuite")
    void theResultsOfTheConformanceSuiteAreGiven(String line) {
        String[] columns = line.split(" ", 3);

        assertThat(isWellFormed(Fixtures.bytes(columns[2]))).isEqualTo(!columns[1].equals("malformed"));
    }

    /** Returns whether a strict reader reads a document to its end. */
    private static boolean isWellFormed(byte[] document) {
        try {
            XmlReader reader = new XmlReader(document, true);
            while (reader.nextName() != null) {
                reader.skip();
            }
            reader.requireEnd();
            return true;
        } catch (CodecException e) {
            return false;
        }
    }

    private static XMLInputFactory configured(XMLInputFactory factory) {
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        if (factory.isPropertySupported(XMLInputFactory2.P_LAZY_PARSING)) {
            factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        }
        return factory;
    }

    private static boolean isWellFormed(byte[] document, XMLInputFactory factory) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            boolean wellFormed = true;
            while (reader.hasNext()) {
                int event = reader.next();
                wellFormed &= event != XMLStreamConstants.DTD && event != XMLStreamConstants.ENTITY_REFERENCE;
            }
            return wellFormed;
        } catch (XMLStreamException | RuntimeException e) {
            return false;
        }
    }
}
