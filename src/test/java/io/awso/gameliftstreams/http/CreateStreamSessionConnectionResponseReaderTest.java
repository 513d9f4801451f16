package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller can pass to {@code read} that no response over HTTP holds. {@link ResponseCorpusTest} has the rest. */
final class CreateStreamSessionConnectionResponseReaderTest {
    private static final byte[] OUTPUT = "{\"SignalResponse\":\"v=0\"}".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -200, 0, 100, 199, 20_000, Integer.MAX_VALUE})
    void outputWithAStatusOtherThan2xxIsAFailure(int statusCode) {
        assertRead(statusCode, Map.of(), OUTPUT, "UnknownError");
    }

    /** {@code HttpURLConnection} has the status line under a null name. */
    @Test
    void nullNamesListsAndValuesAreSkipped() {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put(null, List.of("HTTP/1.1 429 Too Many Requests"));
        headers.put("x-amzn-requestid", null);
        headers.put("x-amzn-errortype", Arrays.asList(null, "ThrottlingException"));

        assertRead(429, headers, new byte[0], "ThrottlingException [throttling]");
    }

    @Test
    void namesInSeveralCasesCountInTheOrderOfTheMap() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("X-AMZN-ErrorType", List.of(" \r\n"));
        headers.put("x-amzn-errortype", List.of(":", "\u0007A", "A\nB", "\tConflictException\r\n"));
        headers.put("X-Amzn-Errortype", List.of("ValidationException"));

        assertRead(400, headers, new byte[0], "ConflictException");
    }

    /** In some languages, and for {@code equalsIgnoreCase}, the first three are another case of an ASCII letter. */
    @ParameterizedTest
    @ValueSource(strings = {"x-amzn-requeſtid", "x-amzn-requestıd", "x-amzn-requestİd", "x-amzn-requestid "})
    void onlyTheCaseOfAsciiLettersIsIgnored(String name) {
        assertRead(500, Map.of(name, List.of("7f3c")), new byte[0], "UnknownError [retryable]");
    }

    private static void assertRead(int statusCode, Map<String, List<String>> headers, byte[] body, String description) {
        CreateStreamSessionConnectionResult result =
                CreateStreamSessionConnectionResponseReader.read(statusCode, headers, body);

        assertThat(ResponseRow.Knowledge.of(result)).hasToString(description);
        assertThat(result.statusCode()).isEqualTo(statusCode);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500})
    void nullArgumentsThrow(int statusCode) {
        assertThatNullPointerException()
                .isThrownBy(() -> CreateStreamSessionConnectionResponseReader.read(statusCode, null, OUTPUT));
        assertThatNullPointerException()
                .isThrownBy(() -> CreateStreamSessionConnectionResponseReader.read(statusCode, Map.of(), null));
    }
}
