package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertNoOutput;
import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML is read in the encoding that its byte order mark or its declaration names, else in UTF-8. */
final class XmlEncodingsTest {
    private static final CreateStreamSessionConnectionXmlCodec CODEC = CreateStreamSessionConnectionCodec.xml();
    private static final String DECLARATION = "<?xml version='1.0' encoding='%s'?>";
    private static final String BODY =
            "<R><SignalResponse>é&#13;</SignalResponse><Code>A</Code><Message>é</Message></R>";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void unicodeIsReadWithAByteOrderMarkOrADeclaration(String encoding) {
        Charset charset = Charset.forName(encoding);

        for (String start : new String[] {"\uFEFF", DECLARATION.formatted(encoding), "\uFEFF<?xml version='1.0'?>"}) {
            assertRead((start + BODY).getBytes(charset));
        }
        assertRead(("\uFEFF" + DECLARATION.formatted("ISO-8859-1") + BODY).getBytes(charset));
        assertThat(CODEC.decodeOutput(("\uFEFF \n").getBytes(charset))).isEqualTo(output(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void withoutBothUnicodeIsReadInAnErrorAlone(String encoding) {
        byte[] xml = BODY.getBytes(Charset.forName(encoding));

        assertThatThrownBy(() -> CODEC.decodeOutput(xml)).isExactlyInstanceOf(CodecException.class);
        assertThat(CODEC.decodeError(xml)).isEqualTo(error("A", "é"));
    }

    @Test
    void aDeclarationMayBeLong() {
        String declaration = DECLARATION.replace(" encoding", " ".repeat(1_000) + "encoding");

        assertRead((declaration.formatted("ISO-8859-1") + BODY).getBytes(ISO_8859_1));
    }

    /** XML 1.0 allows nothing before a declaration, so in an output this is none. */
    @Test
    void whiteSpaceBeforeADeclarationIsSkippedInAnErrorAlone() {
        byte[] xml = (" \n".repeat(100) + DECLARATION.formatted("ISO-8859-1") + BODY).getBytes(ISO_8859_1);

        assertRejected(() -> CODEC.decodeOutput(xml), "XML: malformed in its encoding at offset 262");
        assertThat(CODEC.decodeError(xml)).isEqualTo(error("A", "é"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "iso-8859-15", "GB18030"})
    void aDeclaredEncodingIsRead(String encoding) {
        assertRead((DECLARATION.formatted(encoding) + BODY).getBytes(Charset.forName(encoding)));
        assertRead((DECLARATION.replace('\'', '"').replace("=", " = ").formatted(encoding) + BODY)
                .getBytes(Charset.forName(encoding)));
    }

    private static void assertRead(byte[] xml) {
        assertThat(CODEC.decodeOutput(xml)).isEqualTo(output("é\r"));
        assertThat(CODEC.decodeError(xml)).isEqualTo(error("A", "é"));
    }

    @Test
    void aStringIsAlreadyDecoded() {
        assertThat(CODEC.decodeOutput(DECLARATION.formatted("UTF-16") + BODY)).isEqualTo(output("é\r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonesuch", "x"})
    void anUnknownEncodingIsRejectedInAnOutputAndReadAsUtf8InAnError(String encoding) {
        byte[] xml = (DECLARATION.formatted(encoding) + BODY).getBytes(UTF_8);

        assertRejected(() -> CODEC.decodeOutput(xml), "XML: the encoding declared at line 1 is unknown");
        assertThat(CODEC.decodeError(xml)).isEqualTo(error("A", "é"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <?xml versio?><a/>        | XML: malformed declaration at line 1, column 1
            <?xml version="9.x"?><a/> | XML: malformed declaration at line 1, column 1
            <?xml                     | XML: malformed declaration at line 1, column 1
            <                         | XML: malformed at line 1, column 2
            """)
    void errorsInTheDeclarationAndBeforeTheRootHaveALocation(String xml, String message) {
        assertRejected(() -> CODEC.decodeOutput(xml.getBytes(UTF_8)), message);
    }

    /** .NET and Java writers can declare the encoding of their strings although the bytes are in another. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "utf-16le", "UTF-32", "IBM037"})
    void aDeclarationThatIsNotInItsOwnEncodingIsRejectedInAnOutputAndReadAsUtf8InAnError(String encoding) {
        byte[] xml = (DECLARATION.formatted(encoding) + BODY).getBytes(UTF_8);

        assertThatThrownBy(() -> CODEC.decodeOutput(xml))
                .isExactlyInstanceOf(CodecException.class)
                .hasMessageStartingWith("XML: malformed");
        assertThat(CODEC.decodeError(xml)).isEqualTo(error("A", "é"));
    }

    /** Over-long forms, an encoded surrogate, a code point after the last, and stray bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"C080", "C0AF", "E080AF", "F08080AF", "EDA080", "F4908080", "80", "FF", "E9"})
    void bytesThatAreNotUtf8AreRejectedInAnOutputAndEndAnError(String hex) {
        String bytes = new String(HexFormat.of().parseHex(hex), ISO_8859_1);

        assertRejected(
                () -> CODEC.decodeOutput(
                        ("<R><SignalResponse>" + bytes + "</SignalResponse></R>").getBytes(ISO_8859_1)),
                "XML: malformed in its encoding at offset 19");
        assertRejected(
                () -> CODEC.decodeOutput(("<R><Unknown>" + bytes + "</Unknown></R>").getBytes(ISO_8859_1)),
                "XML: malformed in its encoding at offset 12");
        assertThat(CODEC.decodeError(("<R><Code>A</Code><Message>" + bytes + "</Message></R>").getBytes(ISO_8859_1)))
                .isEqualTo(error("A", null));
    }

    @Test
    void bytesThatAreNotInTheDeclaredEncodingAreRejected() {
        byte[] utf16 = "\uFEFF<R>?</R>".getBytes(UTF_16BE);
        utf16[8] = (byte) 0xD8;
        byte[] ascii = (DECLARATION.formatted("US-ASCII") + "<R>é</R>").getBytes(UTF_8);

        assertRejected(() -> CODEC.decodeOutput(utf16), "XML: malformed in its encoding at offset 8");
        assertRejected(() -> CODEC.decodeOutput(ascii), "XML: malformed in its encoding at offset 44");
    }

    @ParameterizedTest
    @CsvSource({"0", "1D"})
    void controlCharactersInADeclarationAreMalformed(String hex) {
        String xml = "<?xml" + (char) Integer.parseInt(hex, 16) + "version='1.0'?><R/>";

        assertNoOutput(CODEC, xml, "XML: malformed at line 1, column 11");
    }

    /** A declaration can name any decoder that the JVM has, even an odd one. */
    @Test
    void everyCharsetOfTheJvmGivesAnAnswerOrAClearRejection() {
        byte[] tail = new byte[4_096];
        new Random(17).nextBytes(tail);
        for (String charset : Charset.availableCharsets().keySet()) {
            byte[] start = (DECLARATION.formatted(charset) + "<R><Code>A</Code><Message>").getBytes(UTF_8);
            byte[] xml = Arrays.copyOf(start, start.length + tail.length);
            System.arraycopy(tail, 0, xml, start.length, tail.length);

            assertThatThrownBy(() -> CODEC.decodeOutput(xml))
                    .describedAs(charset)
                    .isExactlyInstanceOf(CodecException.class);
            assertThat(CODEC.readErrorDocument(xml).code()).describedAs(charset).contains("A");
        }
    }
}
