package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

final class CreateStreamSessionConnectionJsonCodecTest {
    private static final CreateStreamSessionConnectionJsonCodec CODEC = CreateStreamSessionConnectionCodec.json();
    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<Arguments> outputs() {
        return Stream.of(
                Arguments.of(output(null), "{}"),
                Arguments.of(output(""), "{\"SignalResponse\":\"\"}"),
                Arguments.of(output("v=0\r\n"), "{\"SignalResponse\":\"v=0\\r\\n\"}"),
                Arguments.of(
                        output("{\"type\":\"answer\"} \\ /"),
                        "{\"SignalResponse\":\"{\\\"type\\\":\\\"answer\\\"} \\\\ /\"}"),
                Arguments.of(output("Grüße, 世界 \uD83C\uDFAE"), "{\"SignalResponse\":\"Grüße, 世界 \uD83C\uDFAE\"}"));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void outputsAreWrittenAndRead(CreateStreamSessionConnectionOutput output, String json) {
        assertThat(CODEC.encode(output)).asString(UTF_8).isEqualTo(json);
        assertThat(CODEC.encodeToString(output)).isEqualTo(json);
        assertThat(CODEC.decodeOutput(json.getBytes(UTF_8))).isEqualTo(output);
        assertThat(CODEC.decodeOutput(json)).isEqualTo(output);
        assertThat(CODEC.toTree(output)).isEqualTo(MAPPER.readTree(json));
        assertThat(CODEC.decodeOutput(CODEC.toTree(output))).isEqualTo(output);
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
                Arguments.of(error("Odd \"code\"", "line\nline"), """
                        {"__type":"Odd \\"code\\"","Message":"line\\nline"}""", """
                        {"error":"Odd \\"code\\"","message":"line\\nline"}"""),
                Arguments.of(error("ExpiredTokenException", null), """
                        {"__type":"ExpiredTokenException"}""", """
                        {"error":"ExpiredTokenException"}"""));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorsAreWrittenAndRead(CreateStreamSessionConnectionError error, String json, String tagged) {
        assertThat(CODEC.encode(error)).asString(UTF_8).isEqualTo(json);
        assertThat(CODEC.encodeToString(error)).isEqualTo(json);
        assertThat(CODEC.decodeError(json.getBytes(UTF_8))).isEqualTo(error);
        assertThat(CODEC.decodeError(json)).isEqualTo(error);
        assertThat(CODEC.toTree(error)).isEqualTo(MAPPER.readTree(json));
        assertThat(CODEC.decodeError(CODEC.toTree(error))).isEqualTo(error);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void taggedErrorsAreWrittenAndRead(CreateStreamSessionConnectionError error, String json, String tagged) {
        assertThat(CODEC.encodeTagged(error)).asString(UTF_8).isEqualTo(tagged);
        assertThat(CODEC.decodeError(tagged.getBytes(UTF_8))).isEqualTo(error);
        assertThat(CODEC.decodeError(tagged)).isEqualTo(error);
        assertThat(CODEC.decodeError(MAPPER.readTree(tagged))).isEqualTo(error);
        assertThat(CODEC.decodeError("ValidationException", tagged))
                .isEqualTo(error("ValidationException", error.message().orElse(null)));
    }

    @Test
    void theContentTypeIsJson() {
        assertThat(CODEC.contentType()).isEqualTo("application/json");
    }

    @Test
    void shapesStandInsideLargerTrees() {
        JsonNode document = MAPPER.createObjectNode()
                .<ObjectNode>set("answer", CODEC.toTree(output("v=0\r\n")))
                .set("failure", CODEC.toTree(error("ConflictException", "busy")));

        JsonNode read = MAPPER.readTree(MAPPER.writeValueAsString(document));

        assertThat(CODEC.decodeOutput(read.get("answer"))).isEqualTo(output("v=0\r\n"));
        assertThat(CODEC.decodeError(read.get("failure"))).isEqualTo(error("ConflictException", "busy"));
        assertThat(CODEC.decodeError("ns#ThrottlingException", read.get("failure")))
                .isEqualTo(error("ThrottlingException", "busy"));
    }

    /** RFC 8259, section 8.2: a lone surrogate has no UTF-8, so only an escape can carry it. */
    @Test
    void loneSurrogatesSurviveAsEscapes() {
        CreateStreamSessionConnectionOutput output = output("a\uD800b\uDC00");

        assertThat(CODEC.encodeToString(output)).isEqualTo("{\"SignalResponse\":\"a\\uD800b\\uDC00\"}");
        assertThat(CODEC.decodeOutput(CODEC.encode(output))).isEqualTo(output);
        assertThat(CODEC.decodeOutput(CODEC.toTree(output))).isEqualTo(output);
        assertThat(CODEC.decodeError(CODEC.encodeTagged(error("Odd\uD800", "\uDC00"))))
                .isEqualTo(error("Odd\uD800", "\uDC00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {
                  "RequestId": "4442587F-B91F-5E8C-8F1B-EF79F6A7D1A8",
                  "Nested": {"SignalResponse": 1, "more": [{}, [], null]},
                  "SignalResponse": "v=0",
                  "Count": 1e400
                }
                """, """
                {"signalResponse": 1, "SIGNALRESPONSE": true, "SignalResponse": "v\\u003d0"}""", "\t\r\n {\"Twice\":1,\"Twice\":2,\"SignalResponse\":\"v=0\"} \t\r\n"})
    void membersThatTheOutputDoesNotHaveAreSkipped(String json) {
        assertThat(CODEC.decodeOutput(json)).isEqualTo(output("v=0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n ", "{}", "{\"SignalResponse\":null}", "{\"signalResponse\":\"v=0\"}"})
    void theSignalResponseMayBeAbsent(String json) {
        assertThat(CODEC.decodeOutput(json)).isEqualTo(output(null));
        assertThat(CODEC.decodeOutput(json.getBytes(UTF_8))).isEqualTo(output(null));
    }

    @Test
    void aMissingNodeIsAsAnEmptyPayload() {
        assertThat(CODEC.decodeOutput(MissingNode.getInstance())).isEqualTo(output(null));
        assertThat(CODEC.decodeError("ConflictException", MissingNode.getInstance()))
                .isEqualTo(error("ConflictException", null));
        assertRefused(
                () -> CODEC.decodeError(MissingNode.getInstance()),
                "JSON: expected an error code, found none in the payload");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"SignalResponse":1}                          | a string or null as SignalResponse | a number        | at line 1, column 19
                    {"SignalResponse":true}                       | a string or null as SignalResponse | a boolean       | at line 1, column 19
                    {"SignalResponse":{"type":"answer"}}          | a string or null as SignalResponse | an object       | at line 1, column 19
                    {"SignalResponse":["v=0"]}                    | a string or null as SignalResponse | an array        | at line 1, column 19
                    {"SignalResponse":"a","SignalResponse":"a"}   | SignalResponse once                | it again        | at line 1, column 40
                    {"SignalResponse":null,"SignalResponse":null} | SignalResponse once                | it again        | at line 1, column 41
                    []                                            | an object                          | an array        | at line 1, column 1
                    "v=0"                                         | an object                          | a string        | at line 1, column 1
                    17                                            | an object                          | a number        | at line 1, column 1
                    true                                          | an object                          | a boolean       | at line 1, column 1
                    null                                          | an object                          | null            | at line 1, column 1
                    {} {}                                         | nothing after the object           | more JSON       | at line 1, column 4
                    {"SignalResponse":"a"} null                   | nothing after the object           | more JSON       | at line 1, column 24
                    {"SignalResponse":"a"}}                       | well-formed JSON                   | a syntax error  | at line 1
                    {SignalResponse:"a"}                          | well-formed JSON                   | a syntax error  | at line 1
                    {'SignalResponse':"a"}                        | well-formed JSON                   | a syntax error  | at line 1
                    {"SignalResponse":"\\q"}                      | well-formed JSON                   | a syntax error  | at line 1
                    {"SignalResponse":NaN}                        | well-formed JSON                   | a syntax error  | at line 1
                    {"Other":01}                                  | well-formed JSON                   | a syntax error  | at line 1
                    // none                                       | well-formed JSON                   | a syntax error  | at line 1
                    {"SignalResponse":"a                          | well-formed JSON                   | the end of      | at line 1
                    {"SignalResponse":"a"                         | well-formed JSON                   | the end of      | at line 1
                    {"Other":[                                    | well-formed JSON                   | the end of      | at line 1
                    """)
    void whatIsNoOutputIsRefused(String json, String expected, String found, String where) {
        assertRefused(() -> CODEC.decodeOutput(json), "JSON: expected " + expected, "found " + found, where);
        assertRefused(
                () -> CODEC.decodeOutput(json.getBytes(UTF_8)), "JSON: expected " + expected, "found " + found, where);
    }

    @Test
    void refusalsCountLinesAndColumns() {
        String json = """
                {
                  "RequestId": "4442587F",
                  "SignalResponse": ["v=0"]
                }
                """;

        assertRefused(
                () -> CODEC.decodeOutput(json),
                "JSON: expected a string or null as SignalResponse, found an array at line 3, column 21");
    }

    @Test
    void treesThatAreNoOutputAreRefused() {
        assertRefused(
                () -> CODEC.decodeOutput(MAPPER.readTree("{\"SignalResponse\":[]}")),
                "JSON: expected a string or null as SignalResponse, found an array in the tree");
        assertRefused(
                () -> CODEC.decodeOutput(StringNode.valueOf("v=0")),
                "JSON: expected an object, found a string in the tree");
        assertRefused(
                () -> CODEC.decodeOutput(NullNode.getInstance()), "JSON: expected an object, found null in the tree");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xC0, 0xED, 0xF8, 0xFF})
    void bytesThatAreNotUtf8AreRefused(int stray) {
        byte[] json = "{\"SignalResponse\":\"?\"}".getBytes(UTF_8);
        json[19] = (byte) stray;

        assertRefused(() -> CODEC.decodeOutput(json), "JSON: expected UTF-8, found other bytes at offset 19");
        assertRefused(() -> CODEC.decodeError("ConflictException", json), "JSON: expected UTF-8", "at offset 19");
    }

    /** RFC 8259, section 8.1: JSON between systems is UTF-8, whatever a parser could guess. */
    @Test
    void otherEncodingsOfUnicodeAreRefused() {
        assertRefused(() -> CODEC.decodeOutput("{\"SignalResponse\":\"v=0\"}".getBytes(UTF_16LE)), "JSON: expected");
    }

    @Test
    void textsWithRawLoneSurrogatesAreRefused() {
        assertRefused(
                () -> CODEC.decodeOutput("{\"SignalResponse\":\"a\uD800\"}"),
                "JSON: expected Unicode text, found a lone surrogate at index 20");
    }

    /** A parser that called itself for each level would not survive this. */
    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(100_000);

        assertRefused(
                () -> CODEC.decodeOutput("{\"Other\":" + deep),
                "at most 500 levels of nesting",
                "more at line 1, column 510");
        assertRefused(
                () -> CODEC.decodeError("{\"details\":" + deep), "levels of nesting", "more at line 1, column 512");
    }

    @Test
    void detailsCountInTheTaggedFormOnly() {
        String json = "{\"details\":{\"Message\":\"a\"}}";

        assertThat(CODEC.decodeError("X", json)).isEqualTo(error("X", null));
        assertThat(CODEC.decodeError("{\"__type\":\"X\",\"error\":\"Y\"," + json.substring(1)))
                .isEqualTo(error("X", null));
    }

    @Test
    void longNamesAreRefused() {
        String json = "{\"" + "n".repeat(20_000) + "\":1}";

        assertRefused(() -> CODEC.decodeOutput(json), "10000 bytes of name", "more at line 1, column ");
    }

    /** As in Jackson's tree model, so that bytes and trees are read alike. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"code":"A","code":"B","Message":"a","Message":"b"}                            | B | b
                    {"code":"A","code":1,"__type":"B","Message":"a","Message":null}                | B |
                    {"error":"B","details":{"Message":"a"},"details":{"Message":"b"}}              | B | b
                    {"error":"B","details":{"Message":"a"},"details":null}                         | B |
                    """)
    void theLastOfTheSameMembersOfAnErrorCounts(String json, String code, String message) {
        assertThat(CODEC.decodeError(json)).isEqualTo(error(code, message));
        assertThat(CODEC.decodeError(MAPPER.readTree(json))).isEqualTo(error(code, message));
    }

    /** Smithy, AWS restJson1, "Operation error serialization": what a client does to find the shape name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"__type":"ConflictException"}                                                       | ConflictException
                    {"__type":"com.amazonaws.gameliftstreams#ConflictException"}                         | ConflictException
                    {"__type":"com.amazonaws.gameliftstreams#ConflictException:http://internal/"}        | ConflictException
                    {"__type":"ConflictException:http://internal/#ThrottlingException"}                  | ConflictException
                    {"__type":"ConflictException,ThrottlingException"}                                   | ConflictException
                    {"__type":"ns# \\t ConflictException \\r\\n : more"}                                 | ConflictException
                    {"__type":"aws.protocoltests#ExpiredTokenException"}                                 | ExpiredTokenException
                    {"__type":"conflictException"}                                                       | conflictException
                    {"code":"ConflictException"}                                                         | ConflictException
                    {"Code":"ConflictException"}                                                         | ConflictException
                    {"error":"ConflictException"}                                                        | ConflictException
                    {"error":"ThrottlingException","__type":"ConflictException"}                         | ConflictException
                    {"__type":"ThrottlingException","code":"ConflictException"}                          | ConflictException
                    {"__type":"ThrottlingException","Code":"ConflictException"}                          | ConflictException
                    {"code":503,"__type":"ConflictException"}                                            | ConflictException
                    {"code":null,"Code":{"code":"X"},"__type":["X"],"error":"ConflictException"}         | ConflictException
                    {"code":"","Code":"ns#","__type":":http://internal/","error":"ConflictException"}    | ConflictException
                    {"code":" \\t\\n","Code":"a# ,b","__type":"ConflictException"}                       | ConflictException
                    {"details":{"code":"ThrottlingException"},"error":"ConflictException"}               | ConflictException
                    """)
    void theCodeIsFoundAndCleaned(String json, String code) {
        assertThat(CODEC.decodeError(json)).isEqualTo(error(code, null));
        assertThat(CODEC.decodeError(json.getBytes(UTF_8))).isEqualTo(error(code, null));
        assertThat(CODEC.decodeError(MAPPER.readTree(json))).isEqualTo(error(code, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"__type":"X","Message":"a","message":"b","errorMessage":"c"}      | a
                    {"errorMessage":"c","message":"b","Message":"a","__type":"X"}      | a
                    {"__type":"X","message":"b","errorMessage":"c"}                    | b
                    {"__type":"X","errorMessage":"c"}                                  | c
                    {"__type":"X","Message":null,"message":17,"errorMessage":"c"}      | c
                    {"__type":"X","Message":{"message":"no"},"message":"b"}            | b
                    {"__type":"X","Message":"","message":"b"}                          | ``
                    {"__type":"X","Message":" a "}                                     | ` a `
                    {"__type":"X","MESSAGE":"no"}                                      |
                    {"__type":"X","Message":["no"]}                                    |
                    {"error":"X","details":{"Message":"a"}}                            | a
                    {"details":{"message":"b"},"error":"X"}                            | b
                    {"error":"X","details":{"Message":{"Message":"no"}}}               |
                    {"error":"X","details":"no"}                                       |
                    {"__type":"X","other":{"Message":"no"}}                            |
                    """)
    void theMessageIsTheFirstThatIsAString(String json, String message) {
        assertThat(CODEC.decodeError(json)).isEqualTo(error("X", message));
        assertThat(CODEC.decodeError(MAPPER.readTree(json))).isEqualTo(error("X", message));
        assertThat(CODEC.decodeError("ConflictException", json)).isEqualTo(error("ConflictException", message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ConflictException",
                " ConflictException ",
                "com.amazonaws.gameliftstreams#ConflictException:http://internal/",
                "ConflictException,ThrottlingException"
            })
    void theCallersCodeIsCleanedAndWins(String code) {
        String json = "{\"code\":\"ThrottlingException\",\"Message\":\"busy\"}";

        assertThat(CODEC.decodeError(code, json)).isEqualTo(error("ConflictException", "busy"));
        assertThat(CODEC.decodeError(code, json.getBytes(UTF_8))).isEqualTo(error("ConflictException", "busy"));
        assertThat(CODEC.decodeError(code, MAPPER.readTree(json))).isEqualTo(error("ConflictException", "busy"));
        assertThat(CODEC.decodeError(code, "{}")).isEqualTo(error("ConflictException", null));
        assertThat(CODEC.decodeError(code, "")).isEqualTo(error("ConflictException", null));
        assertThat(CODEC.decodeError(code, " \r\n")).isEqualTo(error("ConflictException", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\r\n",
                "{}",
                "{\"Message\":\"busy\"}",
                "{\"CODE\":\"ConflictException\"}",
                "{\"code\":409,\"__type\":\"#\",\"error\":{\"code\":\"ConflictException\"}}"
            })
    void anErrorWithoutCodeIsRefused(String json) {
        assertRefused(() -> CODEC.decodeError(json), "JSON: expected an error code, found none");
        assertRefused(() -> CODEC.decodeError(json.getBytes(UTF_8)), "JSON: expected an error code, found none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"ConflictException\"", "null", "409", "{\"code\":", "<html/>", "{\"code\":\"X\"}}"})
    void whatIsNoErrorIsRefusedEvenWithTheCallersCode(String json) {
        assertRefused(() -> CODEC.decodeError(json), "JSON: expected ", ", found ", " at line 1, column ");
        assertRefused(
                () -> CODEC.decodeError("ConflictException", json),
                "JSON: expected ",
                ", found ",
                " at line 1, column ");
    }

    private static void assertRefused(ThrowingCallable decode, String... parts) {
        assertThatThrownBy(decode)
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
}
