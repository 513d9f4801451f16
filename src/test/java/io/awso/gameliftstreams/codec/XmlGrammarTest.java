package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern ESCAPE = Pattern.compile("\\\\\\{([0-9A-F]+)}");
    private static final XMLInputFactory JDK = configured(XMLInputFactory.newDefaultFactory());
    private static final XMLInputFactory WOODSTOX = configured(new WstxInputFactory());

    static Stream<String> documents() throws IOException {
        try (InputStream in = XmlGrammarTest.class.getResourceAsStream("xml-grammar.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList().stream();
        }
    }

    private static String documentOf(String line) {
        return ESCAPE.matcher(line.substring(line.indexOf(' ') + 1))
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentIsReadIfItIsWellFormed(String line) {
        byte[] document = documentOf(line).getBytes(UTF_8);

        assertThat(XmlConformanceTest.isWellFormed(document)).isEqualTo(line.startsWith("+"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void otherParsersAgreeExceptForTheirKnownBugs(String line) {
        byte[] document = documentOf(line).getBytes(UTF_8);
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
