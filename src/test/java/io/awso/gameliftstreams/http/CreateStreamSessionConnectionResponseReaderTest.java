package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.ThrottlingException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateStreamSessionConnectionResponseReaderTest {
    private static final byte[] EMPTY = new byte[0];

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void everyStatusFrom200To299IsASuccess(int statusCode) {
        CreateStreamSessionConnectionResult result = read(
                statusCode,
                Map.of("x-amzn-RequestId", List.of("7f3c1a52")),
                CreateStreamSessionConnectionCodec.json().encode(output("v=0\r\n")));

        assertThat(result).isEqualTo(new Success(output("v=0\r\n"), statusCode, Optional.of("7f3c1a52")));
        assertThat(result.orElseThrow()).isEqualTo(output("v=0\r\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -200, 0, 100, 199, 300, 304, 404, 500, 599, 20_000, Integer.MAX_VALUE})
    void everyOtherStatusIsAFailure(int statusCode) {
        byte[] body = CreateStreamSessionConnectionCodec.json().encode(output("v=0"));

        assertThat(read(statusCode, Map.of(), body)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.statusCode()).isEqualTo(statusCode);
            assertThat(failure.error()).isEqualTo(CreateStreamSessionConnectionError.of("UnknownError", null));
            assertThat(failure.body()).isEqualTo(body);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml; charset=utf-8", "APPLICATION/SOAP+XML"})
    void contentTypesWithXmlInThemSelectTheXmlCodec(String contentType) {
        byte[] body = CreateStreamSessionConnectionCodec.xml().encode(output("v=0\r\n"));

        assertThat(read(200, Map.of("CONTENT-type", List.of(contentType)), body).orElseThrow())
                .isEqualTo(output("v=0\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-amz-json-1.1", "text/html", ""})
    void otherContentTypesSelectTheJsonCodec(String contentType) {
        byte[] body = CreateStreamSessionConnectionCodec.json().encode(output("v=0"));

        assertThat(read(200, Map.of("Content-Type", List.of(contentType)), body).orElseThrow())
                .isEqualTo(output("v=0"));
    }

    @Test
    void successWithABodyThatIsNoOutputIsRefused() {
        assertThatThrownBy(() -> read(200, Map.of(), "{\"SignalResponse\":42}".getBytes(UTF_8)))
                .isExactlyInstanceOf(CodecException.class)
                .hasMessage("JSON: expected a string or null as SignalResponse, found a number at line 1, column 19");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ValidationException  | -      | {"__type":"ConflictException","Message":"body"} | ValidationException | body
            a#ConflictException  | header | {"__type":"A"}                                  | ConflictException   | header
            a#ConflictException  | header | {"message":"body"}                              | ConflictException   | body
            :                    | header | {"__type":"ConflictException"}                  | ConflictException   | header
            -                    | header | {"__type":"A#B:C"}                              | B                   | header
            -                    | header | {"message":5}                                   | UnknownError        | header
            -                    | -      | {"Message":"body"}                              | UnknownError        | body
            -                    | -      | {"Message":""}                                  | UnknownError        | ''
            -                    | -      | {"Message":7}                                   | UnknownError        | -
            -                    | -      | Bad Gateway                                     | UnknownError        | Bad Gateway
            -                    | header | Bad Gateway                                     | UnknownError        | header
            ThrottlingException  | -      | Bad Gateway                                     | ThrottlingException | Bad Gateway
            ThrottlingException  | -      | '   '                                           | ThrottlingException | -
            -                    | -      | '   '                                           | UnknownError        | -
            """)
    void codeAndMessageComeFromTheFirstPlaceThatHasThem(
            String typeHeader, String messageHeader, String body, String code, String message) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("X-AMZN-ErrorType", typeHeader == null ? List.of() : List.of(typeHeader));
        headers.put("x-Amzn-error-MESSAGE", messageHeader == null ? null : List.of(messageHeader));

        assertThat(failure(400, headers, body).error()).isEqualTo(CreateStreamSessionConnectionError.of(code, message));
    }

    @Test
    void xmlErrorsWithoutACodeKeepTheirMessage() {
        assertThat(failure(
                                500,
                                Map.of("Content-Type", List.of("text/xml")),
                                "<ErrorResponse><Error><Message>Oops</Message></Error></ErrorResponse>")
                        .error())
                .isEqualTo(CreateStreamSessionConnectionError.of("UnknownError", "Oops"));
    }

    @Test
    void textThatMayHoldASignalResponseIsNoMessage() {
        Failure failure = failure(502, Map.of(), "{\"SignalResponse\":\"v=0 s3cr3t");

        assertThat(failure.error()).isEqualTo(CreateStreamSessionConnectionError.of("UnknownError", null));
        assertThat(failure.body()).asString(UTF_8).contains("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource({"a, b, a", "'', b, b", ", b, b", "a, , a", ", , "})
    void requestIdComesFromTheFirstHeaderThatHasOne(String amzn, String amz, String requestId) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("X-Amzn-RequestId", amzn == null ? null : List.of(amzn));
        headers.put("x-amz-request-id", Arrays.asList(null, amz));

        assertThat(read(200, headers, EMPTY).requestId()).isEqualTo(Optional.ofNullable(requestId));
        assertThat(read(500, headers, EMPTY).requestId()).isEqualTo(Optional.ofNullable(requestId));
    }

    /** As {@code HttpURLConnection} has them: the status line under a null name. */
    @Test
    void nullHeaderNamesArePassedOver() {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put(null, List.of("HTTP/1.1 429 Too Many Requests"));
        headers.put("x-amzn-ErrorType", List.of("ThrottlingException"));

        assertThat(failure(429, headers, "").error()).isEqualTo(new ThrottlingException(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "ThrottlingException, 400, true",
        "InternalServerException, 400, true",
        "ValidationException, 400, false",
        "ValidationException, 429, true",
        "ValidationException, 500, true",
        "UnknownError, 501, false",
        "UnknownError, 502, true",
        "UnknownError, 503, true",
        "UnknownError, 504, true",
        "UnknownError, 505, false",
    })
    void failuresAreRetryableForTheirErrorOrTheirStatus(String code, int statusCode, boolean retryable) {
        assertThat(failure(statusCode, Map.of("x-amzn-errortype", List.of(code)), "")
                        .isRetryable())
                .isEqualTo(retryable);
    }

    @Test
    void failuresThrowTheirError() {
        assertThatThrownBy(() -> failure(429, Map.of(), "{\"code\":\"ThrottlingException\"}")
                        .orElseThrow())
                .isInstanceOfSatisfying(
                        CreateStreamSessionConnectionException.class,
                        e -> assertThat(e.error()).isEqualTo(new ThrottlingException(Optional.empty())));
    }

    @Test
    void bodiesOfFailuresCannotBeChanged() {
        byte[] body = {'a', 'b'};
        Failure failure = (Failure) read(500, Map.of(), body);
        body[0] = 'x';
        failure.body()[1] = 'x';

        assertThat(failure.body()).containsExactly('a', 'b');
    }

    @Test
    void failuresCompareByTheBytesOfTheirBodies() {
        Failure failure = failure(500, Map.of(), "a");

        assertThat(failure)
                .isEqualTo(failure(500, Map.of(), "a"))
                .hasSameHashCodeAs(failure(500, Map.of(), "a"))
                .isNotEqualTo(new Failure(failure.error(), 500, Optional.empty(), EMPTY))
                .isNotEqualTo(new Failure(failure.error(), 501, Optional.empty(), failure.body()))
                .isNotEqualTo(new Failure(failure.error(), 500, Optional.of("id"), failure.body()))
                .isNotEqualTo(failure(500, Map.of("x-amzn-errortype", List.of("A")), "a"))
                .isNotEqualTo("a");
        assertThat(failure.hashCode())
                .isNotEqualTo(failure(500, Map.of(), "b").hashCode())
                .isNotEqualTo(failure(501, Map.of(), "a").hashCode());
    }

    @Test
    void failuresAsTextShowNeitherBodyNorMessage() {
        assertThat(failure(502, Map.of("x-amzn-RequestId", List.of("7f3c1a52")), "<html>s3cr3t</html>"))
                .hasToString(
                        "Failure[error=UnknownError, statusCode=502, requestId=Optional[7f3c1a52], body=19 bytes]");
    }

    @Test
    void successesAsTextShowNoSignalResponse() {
        assertThat(new Success(output("s3cr3t"), 200, Optional.empty()).toString())
                .doesNotContain("s3cr3t")
                .contains("statusCode=200");
    }

    @Test
    void nullPartsOfAResultAreRefused() {
        CreateStreamSessionConnectionError error = new ThrottlingException(Optional.empty());
        assertThatThrownBy(() -> new Success(null, 200, Optional.empty())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Success(output("a"), 200, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Failure(null, 500, Optional.empty(), EMPTY))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Failure(error, 500, null, EMPTY)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Failure(error, 500, Optional.empty(), null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> read(500, Map.of(), null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> read(500, null, EMPTY)).isInstanceOf(NullPointerException.class);
    }

    /** Bytes, headers and status codes at random, from a fixed seed: only a success may be refused. */
    @Tag("slow")
    @Test
    void readingAFailureNeverThrows() {
        Random random = new Random(402);
        List<String> names = new ArrayList<>(List.of(
                "content-type", "x-amzn-errortype", "x-amzn-error-message", "x-amzn-requestid", "x-amz-request-id"));
        names.add(null);
        String[] seeds = {
            "{\"__type\":\"a#ThrottlingException:b\",\"Message\":\"m\",\"details\":{\"Message\":\"d\"}}",
            "<ErrorResponse><Error><Code>a</Code><Message>m</Message></Error></ErrorResponse>",
            "application/xml",
            " \t:,#",
        };
        for (int i = 0; i < 200_000; i++) {
            Map<String, List<String>> headers = new HashMap<>();
            for (String name : names) {
                String value = new String(mutated(seeds[random.nextInt(seeds.length)], random), UTF_8);
                headers.put(name, random.nextInt(9) == 0 ? null : Collections.singletonList(value));
            }
            byte[] body = mutated(seeds[random.nextInt(seeds.length)], random);
            int statusCode = random.nextInt(100, 600);
            try {
                if (read(statusCode, headers, body) instanceof Failure failure) {
                    assertThat(failure.body()).isEqualTo(body);
                }
            } catch (CodecException e) {
                assertThat(statusCode).isBetween(200, 299);
            }
        }
    }

    private static byte[] mutated(String seed, Random random) {
        byte[] bytes = Arrays.copyOf(seed.getBytes(UTF_8), random.nextInt(seed.length() + 3));
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    @Test
    void theJdkClientGivesResults() throws IOException, InterruptedException {
        try (LoopbackServer server = new LoopbackServer()) {
            CreateStreamSessionConnectionOutput output = output(RealAnswers.AUDIO_VIDEO.signalResponse());
            server.answer(
                    200,
                    Map.of("x-amzn-RequestId", "7f3c1a52"),
                    CreateStreamSessionConnectionCodec.json().encode(output));

            assertThat(HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(server.uri()).build(),
                                    CreateStreamSessionConnectionResponseReader.bodyHandler())
                            .body())
                    .isEqualTo(new Success(output, 200, Optional.of("7f3c1a52")));
        }
    }

    @Test
    void theJdkClientThrowsWhereASuccessIsMalformed() throws IOException {
        try (LoopbackServer server = new LoopbackServer()) {
            server.answer(200, Map.of(), "{\"SignalResponse\":\"s3cr3t".getBytes(UTF_8));
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(server.uri()).build();

            assertThatThrownBy(() -> client.send(request, CreateStreamSessionConnectionResponseReader.bodyHandler()))
                    .isExactlyInstanceOf(IOException.class)
                    .hasCauseExactlyInstanceOf(CodecException.class)
                    .hasStackTraceContaining("found the end of the payload at line 1")
                    .satisfies(e -> assertThat(e).hasToString(e.toString().replace("s3cr3t", "")));
            assertThatThrownBy(
                            () -> client.sendAsync(request, CreateStreamSessionConnectionResponseReader.bodyHandler())
                                    .join())
                    .isExactlyInstanceOf(CompletionException.class)
                    .hasCauseExactlyInstanceOf(CodecException.class);
        }
    }

    private static Failure failure(int statusCode, Map<String, List<String>> headers, String body) {
        return (Failure) read(statusCode, headers, body.getBytes(UTF_8));
    }

    private static CreateStreamSessionConnectionResult read(
            int statusCode, Map<String, List<String>> headers, byte[] body) {
        return CreateStreamSessionConnectionResponseReader.read(statusCode, headers, body);
    }

    private static CreateStreamSessionConnectionOutput output(String signalResponse) {
        return new CreateStreamSessionConnectionOutput(Optional.of(signalResponse));
    }
}
