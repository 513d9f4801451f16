package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertError;
import static io.awso.gameliftstreams.Fixtures.assertNoOutput;
import static io.awso.gameliftstreams.Fixtures.assertOutput;
import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.assertWrittenAndRead;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
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
import java.util.stream.Stream;
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
                Arguments.of(output(" \t\n "), "<SignalResponse> \t\n </SignalResponse>"),
                // XML 1.0, section 2.11: a raw CR is read as LF, and so is a raw CR LF.
                Arguments.of(output("\rv=0\r\n\n\r"), "<SignalResponse>&#xd;v=0&#xd;\n\n&#xd;</SignalResponse>"),
                // XML 1.0, section 2.4: "]]>" is not text.
                Arguments.of(output("<a> & \"]]>\""), "<SignalResponse>&lt;a&gt; &amp; \"]]&gt;\"</SignalResponse>"),
                Arguments.of(
                        output("é世\uD83C\uDFAE\u0085\u2028\u007F"),
                        "<SignalResponse>é世\uD83C\uDFAE\u0085\u2028\u007F</SignalResponse>"));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void outputsAreWrittenAndRead(CreateStreamSessionConnectionOutput output, String members) {
        String xml = "<CreateStreamSessionConnectionOutput>" + members + "</CreateStreamSessionConnectionOutput>";

        assertWrittenAndRead(CODEC, output, xml);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(
                        error("ThrottlingException", "Slow"),
                        "<Type>Sender</Type><Code>ThrottlingException</Code><Message>Slow</Message>"),
                Arguments.of(
                        error("InternalServerException", ""),
                        "<Type>Receiver</Type><Code>InternalServerException</Code><Message></Message>"),
                Arguments.of(error("ConflictException", null), "<Type>Sender</Type><Code>ConflictException</Code>"),
                Arguments.of(error("Odd/$", " <a>\r\n"), "<Code>Odd/$</Code><Message> &lt;a&gt;&#xd;\n</Message>"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorsAreWrittenAndRead(CreateStreamSessionConnectionError error, String members) {
        String xml = "<ErrorResponse><Error>" + members + "</Error></ErrorResponse>";

        assertWrittenAndRead(CODEC, error, xml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Any><SignalResponse>v=0</SignalResponse></Any>\n",
                """
                <!-- before -->
                <?before it?>
                <a:Root xmlns:a="urn:a" xmlns:b="urn:b" a:more="1">
                  text, <![CDATA[<SignalResponse>no</SignalResponse>]]>
                  <Unknown><SignalResponse>no</SignalResponse><Error/></Unknown>
                  <signalResponse>no</signalResponse>
                  <b:SignalResponse b:nil="no" nil="true">v=0</b:SignalResponse>
                  <Unknown/><Unknown/>
                </a:Root>
                <!-- after -->
                <?after it?>
                """,
                "<Error><SignalResponse>v=0</SignalResponse></Error>",
                "<html><SignalResponse>v=0</SignalResponse></html>",
                "<ThrottlingException><SignalResponse>v=0</SignalResponse></ThrottlingException>",
                "<R><Code>CreateStreamSessionConnectionOutput</Code><SignalResponse>v=0</SignalResponse></R>",
            })
    void anOutputMayHaveAnyRootAndUnknownElementsAreSkipped(String xml) {
        assertOutput(CODEC, xml, output("v=0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <SignalResponse/>                                                         | ``
                    <SignalResponse><!-- none --></SignalResponse>                            | ``
                    <SignalResponse unit="line"> \t\t </SignalResponse>                       | ` \t\t `
                    <SignalResponse> a </SignalResponse>                                      | ` a `
                    <SignalResponse>a<!-- - -->b<![CDATA[<&]]><?p i?>&#99;</SignalResponse>   | ab<&c
                    <SignalResponse><![CDATA[]]>a<![CDATA[b]]><![CDATA[c]]></SignalResponse>  | abc
                    <SignalResponse><![CDATA[]]]]>&gt;</SignalResponse>                       | ]]>
                    <SignalResponse>&lt;&gt;&amp;&apos;&quot;&#x1F3AE;</SignalResponse>       | <>&'"\uD83C\uDFAE
                    <SignalResponse i:nil="false">a</SignalResponse>                          | a
                    <SignalResponse i:nil="true">a</SignalResponse>                           |
                    <SignalResponse x='>' i:nil = '1' y=''>a</SignalResponse>                |
                    <SignalResponse any:prefix:nil="&#116;rue"/>                              |
                    <SignalResponse i:nil=" true"/>                                           | ``
                    <SignalResponse i:nil="TRUE"/>                                            | ``
                    <SignalResponse nil="true"/>                                              | ``
                    <SignalResponse :nil="true"/>                                             | ``
                    <SignalResponse xmlns:nil="true"/>                                        | ``
                    <SignalResponse i:nul="true"/>                                            | ``
                    <Other>a</Other>                                                          |
                    <Error/>                                                                  |
                    <Error><Code> </Code></Error>                                             |
                    <Code>CreateStreamSessionConnectionOutput</Code>                          |
                    <Code>ns#CreateStreamSessionConnectionResponse</Code>                     |
                    """)
    void theTextOfTheSignalResponseIsKept(String member, String signalResponse) {
        String result = "<CreateStreamSessionConnectionResult>" + member + "</CreateStreamSessionConnectionResult>";
        String root = "CreateStreamSessionConnectionOutput>";
        String response = "CreateStreamSessionConnectionResponse>";

        assertOutput(CODEC, "<" + root + member + "</" + root, output(signalResponse));
        assertOutput(CODEC, "<" + response + result + "</" + response, output(signalResponse));
        assertOutput(CODEC, result, output(signalResponse));
    }

    @Test
    void rawLineEndsAreReadAsLineFeeds() {
        assertOutput(
                CODEC, "<R><SignalResponse>a\r\nb\rc&#13;&#xD;&#10;</SignalResponse></R>", output("a\nb\nc\r\r\n"));
    }

    /** Parsers read into buffers and return long text in pieces. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    &amp;                  | &
                    `&#xd;\n`              | `\r\n`
                    \uD83C\uDFAE           | \uD83C\uDFAE
                    <![CDATA[]]]]>&gt;     | ]]>
                    ]]<!-- - -->&gt;       | ]]>
                    """)
    void longTextIsReadWhereverItsPiecesEnd(String written, String read) {
        for (int length = 8_100; length < 25_000; length += length % 8_192 == 50 ? 8_000 : 1) {
            String before = "a".repeat(length);

            assertThat(CODEC.decodeOutput("<O><SignalResponse>" + before + written + "b</SignalResponse></O>"))
                    .isEqualTo(output(before + read + "b"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <R><SignalResponse>a<b/></SignalResponse></R>             | SignalResponse is an element with elements in it, expected a string or null, at line 1, column 4
                    <R><SignalResponse i:nil="true"><b/></SignalResponse></R> | SignalResponse is an element with elements in it, expected a string or null, at line 1, column 4
                    <R><SignalResponse/><x:SignalResponse/></R>               | SignalResponse is given twice at line 1, column 21
                    <R><SignalResponse i:nil="true"/><SignalResponse/></R>    | SignalResponse is given twice at line 1, column 34
                    <html/> | expected an output, found another root element at line 1, column 1
                    <x:HTML><a/></x:HTML> | expected an output, found another root element at line 1, column 1
                    <R><SignalResponse i:nil="true"/></R> | expected an output, found another root element at line 1, column 1
                    <R><CreateStreamSessionConnectionOutput/></R> | expected an output, found another root element at line 1, column 1
                    <!DOCTYPE R><R/>                                          | a DOCTYPE is not allowed at line 1, column 1
                    v=0                                                       | expected '<' at line 1, column 1
                    {}                                                        | expected '<' at line 1, column 1
                    <R>                                                       | the document is cut off at line 1, column 4
                    <R></S>                                                   | an end tag with another name than its start tag at line 1, column 7
                    <CreateStreamSessionConnectionOutput/><R/> | expected nothing after the root at line 1, column 39
                    <CreateStreamSessionConnectionOutput/>text | expected nothing after the root at line 1, column 39
                    </R>                                                      | an end tag without a start tag at line 1, column 3
                    <R a='' a=''/>                                            | an attribute is given twice in the tag that ends at line 1, column 13
                    <R><SignalResponse>&#0;</SignalResponse></R>              | malformed character reference at line 1, column 23
                    <R><SignalResponse>&#xD800;</SignalResponse></R>          | malformed character reference at line 1, column 27
                    <R><SignalResponse>]]></SignalResponse></R>               | ']]>' in text at line 1, column 20
                    <R><SignalResponse>&e;</SignalResponse></R>               | malformed reference or unknown entity at line 1, column 20
                    <R><SignalResponse>\uFFFE</SignalResponse></R>            | a character that XML does not allow at line 1, column 20
                    <R><Unknown>&e;</Unknown></R>                             | malformed reference or unknown entity at line 1, column 13
                    <R><Unknown>]]></Unknown></R>                             | ']]>' in text at line 1, column 13
                    """)
    void anythingElseIsRejectedAsAnOutput(String xml, String problem) {
        assertNoOutput(CODEC, xml, "XML: " + problem);
    }

    @Test
    void placesAreLinesAndColumns() {
        assertRejected(() -> CODEC.decodeOutput("""
                <Output>
                  <SignalResponse/>
                  <SignalResponse/>
                </Output>
                """), "XML: SignalResponse is given twice at line 3, column 3");
        assertRejected(
                () -> CODEC.decodeOutput("\n<?xml version='1.0'?><R/>"),
                "XML: a processing instruction must not be named xml at line 2, column 3");
        // CR LF and CR end a line, too, and a supplementary character is one column.
        assertRejected(
                () -> CODEC.decodeOutput("<R>\r\n\r\uD83C\uDFAE&"),
                "XML: malformed reference or unknown entity at line 3, column 2");
        assertRejected(
                () -> CODEC.decodeOutput("<!-- - -->\n<!DOCTYPE R><R/>"),
                "XML: a DOCTYPE is not allowed at line 2, column 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <Error><Code>X</Code><Message>a</Message></Error>                                                        | X            | a
                    <ErrorResponse><Error><Code>X</Code><Message>a</Message></Error></ErrorResponse>                         | X            | a
                    <ErrorResponse><Errors><Error><Code>X</Code><Message>a</Message></Error></Errors></ErrorResponse>        | X            | a
                    <R><Response><Errors><Error><Code>X</Code><Message>a</Message></Error></Errors></Response></R>           | X            | a
                    <R><ErrorResponse><Error><Error><Code>X</Code><Message>a</Message></Error></Error></ErrorResponse></R>   | X            | a
                    <ErrorResponse><Code>X</Code><Message>a</Message></ErrorResponse>                                        | X            | a
                    <CreateStreamSessionConnectionResponse><CreateStreamSessionConnectionResult><Error><Code>X</Code><Message>a</Message></Error></CreateStreamSessionConnectionResult></CreateStreamSessionConnectionResponse> | X | a
                    <e:Error xmlns:e="urn:e" e:nil="true"><e:Code>X</e:Code><e:message>a</e:message></e:Error>               | X            | a
                    <AnyRoot><Code>X</Code><Message>a</Message></AnyRoot>                                                    | X            | a
                    <Error><Code>n<!-- - -->s<![CDATA[#]]> X&#58;http://internal/</Code><Message> a </Message></Error>       | X            | ` a `
                    <Error><Code>X</Code><message>no</message><Message>a</Message></Error>                                   | X            | a
                    <Error><Code>X</Code><Message/></Error>                                                                  | X            | ``
                    <Error><Code>X</Code><MESSAGE>no</MESSAGE></Error>                                                       | X            |
                    <Error><Code>X</Code><Detail><Message>no</Message></Detail></Error>                                      | X            |
                    <n:UnknownOperationException xmlns:n="urn:n"/>                                                           | UnknownOperationException |
                    <ThrottlingException><Code>X</Code></ThrottlingException>                                                | X            |
                    <ThrottlingException><Code> </Code></ThrottlingException>                                                | ThrottlingException |
                    <R xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><Code i:nil="true">B</Code><Error><Code>A</Code></Error></R> | A |
                    """)
    void errorsAreRead(String xml, String code, String message) {
        assertError(CODEC, xml, error(code, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `\n<?xml version="1.0"?><Error><Code>A</Code></Error>`   | A |
                    `\uFEFF \uFEFF<?xml version="1.0"?><Error><Code>A</Code></Error>` | A |
                    <Error><Code>A</Code>                                    | A |
                    <Error><Code>A</Code><Message>a                          | A |
                    <Error><Code>A</Code><Message>a</Message                 | A |
                    <Error><Code>A</Code><Message>a<b>b                      | A |
                    <Error><Code>A</Code><Message>a&e;</Message></Error>     | A |
                    <Error><Code>A</Code><Code>B&e;</Code></Error>           | A |
                    <Error><Code>A</Code><!DOCTYPE R></Error>                | A |
                    <Error><Code>A</Code></Error><!DOCTYPE R>                | A |
                    <Error><Code>A</Code></Error> more <x                    | A |
                    <SlowDownException><Message>a</Message><                 | SlowDownException | a
                    """)
    void membersBeforeAMalformedPlaceAreRead(String xml, String code, String message) {
        assertError(CODEC, xml, error(code, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <Error><Code>A</Code                                | the document is cut off at line 1, column 21
                    <Error><Message>&e;</Message><Code>A</Code></Error> | malformed reference or unknown entity at line 1, column 17
                    <ThrottlingException                                | the document is cut off at line 1, column 21
                    x<Error><Code>A</Code></Error>                      | expected '<' at line 1, column 1
                    {"__type":"A"}                                      | expected '<' at line 1, column 1
                    """)
    void anErrorThatIsMalformedBeforeItsCodeIsRejected(String xml, String problem) {
        assertRejected(() -> CODEC.decodeError(xml), "XML: no usable error code: " + problem);
        assertRejected(() -> CODEC.decodeError(xml.getBytes(UTF_8)), "XML: no usable error code: " + problem);
        assertThat(CODEC.decodeError("ConflictException", xml)).isEqualTo(error("ConflictException", null));
    }

    /** Entities could make a short document long, and could read files and addresses. */
    @Test
    void aDoctypeIsRejectedWhateverItHoldsAndNothingOutsideIsRead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("outside.dtd"), "<!ENTITY e 'outside'>");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            for (String outside : new String[] {file.toUri().toString(), url}) {
                for (String declaration : new String[] {
                    "",
                    "[]",
                    "SYSTEM \"" + outside + "\"",
                    "PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"" + outside + "\"",
                    "[<!ENTITY e SYSTEM \"" + outside + "\">]",
                    "[<!ENTITY % p SYSTEM \"" + outside + "\">%p;]",
                    "[<!ENTITY a \"ha\"><!ENTITY e \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]",
                }) {
                    String xml = "<!DOCTYPE R " + declaration + "><R><SignalResponse>&e;</SignalResponse></R>";

                    assertNoOutput(CODEC, xml, "XML: a DOCTYPE is not allowed at line 1, column 1");
                    assertRejected(
                            () -> CODEC.decodeError(xml),
                            "XML: no usable error code: a DOCTYPE is not allowed at line 1, column 1");
                }
            }
            server.setSoTimeout(50);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
