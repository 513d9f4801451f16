package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertOutput;
import static io.awso.gameliftstreams.Fixtures.codecOf;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule for the code, the message and the request id of an error document, which is the same in every format. */
final class DocumentTest {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final CreateStreamSessionConnectionXmlCodec XML = CreateStreamSessionConnectionCodec.xml();

    /** How services, front ends, gateways and frameworks write errors. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    {"__type":"com.amazonaws.gameliftstreams#ConflictException:http://internal/","message":"Busy"} | ConflictException | Busy | -
                    {"code":"ConflictException","message":"Busy","requestId":"7f3c"}                               | ConflictException | Busy | 7f3c
                    {"Error":{"Code":"ExpiredToken","Message":"Expired"},"RequestId":"7f3c"}                       | ExpiredToken | Expired | 7f3c
                    {"Error":{"Code":"ExpiredToken"},"ResponseMetadata":{"RequestId":"7f3c"}}                      | ExpiredToken | - | 7f3c
                    {"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}     | UnknownOperationException | - | -
                    {"error":"ConflictException","details":{"Message":"Busy"}}                                     | ConflictException | Busy | -
                    {"error":"ServiceQuotaExceededException","message":"Too many"}                                 | ServiceQuotaExceededException | Too many | -
                    {"error":"invalid_token","error_description":"Expired"}                                        | invalid_token | Expired | -
                    {"error":{"code":"SlowDown","message":"Busy"}}                                                 | SlowDown | Busy | -
                    {"error":{"code":429,"message":"Busy"}}                                                        | - | Busy | -
                    {"fault":{"code":900901,"message":"Invalid Credentials"}}                                      | - | Invalid Credentials | -
                    {"type":"about:blank","title":"Invalid request","status":400}                                  | - | Invalid request | -
                    {"title":"Invalid request","detail":"No offer"}                                                | - | No offer | -
                    {"error":"Session #42 is busy"}                                                                | - | Session #42 is busy | -
                    {"error":"not allowed: try POST"}                                                              | - | not allowed: try POST | -
                    {"errorMessage":"Task timed out","requestId":"7f3c"}                                           | - | Task timed out | 7f3c
                    {"Message":"Missing Authentication Token"}                                                     | - | Missing Authentication Token | -
                    <ErrorResponse><Error><Type>Sender</Type><Code>SlowDown</Code><Message>Busy</Message></Error><RequestId>7f3c</RequestId></ErrorResponse> | SlowDown | Busy | 7f3c
                    <Response><Errors><Error><Code>SlowDown</Code><Message>Busy</Message></Error></Errors><RequestID>7f3c</RequestID></Response> | SlowDown | Busy | 7f3c
                    <Error><Code>SlowDown</Code><Message>Busy</Message><RequestId>7f3c</RequestId></Error>          | SlowDown | Busy | 7f3c
                    <AccessDeniedException><Message>No</Message></AccessDeniedException>                            | AccessDeniedException | No | -
                    <CreateStreamSessionConnectionResponse><CreateStreamSessionConnectionResult><Code>SlowDown</Code></CreateStreamSessionConnectionResult><ResponseMetadata><RequestId>7f3c</RequestId></ResponseMetadata></CreateStreamSessionConnectionResponse> | SlowDown | - | 7f3c
                    Code=SlowDown&Message=Busy&RequestId=7f3c                                                       | SlowDown | Busy | -
                    """)
    void documentsOfManySendersAreRead(String document, String code, String message, String requestId) {
        assertSays(document, code, message, requestId);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # the root comes first, whatever comes before its code
                    {"error":{"code":"B"},"code":"A"}                                            | A | - | -
                    <R><Error><Code>B</Code></Error><Code>A</Code></R>                           | A | - | -
                    # then the places as they begin, also if their code comes after one inside them
                    {"error":{"code":"A"},"Error":{"Code":"B"}}                                  | A | - | -
                    {"Error":{"Error":{"Code":"B"},"Code":"A"},"error":{"code":"C"}}             | A | - | -
                    {"error":{"fault":{"code":"A"}},"Error":{"Code":"B"}}                        | A | - | -
                    {"Output":{"a":1},"details":{"__type":"A"},"Error":{"Code":"B"}}             | A | - | -
                    {"Error":{"Code":"A"},"Error":{"Code":"B"}}                                  | A | - | -
                    {"error":{"code":7},"error":{"code":"A"}}                                    | A | - | -
                    <R><Error><Error><Code>B</Code></Error><Code>A</Code></Error></R>            | A | - | -
                    <R><Errors><Error><Code>A</Code></Error></Errors><Error><Code>B</Code></Error></R> | A | - | -
                    <R><Error><Code> </Code></Error><Error><Code>A</Code></Error></R>            | A | - | -
                    # any place may have any of the names
                    {"details":{"code":"A","Message":"a","RequestId":"1"}}                       | A | a | 1
                    {"Output":{"error":"A","detail":"a","requestId":"1"}}                        | A | a | 1
                    {"ResponseMetadata":{"Code":"A"}}                                            | A | - | -
                    # objects in arrays, and in objects that are not places, are not places
                    {"errors":[{"code":"A"}],"error":[{"code":"A","message":"a"}]}               | - | - | -
                    {"other":{"error":{"code":"A"}},"Result":{"Error":{"Code":"A"}}}             | - | - | -
                    {"ERROR":{"code":"A"},"Details":{"code":"A"},"output":{"code":"A"}}          | - | - | -
                    <R><Detail><Error><Code>A</Code></Error></Detail><error><Code>A</Code></error></R> | - | - | -
                    <R><Body><ErrorResponse><Code>A</Code></ErrorResponse></Body></R>            | - | - | -
                    # a root that is an exception has a code if no place has one
                    <AException><Message>a</Message></AException>                                | AException | a | -
                    <x:AException xmlns:x='u'><Error><Code>B</Code></Error></x:AException>       | B | - | -
                    <AException><Code>#</Code><Error><Message>a</Message></Error></AException>   | AException | a | -
                    <R><AException/></R>                                                         | - | - | -
                    <Exceptions/>                                                                | - | - | -
                    <Exception/>                                                                 | Exception | - | -
                    """)
    void theFirstPlaceWithAUsableCodeGivesIt(String document, String code, String message, String requestId) {
        assertSays(document, code, message, requestId);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # the place of the code
                    {"error":{"code":"A","message":"a"},"message":"b"}                           | A | a | -
                    {"message":"b","error":{"message":"a","code":"A"}}                           | A | a | -
                    {"error":{"message":"b"},"details":{"message":"c"},"code":"A","message":"a"} | A | a | -
                    <R><Message>b</Message><Error><Code>A</Code><Message>a</Message></Error></R> | A | a | -
                    # or else the first place with a message and no usable code
                    {"error":{"code":"A"},"message":"a"}                                         | A | a | -
                    {"code":"A","error":{"message":"a"},"details":{"message":"b"}}               | A | a | -
                    {"code":"A","Error":{"error":{"message":"b"},"message":"a"}}                 | A | a | -
                    {"code":"A","error":{"code":"B","message":"b"},"details":{"message":"a"}}    | A | a | -
                    {"code":"A","error":{"code":"B","message":"b"}}                              | A | - | -
                    {"code":"A","error":{"message":"b","code":"B"},"Error":{"code":"#","message":"a"}} | A | a | -
                    {"code":"A","Output":{"message":"a"}}                                        | A | a | -
                    <R><Error><Message>a</Message></Error><Error><Code>A</Code></Error></R>      | A | a | -
                    <R><Error><Message>b</Message></Error><Error><Code>A</Code></Error><Message>a</Message></R> | A | a | -
                    <R><Error><Code>A</Code></Error><Error><Code>B</Code><Message>b</Message></Error></R> | A | - | -
                    # or the first one of all, if there is no code
                    {"error":{"message":"b"},"message":"a"}                                      | - | a | -
                    {"Error":{"a":1},"error":{"message":"a"},"details":{"message":"b"}}          | - | a | -
                    <R><Error><Message>a</Message></Error><Error><Message>b</Message></Error></R> | - | a | -
                    # a blank message is one
                    {"code":"A","message":"","details":{"message":"b"}}                          | A | '' | -
                    {"error":"A","details":{"Message":" "},"Error":{"Message":"b"}}              | A | ' ' | -
                    """)
    void theMessageIsThatOfTheSamePlaceOrElseOfAPlaceWithoutCode(
            String document, String code, String message, String requestId) {
        assertSays(document, code, message, requestId);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    {"error":"D","__type":"C","Code":"B","code":"A"}                             | A | - | -
                    {"error":"D","__type":"C","Code":"A"}                                        | A | - | -
                    {"error":"D","__type":"A"}                                                   | A | - | -
                    {"title":"f","detail":"e","error_description":"d","errorMessage":"c","message":"b","Message":"a"} | - | a | -
                    {"title":"f","detail":"e","error_description":"d","errorMessage":"c","message":"b"}  | - | b | -
                    {"title":"f","detail":"e","error_description":"d","errorMessage":"c"}        | - | c | -
                    {"title":"f","detail":"e","error_description":"d"}                           | - | d | -
                    {"title":"f","detail":"e"}                                                   | - | e | -
                    {"error":"g g","title":"f"}                                                  | - | f | -
                    {"requestId":"c","RequestID":"b","RequestId":"a"}                            | - | - | a
                    {"requestId":"c","RequestID":"b"}                                            | - | - | b
                    {"requestId":"c"}                                                            | - | - | c
                    <R><message>b</message><Message>a</Message><RequestID>d</RequestID><RequestId>c</RequestId></R> | - | a | c
                    # of a name given twice, the last usable value counts
                    {"code":"B","code":"A","code":7,"code":"# ","code":null}                     | A | - | -
                    {"Message":"b","Message":"a","Message":null,"Message":[1],"Message":{}}      | - | a | -
                    {"Message":"b","Message":2}                                                  | - | 2 | -
                    {"RequestId":"b","RequestId":"a","RequestId":7,"RequestId":"b b"}            | - | - | a
                    <R><Code>B</Code><Code>A</Code><Code>b<b/></Code><Message>b</Message><Message>a</Message></R> | A | a | -
                    Code=B&Code=A&Code=%23&Message=b&Message=a                                   | A | a | -
                    # names are case-sensitive, and each is of one thing only
                    {"CODE":"A","__Type":"A","MESSAGE":"a","requestid":"1","RequestType":"1"}    | - | - | -
                    {"message":"A","RequestId":"A"}                                              | - | A | A
                    <R><code>A</code><MESSAGE>a</MESSAGE><requestId>1</requestId><errorMessage>a</errorMessage></R> | - | - | -
                    code=A&message=a&RequestId=1                                                 | - | - | -
                    # a member of the wrong type is absent, but a message may be a number or a boolean
                    {"code":409,"Code":true,"__type":["A"],"error":null}                         | - | - | -
                    {"Message":{"message":"b"},"message":["b"],"errorMessage":null,"detail":-0.10E+2} | - | -0.10E+2 | -
                    {"code":"A","message":false,"requestId":17}                                  | A | false | -
                    {"error":42,"details":"no"}                                                  | - | - | -
                    """)
    void earlierNamesAndLaterValuesTakePrecedenceWithinAPlace(
            String document, String code, String message, String requestId) {
        assertSays(document, code, message, requestId);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    {"Message":"","message":"a"}                                                 | - | a | -
                    {"message":"a","Message":" \\t\\r\\n"}                                       | - | a | -
                    {"Message":"a","Message":" "}                                                | - | a | -
                    {"Message":" ","title":"a"}                                                  | - | a | -
                    {"Message":" ","error":"a b"}                                                | - | a b | -
                    {"error":"A b: c","detail":""}                                               | - | A b: c | -
                    {"title":"","Message":" "}                                                   | - | ' ' | -
                    {"Message":"  ","Message":" "}                                               | - | ' ' | -
                    {"Message":"","error":"A"}                                                   | A | '' | -
                    {"Message":"\\u00A0","message":"a"}                                          | - | \u00A0 | -
                    <R><Message> </Message><message>a</message></R>                              | - | a | -
                    <R><Message/></R>                                                            | - | '' | -
                    Code=A&Message=a&Message=+                                                   | A | a | -
                    Code=A&Message                                                               | A | '' | -
                    """)
    void aBlankMessageCountsOnlyIfThePlaceHasNoOther(String document, String code, String message, String requestId) {
        assertSays(document, code, message, requestId);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    {"error":"Bad Request"}                                                      | - | Bad Request | -
                    {"error":" Bad\\tRequest\\n"}                                                | - | ' Bad\tRequest\n' | -
                    {"error":"See ticket #42"}                                                   | - | See ticket #42 | -
                    {"error":"ns#Busy : try later"}                                              | Busy | 'ns#Busy : try later' | -
                    {"error":"Busy: try later","message":"m"}                                    | Busy | m | -
                    {"error":"Busy: try later","error":"A"}                                      | A | 'Busy: try later' | -
                    {"error":" Busy "}                                                           | Busy | - | -
                    {"error":"Busy"}                                                             | Busy | - | -
                    {"error":"\\u00E9"}                                                          | - | - | -
                    {"error":"a\\u00A0b"}                                                        | - | - | -
                    {"error":{"error":"Bad Request"}}                                            | - | Bad Request | -
                    {"code":"Bad Request","__type":"Not a code"}                                 | - | - | -
                    <Error><Code>Bad Request</Code></Error>                                      | - | - | -
                    Code=Bad+Request                                                             | - | - | -
                    """)
    void aSentenceInErrorIsAMessage(String document, String code, String message, String requestId) {
        assertSays(document, code, message, requestId);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    {"error":{"code":"A","RequestId":"2"},"requestId":"1"}                       | A | - | 1
                    {"Error":{"RequestId":"1"},"ResponseMetadata":{"RequestId":"2"}}             | - | - | 1
                    {"RequestId":"not usable","details":{"requestId":" 1, 2"}}                   | - | - | 1
                    <R><RequestId>a b</RequestId><Error><RequestID> 1 </RequestID></Error></R>   | - | - | 1
                    """)
    void theFirstPlaceWithAUsableRequestIdGivesIt(String document, String code, String message, String requestId) {
        assertSays(document, code, message, requestId);
    }

    /** What a document says does not depend on how it is read. */
    private static void assertSays(String document, String code, String message, String requestId) {
        assertThat(codecOf(document).readErrorDocument(document.getBytes(UTF_8)))
                .isEqualTo(new ErrorDocument(
                        Optional.ofNullable(code), Optional.ofNullable(message), Optional.ofNullable(requestId)));
        for (Function<String, CreateStreamSessionConnectionError> reader : readers(document)) {
            assertThat(reader.apply("ns#Known:x")).isEqualTo(error("Known", message));
            if (code != null) {
                assertThat(reader.apply("")).isEqualTo(error(code, message));
            } else {
                assertThatThrownBy(() -> reader.apply(""))
                        .isExactlyInstanceOf(CodecException.class)
                        .hasMessageContaining(": no usable error code")
                        .hasNoCause();
            }
        }
    }

