package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML is read in the encoding that its byte order mark or else its declaration names, or else in UTF-8. */
final class XmlEncodingsTest {
    private static final CreateStreamSessionConnectionXmlCodec CODEC = CreateStreamSessionConnectionCodec.xml();
    private static final String DECLARATION = "<?xml version='1.0' encoding='%s'?>";
    private static final String BODY =
            "<R><SignalResponse>é&#13;</SignalResponse><Code>A</Code><Message>é</Message></R>";

    static Stream<Charset> unicode() {
        return Stream.of(UTF_8, UTF_16LE, UTF_16BE);
    }

    @ParameterizedTest
    @MethodSource("unicode")
    void aByteOrderMarkDecidesWhateverIsDeclared(Charset charset) {
        for (String declaration : List.of(
                "",
                "<?xml version='1.0'?>",
                DECLARATION.formatted("UTF-8"),
                DECLARATION.formatted("UTF-16"),
                DECLARATION.formatted("ISO-8859-1"),
                DECLARATION.formatted("any"))) {
            assertRead(("\uFEFF" + declaration + BODY).getBytes(charset));
        }
        assertThat(CODEC.decodeOutput("\uFEFF".getBytes(charset))).isEqualTo(output(null));
        assertThat(CODEC.decodeOutput("\uFEFF \n".getBytes(charset))).isEqualTo(output(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void withoutAMarkThereIsNoOtherUnicodeThanUtf8(String encoding) {
        Charset charset = Charset.forName(encoding);
        for (String start : List.of("", DECLARATION.formatted(encoding))) {
            byte[] xml = (start + BODY).getBytes(charset);

            assertThatThrownBy(() -> CODEC.decodeOutput(xml)).isExactlyInstanceOf(CodecException.class);
            assertThat(CODEC.readErrorDocument(xml).code()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "utf-8, UTF-8",
        "ISO-8859-1, ISO-8859-1",
        "iso-8859-1, ISO-8859-1",
        "windows-1252, windows-1252",
        "Windows-1252, windows-1252"
    })
    void aDeclaredEncodingIsRead(String declared, String encoding) {
        Charset charset = Charset.forName(encoding);

        assertRead((DECLARATION.formatted(declared) + BODY).getBytes(charset));
        assertRead((DECLARATION.replace('\'', '"').replace("=", " = ").formatted(declared) + BODY).getBytes(charset));
        assertRead((DECLARATION
                                .replace(" encoding", " ".repeat(1_000) + "encoding")
                                .formatted(declared)
                        + BODY)
                .getBytes(charset));
    }

    private static void assertRead(byte[] xml) {
        assertThat(CODEC.decodeOutput(xml)).isEqualTo(output("é\r"));
        assertThat(CODEC.decodeError(xml)).isEqualTo(error("A", "é"));
    }

    @Test
    void everyByteIsReadAsItsEncodingSays() {
        String euro = DECLARATION.formatted("WINDOWS-1252") + "<R><SignalResponse>\u20AC\u201C</SignalResponse></R>";
        String ascii = DECLARATION.formatted("us-ascii") + "<R><SignalResponse>v=0</SignalResponse></R>";

        assertThat(CODEC.decodeOutput(euro.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(output("\u20AC\u201C"));
        assertThat(CODEC.decodeOutput(ascii.getBytes(US_ASCII))).isEqualTo(output("v=0"));
    }

    /** Bytes that an encoding has no character for; 81, 8D, 8F, 90 and 9D are those of windows-1252. */
    @ParameterizedTest
    @CsvSource({
        "US-ASCII, 80",
        "US-ASCII, FF",
        "windows-1252, 81",
        "windows-1252, 8D",
        "windows-1252, 8F",
        "windows-1252, 90",
        "windows-1252, 9D"
    })
    void bytesThatAreNotInTheDeclaredEncodingAreRejectedInAnOutputAndReadAsUFffdInAnError(String encoding, String hex) {
        String bytes = new String(HexFormat.of().parseHex(hex), ISO_8859_1);
        byte[] xml = (DECLARATION.formatted(encoding) + "<R><Code>A</Code><Message>" + bytes + "</Message></R>")
                .getBytes(ISO_8859_1);

        assertRejected(
                () -> CODEC.decodeOutput(xml), "XML: malformed in its encoding at offset " + (59 + encoding.length()));
        assertThat(CODEC.decodeError(xml)).isEqualTo(error("A", "\uFFFD"));
    }

    @Test
    void aStringIsAlreadyDecoded() {
        for (String encoding : List.of("UTF-16", "US-ASCII", "nonesuch")) {
            assertThat(CODEC.decodeOutput(DECLARATION.formatted(encoding) + BODY))
                    .isEqualTo(output("é\r"));
            assertThat(CODEC.decodeOutput("\uFEFF" + DECLARATION.formatted(encoding) + BODY))
                    .isEqualTo(output("é\r"));
        }
    }

    /** XML 1.0 allows nothing before a declaration, so the first one is no declaration in an output. */
    @Test
    void whatIsBeforeADeclarationIsSkippedInAnErrorAlone() {
        byte[] latin = (" \n".repeat(100) + DECLARATION.formatted("ISO-8859-1") + BODY).getBytes(ISO_8859_1);
        byte[] utf8 = ("\t\uFEFF\r \uFEFF" + DECLARATION.formatted("ISO-8859-1") + BODY).getBytes(UTF_8);

        assertRejected(() -> CODEC.decodeOutput(latin), "XML: malformed in its encoding at offset 262");
        assertThat(CODEC.decodeError(latin)).isEqualTo(error("A", "é"));
        assertRejected(() -> CODEC.decodeOutput(utf8), "XML: expected '<' at line 1, column 2");
        assertThat(CODEC.decodeError(utf8)).isEqualTo(error("A", "é"));
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            assertThat(CODEC.decodeError(("\uFEFF \uFEFF\n" + DECLARATION.formatted("x") + BODY).getBytes(charset)))
                    .isEqualTo(error("A", "é"));
        }
    }

    /** .NET and Java writers can declare the encoding of their strings although the bytes are in another. */
    @ParameterizedTest
    @ValueSource(
            strings = {"nonesuch", "x", "utf8", "UTF-16", "utf-16le", "UTF-32", "IBM037", "iso-8859-15", "GB18030"})
    void anyOtherEncodingIsRejectedInAnOutputAndReadAsUtf8InAnError(String encoding) {
        byte[] xml = (DECLARATION.formatted(encoding) + BODY).getBytes(UTF_8);

        assertRejected(() -> CODEC.decodeOutput(xml), "XML: the encoding declared at line 1 is not supported");
        assertThat(CODEC.decodeError(xml)).isEqualTo(error("A", "é"));
    }

    @Test
    void utf16IsCheckedToo() {
        byte[] xml = "\uFEFF<R><Code>A</Code><Message>?</Message></R>".getBytes(UTF_16BE);
        xml[54] = (byte) 0xD8;

        assertRejected(() -> CODEC.decodeOutput(xml), "XML: lone surrogate at index 27");
        assertThat(CODEC.decodeError(xml)).isEqualTo(error("A", "\uFFFD"));
        byte[] odd = Arrays.copyOf(xml, 47);
        assertRejected(() -> CODEC.decodeOutput(odd), "XML: malformed in its encoding at offset 46");
        assertThat(CODEC.decodeError(Arrays.copyOf("\uFEFF<R><Code>A</Code></R>".getBytes(UTF_16BE), 43)))
                .isEqualTo(error("A", null));
    }

    /** A declaration can name any decoder that the JVM has, even an odd one. */
    @Test
    void everyCharsetOfTheJvmGivesAValueOrAClearRejection() {
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
