package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.Fixtures.error;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
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

    private static Failure failure(String code, String message, int statusCode, byte[] body) {
        return new Failure(error(code, message), statusCode, Optional.empty(), Optional.empty(), body);
    }
}
