package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.Fixtures.error;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller can pass to {@code read} that no response over HTTP holds. {@link ResponseCorpusTest} has the rest. */
final class CreateStreamSessionConnectionResponseReaderTest {
    private static final byte[] OUTPUT = "{\"SignalResponse\":\"v=0\"}".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -200, 0, 100, 199, 300, 20_000, Integer.MAX_VALUE})
    void outputWithAStatusOtherThan2xxIsAFailure(int statusCode) {
        assertThat(CreateStreamSessionConnectionResponseReader.read(statusCode, Map.of(), OUTPUT))
                .isEqualTo(failure("UnknownError", null, statusCode, OUTPUT));
    }

    /** {@code HttpURLConnection} has the status line under a null name. */
    @Test
    void nullNamesListsAndValuesAreSkipped() {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put(null, List.of("HTTP/1.1 429 Too Many Requests"));
        headers.put("x-amzn-requestid", null);
        headers.put("x-amzn-errortype", Arrays.asList(null, "ThrottlingException"));

        assertThat(read(429, headers)).isEqualTo(failure("ThrottlingException", null, 429, new byte[0]));
    }

    @Test
    void namesInSeveralCasesCountInTheOrderOfTheMap() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("X-AMZN-ErrorType", List.of(" \r\n"));
        headers.put("x-amzn-errortype", List.of(":", "\tConflictException\r\n"));
        headers.put("X-Amzn-Errortype", List.of("ValidationException"));

        assertThat(read(400, headers)).isEqualTo(failure("ConflictException", null, 400, new byte[0]));
    }

    /** In some languages, and for {@code equalsIgnoreCase}, these are another case of an ASCII letter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-amzn-requeſtid",
                "x-amzn-requestıd",
                "x-amzn-requestİd",
                "x-amzn-request-id",
                "x-amzn-requestid "
            })
    void onlyTheCaseOfAsciiLettersIsIgnored(String name) {
        boolean isName = name.equals("x-amzn-request-id");

        assertThat(read(500, Map.of(name, List.of("7f3c"))).requestId())
                .isEqualTo(isName ? Optional.of("7f3c") : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "«07»ConflictException, UnknownError",
        "Conflict«0A»Exception, UnknownError",
        "a«1B»#ConflictException, ConflictException"
    })
    void controlCharactersInACodeMakeItUnusable(String code, String expected) {
        Map<String, List<String>> headers =
                Map.of("x-amzn-errortype", List.of(new String(Response.bytes(code), UTF_8)));

        assertThat(read(500, headers)).isEqualTo(failure(expected, null, 500, new byte[0]));
    }

    // Time

    @Test
    @Timeout(20)
    void manyValuesAreReadOnce() {
        List<String> values = Collections.nCopies(50_000, "Tue, 24 Nov 2026 25:00:00 GMT");
        Map<String, List<String>> headers = Map.of("Date", values, "Retry-After", values, "x-amz-retry-after", values);

        assertThat(read(503, headers)).isEqualTo(failure("UnknownError", null, 503, new byte[0]));
    }

    @Test
    @Timeout(20)
    void manyNamesThatDifferOnlyInCaseAreReadOnce() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int bits = 0; bits < 1 << 17; bits++) {
            StringBuilder name = new StringBuilder("x-amz-retry-after");
            for (int i = 0; i < name.length(); i++) {
                if ((bits >> i & 1) == 1) {
                    name.setCharAt(i, Character.toUpperCase(name.charAt(i)));
                }
            }
            headers.putIfAbsent(name.toString(), List.of("x"));
        }
        headers.put("Retry-After", List.of("7"));

        assertThat(((Failure) read(503, headers)).retryAfter()).contains(Duration.ofSeconds(7));
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

    // A JVM of java.base alone

    /** Reads one response in a JVM that may lack modules. */
    static final class Reading {
        public static void main(String[] args) {
            System.out.println(CreateStreamSessionConnectionResponseReader.read(
                    Integer.parseInt(args[0]), Map.of(), args[1].getBytes(UTF_8)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"SignalResponse":"v=0"}          | Success[output=CreateStreamSessionConnectionOutput[signalResponse=(sensitive)], statusCode=200,
            409 | {"__type":"ConflictException"}    | Failure[error=ConflictException[message=(absent)], statusCode=409,
            502 | Bad Gateway                       | Failure[error=UnknownOperationError[code=UnknownError, message=Bad Gateway], statusCode=502,
            """)
    void responsesAreReadWithoutOtherModulesThanJavaBase(String statusCode, String body, String expected)
            throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        statusCode,
                        body)
                .redirectErrorStream(true)
                .start();

        assertThat(new String(jvm.getInputStream().readAllBytes(), UTF_8)).startsWith(expected);
        assertThat(jvm.waitFor()).isZero();
    }

    private static CreateStreamSessionConnectionResult read(int statusCode, Map<String, List<String>> headers) {
        return CreateStreamSessionConnectionResponseReader.read(statusCode, headers, new byte[0]);
    }

    private static Failure failure(String code, String message, int statusCode, byte[] body) {
        return new Failure(error(code, message), statusCode, Optional.empty(), Optional.empty(), body);
    }
}
