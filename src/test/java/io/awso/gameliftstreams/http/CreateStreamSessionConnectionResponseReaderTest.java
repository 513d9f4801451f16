package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@code docs/http.md}, in its order; {@link MessageTest} has those for messages. */
final class CreateStreamSessionConnectionResponseReaderTest {
    private static final String JSON_OUTPUT = "{\"SignalResponse\":\"v=0\"}";
    private static final String XML_OUTPUT =
            "<CreateStreamSessionConnectionOutput><SignalResponse>v=0</SignalResponse></CreateStreamSessionConnectionOutput>";
    private static final String XML_ERROR =
            "<ErrorResponse><Error><Code>ThrottlingException</Code><Message>Slow</Message></Error></ErrorResponse>";

    // Headers

    @Test
    void valuesUnderOneNameInSeveralCasesCountInTheirOrder() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("X-AMZN-ErrorType", List.of(" "));
        headers.put("x-amzn-errortype", List.of("ConflictException"));
        headers.put("X-Amzn-Errortype", List.of("ValidationException"));

        assertThat(read(400, headers)).isEqualTo(failure("ConflictException", 400));
    }

    /** {@code HttpURLConnection} has the status line under a null name. */
    @Test
    void nullNamesListsAndValuesAreSkipped() {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put(null, List.of("HTTP/1.1 429 Too Many Requests"));
        headers.put("x-amzn-requestid", null);
        headers.put("x-amzn-errortype", Arrays.asList(null, "ThrottlingException"));

        assertThat(read(429, headers)).isEqualTo(failure("ThrottlingException", 429));
    }

    /** Names are looked up by their length first; these have the lengths of known ones. */
    @Test
    void otherNamesAreIgnored() {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : List.of("", "Data", "x-amzn-errortypo", "x-amzn-requestie", "x-amzn-error-message2")) {
            headers.put(name, List.of("ConflictException"));
        }

        assertThat(read(400, headers)).isEqualTo(failure("UnknownError", 400));
    }

    // Success or failure

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void outputWithStatus2xxIsASuccess(int statusCode) {
        Success success =
                Response.of(statusCode, "x-amzn-requestid: 7f3c", JSON_OUTPUT).success();

        assertThat(success).isEqualTo(new Success(output("v=0"), statusCode, Optional.of("7f3c")));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -200, 0, 100, 199, 300, 304, 404, 500, 599, 20_000, Integer.MAX_VALUE})
    void outputWithAnyOtherStatusIsAFailure(int statusCode) {
        assertThat(Response.of(statusCode, "", JSON_OUTPUT).read())
                .isEqualTo(failure("UnknownError", null, statusCode, Response.bytes(JSON_OUTPUT)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x-amzn-errortype: ConflictException | {"SignalResponse":"v=0"}                      | v=0
            a: b                                | {"SignalResponse":"v=0","code":"A"}           | v=0
            a: b                                | {"SignalResponse":""}                         | ``
            a: b                                | {"SignalResponse":null}                       |
            x-amzn-errortype: ,                 | {}                                            |
            a: b                                | {"code":":"}                                  |
            a: b                                | {"message":"Oops"}                            |
            a: b                                | {"__type":"CreateStreamSessionConnectionOutput"} |
            """)
    void answerIsASuccessWhateverTheCodeAndAnEmptyOutputIsOneWithoutACode(
            String headers, String body, String signalResponse) {
        assertThat(Response.of(200, headers, body).success().output()).isEqualTo(output(signalResponse));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x-amzn-errortype: ConflictException | ``                                   | ConflictException   |
            x-amzn-errortype: ConflictException | {"message":"Busy"}                   | ConflictException   | Busy
            x-amzn-errortype: ConflictException | {"SignalResponse":null}              | ConflictException   |
            a: b                                | {"__type":"A","message":"m"}         | A                   | m
            a: b                                | {"SignalResponse":null,"error":"A"}  | A                   |
            content-type: text/xml              | <Error><Code>A</Code></Error>        | A                   |
            content-type: text/html             | <Error><Code>A</Code></Error>        | A                   |
            a: b                                | {"SignalResponse":42,"code":"A"}     | A                   |
            """)
    void codeWithStatus2xxIsAFailureIfThereIsNoAnswer(String headers, String body, String code, String message) {
        assertThat(Response.of(200, headers, body).failure().error()).isEqualTo(error(code, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a: b                   | {"SignalResponse":42}    | JSON: SignalResponse is a number, expected a string or null, at line 1, column 19
            a: b                   | {"SignalResponse":"v=0   | JSON: expected a closing quote at line 1, column 23
            a: b                   | Sign in                  | JSON: expected an object at line 1, column 1
            content-type: text/xml | <a>                      | XML: malformed at line 1, column 4
            content-type: text/xml | <html>Sign in</html>     | XML: expected an output, found an HTML page at line 1, column 7
            """)
    void bodyThatIsNoOutputIsAFailureWithStatus2xx(String headers, String body, String message) {
        assertThat(Response.of(200, headers, body).failure().error()).isEqualTo(error("UnknownError", message));
    }

    // Format

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/xml                           | true
            text/xml; charset=utf-8                   | true
            APPLICATION/SOAP+XML ; q=1                | true
             && content-type: text/xml                | true
            garbage && content-type: application/xml  | true
            text/html                                 | false
            application/json                          | false
            application/xml-dtd                       | false
            application/json; profile="a+xml"         | false
            application/json; a/xml                   | false
            ;text/xml                                 | false
            /xml                                      | false
            ,text/xml                                 | false
            text/html, application/xml                | false
            text/html && content-type: text/xml       | false
            ``                                        | false
            """)
    void jsonIsAnOutputWithEveryMediaTypeAndXmlOnlyWithOneOfXml(String contentType, boolean isXml) {
        String header = "content-type: " + contentType;

        assertThat(Response.of(200, header, JSON_OUTPUT).success().output()).isEqualTo(output("v=0"));
        assertThat(Response.of(200, header, XML_OUTPUT).read())
                .isEqualTo(
                        isXml
                                ? new Success(output("v=0"), 200, Optional.empty())
                                : failure(
                                        "UnknownError",
                                        "JSON: expected an object at line 1, column 1",
                                        200,
                                        Response.bytes(XML_OUTPUT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                XML_ERROR,
                " \t\r\n" + XML_ERROR,
                "«EFBBBF»" + XML_ERROR,
                "«EFBBBF0A»" + XML_ERROR,
                "«0AEFBBBF»" + XML_ERROR,
                "utf-16:" + XML_ERROR,
                "utf-16:\r\n" + XML_ERROR,
                "utf-16le: " + XML_ERROR,
                "{\"code\":\"ThrottlingException\",\"message\":\"Slow\"}",
                "«EFBBBF» {\"code\":\"ThrottlingException\",\"message\":\"Slow\"}",
            })
    void errorIsReadAsWhatItBeginsWithWhateverTheMediaType(String body) {
        for (String headers : List.of("", "content-type: text/xml", "content-type: application/json")) {
            assertThat(Response.of(429, headers, body).failure().error())
                    .isEqualTo(error("ThrottlingException", "Slow"));
        }
    }

    // Code

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x-amzn-errortype: ConflictException                      | {"code":"A"}    | ConflictException
            x-amzn-errortype: a.b#ConflictException:http://b/        | {"code":"A"}    | ConflictException
            x-amzn-errortype: : && x-amzn-errortype: B               | {"code":"A"}    | B
            x-amzn-errortype: :http://b/                             | {"code":"A"}    | A
            x-amzn-errortype: a«07»b                                 | {"code":"A"}    | A
            a: b                                                     | {"code":"a#A:"} | A
            a: b                                                     | {"code":7}      | UnknownError
            a: b                                                     | ``              | UnknownError
            """)
    void codeIsTheHeadersElseTheBodysElseUnknown(String headers, String body, String code) {
        assertThat(Response.of(500, headers, body).failure().error().code()).isEqualTo(code);
    }

    // Request id

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x-amzn-request-id: c && x-amz-request-id: b && x-amzn-requestid: a | {"RequestId":"d"}   | a
            x-amzn-request-id: c && x-amz-request-id: b && x-amzn-requestid:   | {"RequestId":"d"}   | b
            x-amzn-request-id: c && x-amz-request-id: «1B»[2J                  | {"RequestId":"d"}   | c
            x-amzn-requestid: x«7F» && x-amzn-requestid: a                     | {"RequestId":"d"}   | a
            a: b                                                               | {"requestId":"d"}   | d
            a: b                                                               | {"RequestId":" "}   |
            a: b                                                               | {"RequestId":"\\n"} |
            a: b                                                               | {"RequestId":7}     |
            a: b                                                               | <Error><RequestId>d</RequestId></Error> | d
            a: b                                                               | ``                  |
            """)
    void requestIdIsTheFirstHeadersElseTheErrorDocuments(String headers, String body, String requestId) {
        assertThat(Response.of(500, headers, body).failure().requestId()).isEqualTo(Optional.ofNullable(requestId));
    }

    // Waiting

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x-amz-retry-after: 1500                                              | PT1.5S
            x-amz-retry-after: 0                                                 | PT0S
            x-amz-retry-after: 999999999 && retry-after: 1                       | PT277H46M39.999S
            x-amz-retry-after: 1234567890 && retry-after: 7                      | PT7S
            x-amz-retry-after: -1 && retry-after: 7                              | PT7S
            x-amz-retry-after: 1.5 && x-amz-retry-after: 20                      | PT0.02S
            Retry-After: 7                                                       | PT7S
            Retry-After: 0                                                       | PT0S
            Retry-After: 999999999                                               | PT277777H46M39S
            Retry-After: soon && Retry-After: 7                                  | PT7S
            Retry-After: +7                                                      |
            Retry-After: ٧                                                       |
            Retry-After: 1234567890                                              |
            Retry-After:                                                         |
            Retry-After: Tue, 24 Nov 2026 12:00:30 GMT && Date: Tue, 24 Nov 2026 12:00:00 GMT | PT30S
            Retry-After: Tue, 24 Nov 2026 12:00:00 GMT && Date: Tue, 24 Nov 2026 12:00:30 GMT | PT0S
            Retry-After: Tue, 24 Nov 2026 12:00:30 GMT && Date: now && date: Tue, 24 Nov 2026 12:00:00 GMT | PT30S
            Retry-After: Tuesday, 24-Nov-26 12:00:30 GMT && Date: Tue, 24 Nov 2026 12:00:00 GMT | PT30S
            Retry-After: Tue Nov 24 12:00:30 2026 && Date: Tuesday, 24-Nov-26 12:00:00 GMT | PT30S
            Retry-After: Sun Nov  1 12:00:30 2026 && Date: Sun Nov  1 12:00:00 2026 | PT30S
            Retry-After: Sunday, 06-Nov-94 08:49:37 GMT && Date: Tue, 24 Nov 2026 12:00:00 GMT | PT0S
            Retry-After: Tuesday, 24-Nov-2026 12:00:30 GMT && Date: Tue, 24 Nov 2026 12:00:00 GMT |
            Retry-After: Tue, 3 Nov 2026 12:00:30 GMT && Date: Tue, 3 Nov 2026 12:00:00 GMT | PT30S
            Retry-After: tue, 24 nov 2026 12:00:30 gmt && Date: tue Nov 24 12:00:00 2026 | PT30S
            Retry-After: Tue, 24 Nov 2026 13:00:30 +0100 && Date: Tue, 24 Nov 2026 12:00:00 GMT | PT30S
            Retry-After: Mon, 24 Nov 2026 12:00:30 GMT && Date: Tue, 24 Nov 2026 12:00:00 GMT |
            Retry-After: 2026-11-24T12:00:30Z && Date: Tue, 24 Nov 2026 12:00:00 GMT |
            Retry-After: Tue, 24 Nov 2026 12:00:30 GMT                           |
            Retry-After: Tue, 24 Nov 2026 12:00:30 GMT && last-modified-by-origin-at: Tue, 24 Nov 2026 12:00:00 GMT |
            Retry-After: Tue, 24 Nov 2026 12:00:30 GMT && Date: now              |
            Retry-After: Tue, 42 Nov 2026 12:00:30 GMT && Date: Tue, 24 Nov 2026 12:00:00 GMT |
            a: b                                                                 |
            """)
    void retryAfterIsInMillisecondsElseInSecondsElseUntilADate(String headers, Duration retryAfter) {
        assertThat(Response.of(503, headers, "").failure().retryAfter()).isEqualTo(Optional.ofNullable(retryAfter));
    }

    // Content coding

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-encoding: gzip",
                "Content-Encoding: GZip",
                "content-encoding: x-gzip",
                "content-encoding: ,identity , gzip,",
                "content-encoding: identity && Content-Encoding: gzip",
            })
    void bodyInGzipIsDecoded(String headers) {
        assertThat(Response.of(200, headers, "gzip:" + JSON_OUTPUT).success().output())
                .isEqualTo(output("v=0"));
        assertThat(Response.of(429, headers, "gzip:" + XML_ERROR).failure().error())
                .isEqualTo(error("ThrottlingException", "Slow"));
        assertThat(Response.of(502, headers, "gzip:Bad Gateway").failure().error())
                .isEqualTo(error("UnknownError", "Bad Gateway"));
    }

    /** Some clients decode the body and keep the header. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity", "IDENTITY, ,identity", ""})
    void bodyThatTheClientHasDecodedIsReadAsItIs(String coding) {
        assertThat(Response.of(200, "content-encoding: " + coding, JSON_OUTPUT)
                        .success()
                        .output())
                .isEqualTo(output("v=0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "gzip, gzip"})
    void emptyBodyIsEmptyInEveryCoding(String coding) {
        assertThat(Response.of(200, "content-encoding: " + coding, "").success().output())
                .isEqualTo(output(null));
        assertThat(Response.of(500, "content-encoding: " + coding, "").failure().error())
                .isEqualTo(error("UnknownError", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, br", "gzip, gzip", "gzip && content-encoding: x-gzip", "s3cr3t"})
    void otherCodingsAreAFailure(String coding) {
        for (String body : List.of(JSON_OUTPUT, "gzip:" + JSON_OUTPUT, "{\"code\":\"A\",\"RequestId\":\"7f3c\"}")) {
            for (int statusCode : new int[] {200, 502}) {
                Response response = Response.of(statusCode, "content-encoding: " + coding, body);

                assertThat(response.read())
                        .isEqualTo(failure("UnknownError", "unsupported content coding", statusCode, response.body()));
            }
        }
    }

    @Test
    void gzipThatIsCorruptOrCutOffIsAFailure() {
        byte[] gzip = Response.bytes("gzip:" + JSON_OUTPUT);
        byte[] corrupt = gzip.clone();
        corrupt[gzip.length - 6] ^= 1; // Part of the checksum.
        Map<String, List<String>> headers = Map.of("content-encoding", List.of("gzip"));

        assertThat(CreateStreamSessionConnectionResponseReader.read(200, headers, corrupt))
                .isEqualTo(failure("UnknownError", "corrupt content coding", 200, corrupt));
        for (int length = 2; length < gzip.length; length++) {
            byte[] cutOff = Arrays.copyOf(gzip, length);
            assertThat(CreateStreamSessionConnectionResponseReader.read(200, headers, cutOff))
                    .isEqualTo(failure("UnknownError", "corrupt content coding", 200, cutOff));
        }
    }

    /** The JDK's decoder calls itself for every empty member. */
    @Test
    void gzipOfManyEmptyMembersIsAFailure() {
        byte[] empty = Response.gzip(new byte[0]);
        byte[] body = new byte[100_000 * empty.length];
        for (int at = 0; at < body.length; at += empty.length) {
            System.arraycopy(empty, 0, body, at, empty.length);
        }

        assertThat(CreateStreamSessionConnectionResponseReader.read(
                        200, Map.of("content-encoding", List.of("gzip")), body))
                .isEqualTo(failure("UnknownError", "corrupt content coding", 200, body));
    }

    @Test
    void gzipOfMoreThanOneMebibyteIsAFailure() {
        String header = "content-encoding: gzip";
        int padding = (1 << 20) - JSON_OUTPUT.length();

        assertThat(Response.of(200, header, "gzip:«20*" + padding + "»" + JSON_OUTPUT)
                        .success()
                        .output())
                .isEqualTo(output("v=0"));
        assertThat(Response.of(200, header, "gzip:«20*" + (padding + 1) + "»" + JSON_OUTPUT)
                        .failure()
                        .error())
                .isEqualTo(error("UnknownError", "corrupt content coding"));
    }

    // Arguments

    @Test
    void nullArgumentsThrow() {
        assertThatThrownBy(() -> CreateStreamSessionConnectionResponseReader.read(500, null, new byte[0]))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> CreateStreamSessionConnectionResponseReader.read(500, Map.of(), null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> CreateStreamSessionConnectionResponseReader.read(200, Map.of(), null))
                .isInstanceOf(NullPointerException.class);
    }

    private static CreateStreamSessionConnectionResult read(int statusCode, Map<String, List<String>> headers) {
        return CreateStreamSessionConnectionResponseReader.read(statusCode, headers, new byte[0]);
    }

    private static Failure failure(String code, int statusCode) {
        return failure(code, null, statusCode, new byte[0]);
    }

    private static Failure failure(String code, String message, int statusCode, byte[] body) {
        return new Failure(error(code, message), statusCode, Optional.empty(), Optional.empty(), body);
    }
}
