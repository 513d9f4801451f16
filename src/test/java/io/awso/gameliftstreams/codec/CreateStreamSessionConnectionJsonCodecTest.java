package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertError;
import static io.awso.gameliftstreams.Fixtures.assertNoOutput;
import static io.awso.gameliftstreams.Fixtures.assertOutput;
import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.assertWrittenAndRead;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateStreamSessionConnectionJsonCodecTest {
    private static final CreateStreamSessionConnectionJsonCodec CODEC = CreateStreamSessionConnectionCodec.json();

    static Stream<Arguments> outputs() {
        return Stream.of(
                Arguments.of(output(null), "{}"),
                Arguments.of(output(""), "{\"SignalResponse\":\"\"}"),
                Arguments.of(output("v=0\r\n"), "{\"SignalResponse\":\"v=0\\r\\n\"}"),
                Arguments.of(
                        output("{\"type\":\"answer\"} \\ /"),
                        "{\"SignalResponse\":\"{\\\"type\\\":\\\"answer\\\"} \\\\ /\"}"),
                // RFC 8259, section 8.2: UTF-8 cannot carry a lone surrogate, so only an escape can.
                Arguments.of(output("a\uD800b\uDC00"), "{\"SignalResponse\":\"a\\uD800b\\uDC00\"}"),
                Arguments.of(output("Grüße, 世界 \uD83C\uDFAE"), "{\"SignalResponse\":\"Grüße, 世界 \uD83C\uDFAE\"}"));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void outputsAreWrittenAndRead(CreateStreamSessionConnectionOutput output, String json) {
        assertWrittenAndRead(CODEC, output, json);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(error("ThrottlingException", "slow down"), """
                        {"__type":"ThrottlingException","Message":"slow down"}""", """
                        {"error":"ThrottlingException","details":{"Message":"slow down"}}"""),
                Arguments.of(error("ConflictException", ""), """
                        {"__type":"ConflictException","Message":""}""", """
                        {"error":"ConflictException","details":{"Message":""}}"""),
                Arguments.of(error("AccessDeniedException", null), """
                        {"__type":"AccessDeniedException"}""", """
                        {"error":"AccessDeniedException","details":{}}"""),
                Arguments.of(error("Odd.$/-_1", "\"line\"\nline\uDC00"), """
                        {"__type":"Odd.$/-_1","Message":"\\"line\\"\\nline\\uDC00"}""", """
                        {"error":"Odd.$/-_1","message":"\\"line\\"\\nline\\uDC00"}"""),
                Arguments.of(error("ExpiredTokenException", null), """
                        {"__type":"ExpiredTokenException"}""", """
                        {"error":"ExpiredTokenException"}"""));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorsAreWrittenAndRead(CreateStreamSessionConnectionError error, String json, String tagged) {
        assertWrittenAndRead(CODEC, error, json);
        assertThat(CODEC.encodeTagged(error)).asString(UTF_8).isEqualTo(tagged);
        assertError(CODEC, tagged, error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"SignalResponse":"v\\u003d0"}                                     | v=0
                    {"Signal\\u0052esponse":"v=0"}                                     | v=0
                    {"signalResponse":1,"SIGNALRESPONSE":true,"SignalResponse":"v=0"}  | v=0
                    {"a":{"SignalResponse":1},"SignalResponse":"v=0","b":[1e400,{}]}   | v=0
                    {"Twice":1,"Twice":2,"SignalResponse":"v=0"}                       | v=0
                    {"code":"X","error":{"code":"Y"},"SignalResponse":"v=0"}           | v=0
                    {"SignalResponse":null}                                            |
                    {"signalResponse":"v=0"}                                           |
                    \uFEFF{}                                                           |
                    {"code":503,"message":"busy"}                                      |
                    {"__type":"CreateStreamSessionConnectionResponse"}                 |
                    {"code":"aws#CreateStreamSessionConnectionOutput"}                 |
                    """)
    void outputsAreReadAndUnknownMembersSkipped(String json, String signalResponse) {
        assertOutput(CODEC, json, output(signalResponse));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"SignalResponse":1}                          | SignalResponse is a number, expected a string or null, at line 1, column 19
                    {"SignalResponse":true}                       | SignalResponse is a boolean, expected a string or null, at line 1, column 19
                    {"SignalResponse":{"type":"answer"}}          | SignalResponse is an object, expected a string or null, at line 1, column 19
                    {"SignalResponse":["v=0"]}                    | SignalResponse is an array, expected a string or null, at line 1, column 19
                    {"SignalResponse":"a","SignalResponse":null}  | SignalResponse is given twice at line 1, column 40
                    []                                            | expected an object at line 1, column 1
                    // none                                       | expected an object at line 1, column 1
                    {} {}                                         | expected nothing after the object at line 1, column 4
                    {SignalResponse:"a"}                          | expected a member name in quotes at line 1, column 2
                    {"SignalResponse":"a",}                       | expected a member name in quotes at line 1, column 23
                    {"SignalResponse" "a"}                        | expected ':' at line 1, column 19
                    {"SignalResponse":"a" "b"}                    | expected ',' or '}' at line 1, column 23
                    {"Other":[1}                                  | expected ',' or ']' at line 1, column 12
                    {"SignalResponse":'a'}                        | expected a value at line 1, column 19
                    {"Other":}                                    | expected a value at line 1, column 10
                    {"é":}                                        | expected a value at line 1, column 6
                    {"Other":01}                                  | expected ',' or '}' at line 1, column 11
                    {"Other":-}                                   | expected a digit at line 1, column 11
                    {"SignalResponse":"\\q"}                      | malformed escape at line 1, column 20
                    {"SignalResponse":"\\u0041                    | expected a closing quote at line 1, column 26
                    {"SignalResponse":"v=0\7"}                    | control character in a string at line 1, column 23
                    {"SignalResponse":"a                          | expected a closing quote at line 1, column 21
                    {"SignalResponse":"a"                         | expected ',' or '}' at line 1, column 22
                    """)
    void anythingElseIsRejectedAsAnOutput(String json, String problem) {
        assertNoOutput(CODEC, json, "JSON: " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void placesAreLinesAndColumns(String lineEnd) {
        String json = String.join(lineEnd, "{", "  \"Größe\": 1,", "  \"SignalResponse\": [\"v=0\"]", "}");

        assertRejected(
                () -> CODEC.decodeOutput(json),
                "JSON: SignalResponse is an array, expected a string or null, at line 3, column 21");
        assertRejected(
                () -> CODEC.decodeOutput("{" + lineEnd), "JSON: expected a member name in quotes at line 2, column 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"__type":"X","message":42\t}         | 42
                    {"__type":"X","message":-0.10E+2}     | -0.10E+2
                    {"__type":"X","message":01}           |
                    {"__type":"X","message":falsehood}    |
                    {"__type":"X","message":42            |
                    """)
    void aMessageMayBeAnyCompleteNumber(String json, String message) {
        assertError(CODEC, json, error("X", message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"__type":"InternalServerException"                         | InternalServerException |
                    {"Message":"Oops","__type":"InternalServerException","a":x  | InternalServerException | Oops
                    {"__type":"InternalServerException","Message":"Oops","      | InternalServerException | Oops
                    {"__type":"InternalServerException","Message":42            | InternalServerException |
                    {"__type":"InternalServerException","Message":true          | InternalServerException |
                    {"__type":"InternalServerException","Message":42,           | InternalServerException | 42
                    {"__type":"A","__type":"B                                   | A                       |
                    {"a":[{"b":"\\u00x0"}],"__type":"B"}                        |                         |
                    {"__type":"X","message":"m\\u004"}                          | X                       |
                    {"__type":"X","message":"m\\u                               | X                       |
                    {"__type":"X","message":"m\\                                | X                       |
                    {"Error":{"Code":"X","Message":"m","a":                     | X                       | m
                    {"__type":"X","message":"m"},"__type":"Y"}                  | X                       | m
                    {"__type":"X","details":{"Message":"m"                      | X                       | m
                    """)
    void membersBeforeAMalformedPlaceAreRead(String json, String code, String message) {
        ErrorDocument document = CODEC.readErrorDocument(json.getBytes(UTF_8));

        assertThat(document.code()).isEqualTo(Optional.ofNullable(code));
        assertThat(document.message()).isEqualTo(Optional.ofNullable(message));
    }

    @Test
    void rawControlCharactersInAnErrorAreRead() {
        assertThat(CODEC.decodeError("{\"__type\":\"ConflictException\",\"message\":\"line\nline\u0000\u001B\t\"}"))
                .isEqualTo(error("ConflictException", "line\nline\u0000\u001B\t"));
    }

    /** API Gateway's {@code $util.escapeJavaScript} writes the first of these. An output must be JSON, though. */
    @ParameterizedTest
    @ValueSource(
            strings = {"The player\\'s session", "\\x41\\v\\U0041", "\\é\\世\\\uD83C\uDFAE", "\\\n\\\0\\\u0001", "\\ "})
    void aBackslashBeforeAnyOtherCharacterOfAnErrorIsSkipped(String escaped) {
        String json = "{\"a\":[\"" + escaped + "\"],\"__type\":\"X\",\"message\":\"" + escaped + "\"}";

        assertThat(CODEC.decodeError(json)).isEqualTo(error("X", escaped.replace("\\", "")));
        assertThatThrownBy(() -> CODEC.decodeOutput("{\"SignalResponse\":\"" + escaped + "\"}"))
                .isExactlyInstanceOf(CodecException.class)
                .hasMessageStartingWith("JSON: malformed escape at line 1, column ");
    }

    @Test
    void aBackslashBeforeBytesThatAreNotUtf8IsSkipped() {
        byte[] json = "{\"c\\ode\":\"X\",\"message\":\"a\\ÿ\"}".getBytes(ISO_8859_1);

        assertThat(CODEC.decodeError(json)).isEqualTo(error("X", "a\uFFFD"));
    }

    @Test
    void bytesThatAreNotUtf8AreReplacementCharactersInAnError() {
        byte[] json = "{\"__type\":\"ConflictException\",\"message\":\"läuft\"}".getBytes(ISO_8859_1);

        assertThat(CODEC.decodeError(json)).isEqualTo(error("ConflictException", "l\uFFFDuft"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    []                    | expected an object at line 1, column 1
                    "ConflictException"   | expected an object at line 1, column 1
                    <html/>               | expected an object at line 1, column 1
                    {"code":              | expected a value at line 1, column 9
                    {"a":1 "code":"X"}    | expected ',' or '}' at line 1, column 8
                    """)
    void whatIsNotAnErrorDocumentNeedsTheCallersCode(String json, String problem) {
        assertRejected(() -> CODEC.decodeError(json), "JSON: no usable error code: " + problem);
        assertThat(CODEC.decodeError("ConflictException", json)).isEqualTo(error("ConflictException", null));
    }
}
