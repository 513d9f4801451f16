package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateStreamSessionConnectionXmlCodecTest {
    private static final CreateStreamSessionConnectionXmlCodec CODEC = CreateStreamSessionConnectionCodec.xml();

    static Stream<Arguments> outputs() {
        return Stream.of(
                Arguments.of(output(null), ""),
                Arguments.of(output(""), "<SignalResponse></SignalResponse>"),
                Arguments.of(output("v=0"), "<SignalResponse>v=0</SignalResponse>"),
                Arguments.of(output(" \t\n "), "<SignalResponse> \t\n </SignalResponse>"),
                // XML 1.0, section 2.4: what markup could be, "]]>" included, is escaped.
                Arguments.of(output("<a> & \"]]>\""), "<SignalResponse>&lt;a&gt; &amp; \"]]&gt;\"</SignalResponse>"),
                Arguments.of(
                        output("é世\uD83C\uDFAE\u0085\u2028"),
                        "<SignalResponse>é世\uD83C\uDFAE\u0085\u2028</SignalResponse>"));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void outputsAreWrittenAndRead(CreateStreamSessionConnectionOutput output, String members) {
        String xml = "<CreateStreamSessionConnectionOutput>" + members + "</CreateStreamSessionConnectionOutput>";

        assertThat(CODEC.encode(output)).asString(UTF_8).isEqualTo(xml);
        assertThat(CODEC.encodeToString(output)).isEqualTo(xml);
        assertThat(CODEC.decodeOutput(xml.getBytes(UTF_8))).isEqualTo(output);
        assertThat(CODEC.decodeOutput(xml)).isEqualTo(output);
    }

    /** Parsers read into buffers and give texts in pieces: wherever one ends, nothing may be lost. */
    @ParameterizedTest
    @ValueSource(strings = {"&amp;", "&#xd;\n", "\uD83C\uDFAE", "<![CDATA[]]]]>&gt;", "]]<!-- - -->&gt;"})
    void longTextsAreReadWhereverTheirPiecesEnd(String written) {
        String read = written.replace("&amp;", "&")
                .replace("&#xd;", "\r")
                .replaceAll("<!.*\\[|\\]\\]>|<!--.*-->", "")
                .replace("&gt;", ">");
        for (int length = 8_100; length < 66_000; length += length % 8_192 == 50 ? 8_000 : 1) {
            String before = "a".repeat(length);

            assertThat(CODEC.decodeOutput("<O><SignalResponse>" + before + written + "b</SignalResponse></O>"))
                    .isEqualTo(output(before + read + "b"));
        }
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(
                        error("ThrottlingException", "slow down"),
                        "<Type>Sender</Type><Code>ThrottlingException</Code><Message>slow down</Message>"),
                Arguments.of(
                        error("InternalServerException", ""),
                        "<Type>Receiver</Type><Code>InternalServerException</Code><Message></Message>"),
                Arguments.of(error("ConflictException", null), "<Type>Sender</Type><Code>ConflictException</Code>"),
                Arguments.of(error("Odd <code>", " a\n"), "<Code>Odd &lt;code&gt;</Code><Message> a\n</Message>"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorsAreWrittenAndRead(CreateStreamSessionConnectionError error, String members) {
        String xml = "<ErrorResponse><Error>" + members + "</Error></ErrorResponse>";

        assertThat(CODEC.encode(error)).asString(UTF_8).isEqualTo(xml);
        assertThat(CODEC.encodeToString(error)).isEqualTo(xml);
        assertThat(CODEC.decodeError(xml.getBytes(UTF_8))).isEqualTo(error);
        assertThat(CODEC.decodeError(xml)).isEqualTo(error);
    }

    @Test
    void theContentTypeIsXml() {
        assertThat(CODEC.contentType()).isEqualTo("application/xml");
    }

    /** XML 1.0, section 2.11: a raw CR is read as LF, and so is a raw CR LF. */
    @Test
    void carriageReturnsSurviveXml() {
        CreateStreamSessionConnectionOutput output = output("\rv=0\r\n\r\rs=-\n\r");
        CreateStreamSessionConnectionError error = error("Odd\rCode", "a\r\nb\r");

        assertThat(CODEC.encodeToString(output)).doesNotContain("\r");
        assertThat(CODEC.decodeOutput(CODEC.encode(output))).isEqualTo(output);
        assertThat(CODEC.decodeError(CODEC.encode(error))).isEqualTo(error);
        assertThat(CODEC.decodeOutput("<R><SignalResponse>a\r\nb\rc&#13;&#xD;&#10;</SignalResponse></R>"))
                .isEqualTo(output("a\nb\nc\r\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<CreateStreamSessionConnectionOutput><SignalResponse>v=0</SignalResponse></CreateStreamSessionConnectionOutput>",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<AnyRoot><SignalResponse>v=0</SignalResponse></AnyRoot>\n",
                """
                <CreateStreamSessionConnectionResponse xmlns="https://example.amazonaws.com/doc/2018-05-10/">
                  <CreateStreamSessionConnectionResult>
                    <SignalResponse>v=0</SignalResponse>
                  </CreateStreamSessionConnectionResult>
                  <ResponseMetadata>
                    <RequestId>4442587F-B91F-5E8C-8F1B-EF79F6A7D1A8</RequestId>
                  </ResponseMetadata>
                </CreateStreamSessionConnectionResponse>
                """,
                """
                <!-- before -->
                <?before it?>
                <a:Root xmlns:a="urn:a" xmlns:b="urn:b" a:more="1">
                  text, <![CDATA[<SignalResponse>no</SignalResponse>]]>
                  <Unknown><SignalResponse>no</SignalResponse><Error/></Unknown>
                  <Error/>
                  <signalResponse>no</signalResponse>
                  <b:SignalResponse b:nil="true" nil="true">v=0</b:SignalResponse>
                  <Unknown/><Unknown/>
                </a:Root>
                <!-- after -->
                <?after it?>
                """,
                "<R><SignalResponse><!-- - -->v<![CDATA[=]]><?p i?>&#48;<!-- - --></SignalResponse></R>",
                "<R><SignalResponse>&#x76;<![CDATA[]]>&#61;<![CDATA[0]]></SignalResponse></R>"
            })
    void outputsAreReadFromEveryFormOfTheDocument(String xml) {
        assertThat(CODEC.decodeOutput(xml)).isEqualTo(output("v=0"));
        assertThat(CODEC.decodeOutput(xml.getBytes(UTF_8))).isEqualTo(output("v=0"));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("<SignalResponse/>", ""),
                Arguments.of("<SignalResponse><!-- none --></SignalResponse>", ""),
                Arguments.of("<SignalResponse unit=\"line\"> \n\t </SignalResponse>", " \n\t "),
                Arguments.of("<SignalResponse> a </SignalResponse>", " a "),
                Arguments.of("<SignalResponse><![CDATA[<&]]>]]&gt;</SignalResponse>", "<&]]>"),
                Arguments.of(
                        "<SignalResponse>&lt;&gt;&amp;&apos;&quot;&#x1F3AE;</SignalResponse>", "<>&'\"\uD83C\uDFAE"),
                Arguments.of(
                        "<SignalResponse xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"false\">a</SignalResponse>",
                        "a"),
                Arguments.of(
                        "<SignalResponse xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>",
                        null),
                Arguments.of(
                        "<SignalResponse xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"></SignalResponse>",
                        null),
                Arguments.of("<SignalResponse xmlns:xsi=\"urn:other\" xsi:nil=\"true\"/>", ""),
                Arguments.of("<Other>a</Other>", null),
                Arguments.of("", null));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theTextOfTheSignalResponseIsKept(String member, String signalResponse) {
        String direct = "<Output>" + member + "</Output>";
        String wrapped = "<Response><CreateStreamSessionConnectionResult>" + member
                + "</CreateStreamSessionConnectionResult></Response>";

        assertThat(CODEC.decodeOutput(direct)).isEqualTo(output(signalResponse));
        assertThat(CODEC.decodeOutput(wrapped)).isEqualTo(output(signalResponse));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Error><Code>ConflictException</Code><Message> busy\n</Message></Error>",
                "<Error><Message> busy\n</Message><Code>\n  aws#ConflictException:http://internal/\n</Code></Error>",
                "<Error><Code>ConflictException, X</Code><message> busy\n</message></Error>",
                "<Error><Code>Conflict<![CDATA[Exception]]></Code><message>no</message><Message> busy\n</Message></Error>",
                """
                <?xml version="1.0"?>
                <ErrorResponse xmlns="http://iam.amazonaws.com/doc/2010-05-08/">
                  <Error more="1">
                    <Type>Sender</Type>
                    <Code>ConflictException</Code>
                    <Message> busy&#10;</Message>
                    <Detail><Code>ThrottlingException</Code><Message>no</Message></Detail>
                  </Error>
                  <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>
                </ErrorResponse>
                """,
                "<ErrorResponse><Code>no</Code><Error><Code>ConflictException</Code><Message> busy\n</Message></Error></ErrorResponse>"
            })
    void errorsAreReadFromEveryFormOfTheDocument(String xml) {
        assertThat(CODEC.decodeError(xml)).isEqualTo(error("ConflictException", " busy\n"));
        assertThat(CODEC.decodeError(xml.getBytes(UTF_8))).isEqualTo(error("ConflictException", " busy\n"));
        assertThat(CODEC.decodeError("ThrottlingException", xml)).isEqualTo(error("ThrottlingException", " busy\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <ErrorResponse><Error><Code>X</Code><Message>busy</Message></Error></ErrorResponse> | busy
                    <Error><Code>X</Code><Message>busy</Message></Error>                                | busy
                    <Error><message>busy</message></Error>                                              | busy
                    <ConflictException><Message>busy</Message></ConflictException>                      | busy
                    <AnyRoot xmlns="urn:any"><Code>X</Code><message>busy</message></AnyRoot>            | busy
                    <AnyRoot><Message> a </Message></AnyRoot>                                           | ` a `
                    <AnyRoot><Message/></AnyRoot>                                                       | ``
                    <AnyRoot/>                                                                          |
                    """)
    void theCallersCodeIsCleanedAndWins(String xml, String message) {
        assertThat(CODEC.decodeError("aws#ConflictException:http://internal/", xml))
                .isEqualTo(error("ConflictException", message));
        assertThat(CODEC.decodeError(" ConflictException ", xml.getBytes(UTF_8)))
                .isEqualTo(error("ConflictException", message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <ErrorResponse/>                                          | XML: expected an error code, found none
                    <ErrorResponse><Error/></ErrorResponse>                   | XML: expected an error code, found none
                    <ErrorResponse><Code>X</Code></ErrorResponse>             | XML: expected an error code, found none
                    <Error><Code> </Code><Message>busy</Message></Error>      | XML: expected an error code, found none
                    <Error><Code>aws#:x</Code></Error>                        | XML: expected an error code, found none
                    <Error><code>X</code></Error>                             | XML: expected an error code, found none
                    <AnyRoot><Code>X</Code></AnyRoot>                         | XML: expected ErrorResponse or Error, found another element at line 1
                    <error><Code>X</Code></error>                             | XML: expected ErrorResponse or Error, found another element at line 1
                    """)
    void anErrorWithoutCodeIsRefused(String xml, String refusal) {
        assertRefused(() -> CODEC.decodeError(xml), refusal);
        assertRefused(() -> CODEC.decodeError(xml.getBytes(UTF_8)), refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <ErrorResponse><Error><Code>X</Code></Error></ErrorResponse>                  | an output              | an error       | at line 1, column 1
                    <Error><SignalResponse>a</SignalResponse></Error>                             | an output              | an error       | at line 1, column 1
                    <e:Error xmlns:e="urn:e"/>                                                    | an output              | an error       | at line 1, column 1
                    <R><SignalResponse>a<b/></SignalResponse></R>                                 | text in SignalResponse | an element     | at line 1, column 21
                    <R><SignalResponse>a</SignalResponse><SignalResponse>a</SignalResponse></R>   | SignalResponse once    | it again       | at line 1
                    <R><SignalResponse/><x:SignalResponse xmlns:x="urn:x"/></R>                   | SignalResponse once    | it again       | at line 1
                    <!DOCTYPE R><R/>                                                              | no DOCTYPE             | one            | at line 1
                    <!DOCTYPE R [<!ENTITY e "a">]><R><SignalResponse>&e;</SignalResponse></R>     | no DOCTYPE             | one            | at line 1
                    ``                                                                            | well-formed XML        | a syntax error | at line 1
                    `  `                                                                          | well-formed XML        | a syntax error | at line 1
                    v=0                                                                           | well-formed XML        | a syntax error | at line 1
                    <R>                                                                           | well-formed XML        | a syntax error | at line 1
                    <R></S>                                                                       | well-formed XML        | a syntax error | at line 1
                    <R/><R/>                                                                      | well-formed XML        | a syntax error | at line 1
                    <R/>text                                                                      | well-formed XML        | a syntax error | at line 1
                    <R><SignalResponse>&#0;</SignalResponse></R>                                  | well-formed XML        | a syntax error | at line 1
                    <R><SignalResponse>&#xD800;</SignalResponse></R>                              | well-formed XML        | a syntax error | at line 1
                    <R><SignalResponse>]]></SignalResponse></R>                                   | well-formed XML        | a syntax error | at line 1
                    <R><SignalResponse>&e;</SignalResponse></R>                                   | ``                     | ``             | at line 1
                    """)
    void whatIsNoOutputIsRefused(String xml, String expected, String found, String where) {
        assertRefused(() -> CODEC.decodeOutput(xml), "XML: expected " + expected, "found " + found, where);
        assertRefused(
                () -> CODEC.decodeOutput(xml.getBytes(UTF_8)), "XML: expected " + expected, "found " + found, where);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <!DOCTYPE Error><Error><Code>X</Code></Error>   | no DOCTYPE
                    <Error><Code>X<b/></Code></Error>               | text in Code
                    <Error><Message><b>X</b></Message></Error>      | text in Message
                    <Error><Code>X</Code>                           | well-formed XML
                    {"__type":"ConflictException"}                  | well-formed XML
                    """)
    void whatIsNoErrorIsRefusedEvenWithTheCallersCode(String xml, String expected) {
        assertRefused(() -> CODEC.decodeError(xml), "XML: expected " + expected, "found ", "at line 1");
        assertRefused(() -> CODEC.decodeError("X", xml), "XML: expected " + expected, "found ", "at line 1");
    }

    @Test
    void refusalsCountLinesAndColumns() {
        String xml = """
                <Output>
                  <SignalResponse>
                    <b/>
                  </SignalResponse>
                </Output>
                """;

        assertRefused(
                () -> CODEC.decodeOutput(xml),
                "XML: expected text in SignalResponse, found an element at line 3, column 5");
    }

    @Test
    void nothingOutsideThePayloadIsRead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("outside.dtd"), "<!ENTITY e 'outside'>");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            for (String outside : new String[] {file.toUri().toString(), url}) {
                for (String declaration : new String[] {
                    "SYSTEM \"" + outside + "\"",
                    "[<!ENTITY e SYSTEM \"" + outside + "\">]",
                    "[<!ENTITY % p SYSTEM \"" + outside + "\">%p;]"
                }) {
                    assertRefused(
                            () -> CODEC.decodeOutput(
                                    "<!DOCTYPE R " + declaration + "><R><SignalResponse>&e;</SignalResponse></R>"),
                            "XML: expected no DOCTYPE");
                }
            }
            server.setSoTimeout(50);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aDeclaredEncodingIsHonoured() {
        String xml = "<?xml version='1.0' encoding='%s'?><R><SignalResponse>é</SignalResponse></R>";

        assertThat(CODEC.decodeOutput(xml.formatted("ISO-8859-1").getBytes(ISO_8859_1)))
                .isEqualTo(output("é"));
        assertThat(CODEC.decodeOutput(xml.formatted("UTF-16").getBytes(UTF_16))).isEqualTo(output("é"));
        assertThat(CODEC.decodeOutput(("\uFEFF" + xml.formatted("UTF-8")).getBytes(UTF_8)))
                .isEqualTo(output("é"));
    }

    @Test
    void bytesThatAreNotOfTheDeclaredEncodingAreRefused() {
        byte[] xml = "\uFEFF<?xml version='1.0' encoding='UTF-16BE'?><R>\uD83C</R>".getBytes(UTF_16BE);
        // What UTF-16BE has for the replacement character that the encoder writes instead.
        int question = xml.length - 2 - "</R>".length() * 2;
        xml[question] = (byte) 0xD8;

        assertRefused(() -> CODEC.decodeOutput(xml), "XML: expected the declared encoding, found other bytes");
    }

    @Test
    void unknownEncodingsAreRefused() {
        assertRefused(
                () -> CODEC.decodeOutput("<?xml version='1.0' encoding='nonesuch'?><R/>".getBytes(UTF_8)),
                "XML: expected well-formed XML, found a syntax error at the beginning");
        assertRefused(
                () -> CODEC.decodeOutput("<?xml version='1.0' encoding='UTF-32LEUTF-8'?><R/>".getBytes(UTF_8)),
                "XML: expected the declared encoding, found other bytes in the payload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001D"})
    void controlCharactersInADeclarationAreRefused(String control) {
        String xml = "<?xml" + control + "version='1.0'?><R/>";

        assertRefused(
                () -> CODEC.decodeOutput(xml), "XML: expected well-formed XML, found a control character at offset 5");
        assertRefused(() -> CODEC.decodeOutput(xml.getBytes(UTF_8)), "found a control character at offset 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFFFE", "\uFFFF"})
    void rawNoncharactersAreRefused(String nonCharacter) {
        String xml = "<R><SignalResponse>" + nonCharacter + "</SignalResponse></R>";

        assertRefused(() -> CODEC.decodeOutput(xml), "XML: expected well-formed XML, found a syntax error");
        assertRefused(
                () -> CODEC.decodeOutput(xml.getBytes(UTF_8)), "XML: expected well-formed XML, found a syntax error");
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"An, Am, false", "Aa, BB, true"})
    void manyNamesAreRefusedBeforeTheirHashesCanCollide(String zero, String one, boolean collide) {
        StringBuilder xml = new StringBuilder("<R>");
        for (int i = 0; i < 1 << 16; i++) {
            xml.append('<');
            for (int bit = 0; bit < 16; bit++) {
                xml.append((i >> bit & 1) == 0 ? zero : one);
            }
            xml.append("/>");
        }
        assertThat((zero + one).hashCode() == (one + zero).hashCode()).isEqualTo(collide);

        assertRefused(
                () -> CODEC.decodeOutput(xml + "</R>"),
                "XML: expected at most 10000 elements, attributes and processing instructions, found more at line 1");
        assertRefused(() -> CODEC.decodeOutput("<?p?>".repeat(10_001) + "<R/>"), "at most 10000 elements");
        assertRefused(
                () -> CODEC.decodeOutput(
                        "<R>" + "<e a='' xmlns:n=''/>".replace("''", "'u'").repeat(3_334) + "</R>"),
                "at most 10000 elements");
    }

    @Test
    void whatGoesBeyondALimitIsRefused() {
        String limits =
                "XML: expected at most 500 levels of elements and 1000 attributes of 524288 characters, found more at line 1";
        StringBuilder attributes = new StringBuilder("<R");
        for (int i = 0; i < 1_001; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        assertRefused(() -> CODEC.decodeOutput(attributes + "/>"), limits);
        assertRefused(() -> CODEC.decodeOutput("<a>".repeat(501)), limits);
        assertRefused(() -> CODEC.decodeOutput("<R a='" + "a".repeat(600_000) + "'/>"), limits);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertRefused(
                () -> CODEC.decodeOutput("<R><SignalResponse>é</SignalResponse></R>".getBytes(ISO_8859_1)),
                "XML: expected ");
    }

    @ParameterizedTest
    @CsvSource({"0000", "0008", "000B", "000C", "001F", "D800", "DFFF", "FFFE", "FFFF"})
    void charactersThatXmlCannotCarryAreRefused(String hex) {
        String text = "ab" + (char) Integer.parseInt(hex, 16);

        assertRefused(
                () -> CODEC.encode(output(text)),
                "XML cannot carry U+" + hex + ", which stands at index 2 of SignalResponse");
        assertRefused(
                () -> CODEC.encodeToString(error("ConflictException", text)),
                "XML cannot carry U+" + hex + ", which stands at index 2 of Message");
    }

    private static void assertRefused(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call)
                .isInstanceOf(CodecException.class)
                .hasMessageContainingAll(parts)
                .hasNoCause();
    }

    private static CreateStreamSessionConnectionOutput output(String signalResponseOrNull) {
        return new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponseOrNull));
    }

    private static CreateStreamSessionConnectionError error(String code, String messageOrNull) {
        return CreateStreamSessionConnectionError.of(code, messageOrNull);
    }

    /** A lazy parser would pass over what is malformed in a text that nobody asks for. */
    @ParameterizedTest
    @ValueSource(strings = {"a]]>b", "<![CDATA[]]>a]]>", "&#0;", "&unknown;"})
    void malformedTextOfUnknownElementsIsRefusedWhereItStands(String text) {
        String payload = "<R><Unknown>" + text + "</Unknown></R>";

        assertThatThrownBy(() -> CODEC.decodeOutput(payload))
                .isInstanceOf(CodecException.class)
                .hasMessageStartingWith("XML: expected well-formed XML, found a syntax error at line 1, column ")
                .hasMessageMatching(".* column (1[4-9]|2\\d)");
        assertThat(CODEC.decodeOutput("<R><Unknown>a]]&gt;b</Unknown></R>"))
                .isEqualTo(CreateStreamSessionConnectionOutput.builder().build());
    }
}