    /** Returns what reads a document for a code that the caller gives: from text, bytes and other parsers. */
    private static List<Function<String, CreateStreamSessionConnectionError>> readers(String document) {
        CreateStreamSessionConnectionCodec codec = codecOf(document);
        List<Function<String, CreateStreamSessionConnectionError>> readers = new ArrayList<>();
        readers.add(code -> codec.decodeError(code, document));
        readers.add(code -> codec.decodeError(code, document.getBytes(UTF_8)));
        if (codec == JSON) {
            readers.add(code -> JSON.decodeError(code, MemberReaderTest.read(document)));
        } else if (codec == XML) {
            readers.add(code -> XML.decodeError(code, CreateStreamSessionConnectionXmlCursorTest.atRoot(document)));
        }
        return readers;
    }

    /** Each is cut off in a place inside another one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    {"requestId":"1","error":{"code":"A","message":"a"                   | A | a | 1
                    {"code":"A","error":{"message":"a","details":{"message":"b","x       | A | a | -
                    {"message":"b","Error":{"Code":"A","error":{"code":"B","message":"b" | A | b | -
                    {"Error":{"error":{"code":"B"},"Code":"A                             | B | - | -
                    {"Error":{"error":{"code":"B"},"Code":"A"                            | A | - | -
                    <R><RequestId>1</RequestId><Error><Code>A</Code><Message>a</Message>  | A | a | 1
                    <R><Message>a</Message><Error><Code>A</Code><Message>b               | A | a | -
                    <AException><Error><Message>a</Message><Code>B                       | AException | a | -
                    """)
    void aDocumentThatIsCutOffSaysWhatWasCompleteBefore(
            String document, String code, String message, String requestId) {
        assertThat(codecOf(document).readErrorDocument(document.getBytes(UTF_8)))
                .isEqualTo(new ErrorDocument(
                        Optional.of(code), Optional.ofNullable(message), Optional.ofNullable(requestId)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"Error":    | {"Code":"A"}   | }
                    <Error>      | <Code>A</Code> | </Error>
                    """)
    void placesDeeperThanSixteenAreSkipped(String start, String code, String end) {
        String root = start.startsWith("{") ? "" : "<R>";
        String rootEnd = root.isEmpty() ? "" : "</R>";
        CreateStreamSessionConnectionCodec codec = codecOf(start);
        String deepest = root + start.repeat(16) + code + end.repeat(16) + rootEnd;
        String tooDeep = root + start.repeat(17) + code + end.repeat(17) + rootEnd;

        assertThat(codec.decodeError(deepest)).isEqualTo(error("A", null));
        assertThat(codec.readErrorDocument(tooDeep.getBytes(UTF_8)).code()).isEmpty();
        assertOutput(codec, tooDeep.replace("R>", "CreateStreamSessionConnectionOutput>"), output(null));
        assertThatThrownBy(() -> codec.decodeOutput(deepest.replace("R>", "CreateStreamSessionConnectionOutput>")))
                .hasMessageContaining("expected an output, found an error document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"__type\":\"InternalServerException\",\"message\":\"Oops\"}",
                "{\"code\":\"X\",\"SignalResponse\":null}",
                "{\"error\":\"ThrottlingException\",\"details\":{\"Message\":\"slow down\"}}",
                "{\"Error\":{\"Code\":\"ExpiredToken\"},\"RequestId\":\"7f3c\"}",
                "{\"Output\":{\"__type\":\"a#UnknownOperationException\"},\"Version\":\"1.0\"}",
                "{\"fault\":{\"details\":{\"code\":\"X\"}}}",
                // Not usable, but not blank: somebody reports an error.
                "{\"error\":\"Session #42 is busy\"}",
                "{\"code\":\"\u00E9\"}",
                "{\"code\":\"#\"}",
                "{\"code\":\"X\",\"code\":\"CreateStreamSessionConnectionOutput\"}",
                "{\"code\":\"CreateStreamSessionConnectionOutput\",\"__type\":\"X\"}",
                "{\"code\":\"CreateStreamSessionConnectionOutput\",\"error\":{\"code\":\"X\"}}",
                "<CreateStreamSessionConnectionOutput><Code>X</Code></CreateStreamSessionConnectionOutput>",
                "<AccessDeniedException><Message>No</Message></AccessDeniedException>",
                "<R><Code>X</Code><SignalResponse i:nil='true' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'/></R>",
                "<CreateStreamSessionConnectionOutput><Error><Code>#</Code></Error></CreateStreamSessionConnectionOutput>",
                "<CreateStreamSessionConnectionResponse><CreateStreamSessionConnectionResult><Code>X</Code></CreateStreamSessionConnectionResult></CreateStreamSessionConnectionResponse>",
                "Code=X",
                "Code=Bad+Request",
                "Code=CreateStreamSessionConnectionOutput&Code=X",
            })
    void anErrorIsNeverAnEmptySuccess(String document) {
        assertThatThrownBy(() -> codecOf(document).decodeOutput(document))
                .isExactlyInstanceOf(CodecException.class)
                .hasMessageContaining(": expected an output, found an error document at ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"__type\":\"CreateStreamSessionConnectionResponse\"}",
                "{\"code\":\"aws#CreateStreamSessionConnectionOutput:x\",\"error\":\" \",\"message\":\"OK\"}",
                "{\"code\":503,\"Code\":null,\"__type\":\"\",\"message\":\"busy\"}",
                "{\"errors\":[{\"code\":\"X\"}],\"other\":{\"code\":\"X\"}}",
                "<CreateStreamSessionConnectionOutput><Code>CreateStreamSessionConnectionOutput</Code><Code> </Code></CreateStreamSessionConnectionOutput>",
                "<CreateStreamSessionConnectionResult><Message>OK</Message></CreateStreamSessionConnectionResult>",
                // Neither of these is where an output has its members.
                "<CreateStreamSessionConnectionOutput><Error><SignalResponse>a</SignalResponse></Error></CreateStreamSessionConnectionOutput>",
                "<CreateStreamSessionConnectionOutput><Error><CreateStreamSessionConnectionResult><SignalResponse>a</SignalResponse></CreateStreamSessionConnectionResult></Error></CreateStreamSessionConnectionOutput>",
                "{\"CreateStreamSessionConnectionResult\":{\"SignalResponse\":\"a\"}}",
                "<CreateStreamSessionConnectionResponse><Code>X<b/></Code></CreateStreamSessionConnectionResponse>",
                "Code=CreateStreamSessionConnectionResponse&Code=+",
            })
    void aDocumentWithoutACodeIsAnOutputWithoutMembers(String document) {
        assertOutput(codecOf(document), document, output(null));
    }
}
