package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.Fixtures;
import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A line of {@code responses.txt}, the corpus of responses: what is sent, and what this library and the AWS SDK know then. */
record ResponseRow(boolean sdkDiffers, int statusCode, String headers, String body, String expected, String sdk) {
    /** The code that the library gives an error without one; it does not count as knowledge. */
    private static final String UNKNOWN_ERROR = "UnknownError";

    static Stream<ResponseRow> corpus() {
        return Fixtures.lines(ResponseRow.class, "responses.txt").map(ResponseRow::parse);
    }

    private static ResponseRow parse(String line) {
        boolean sdkDiffers = line.startsWith("! ");
        String[] columns = line.substring(sdkDiffers ? 2 : 0).split("(?<= )\\| ?", -1);
        assertThat(columns).as(line).hasSize(5);
        return new ResponseRow(
                sdkDiffers,
                Integer.parseInt(columns[0].strip()),
                columns[1].strip(),
                columns[2].strip(),
                new String(Response.bytes(columns[3].strip()), UTF_8),
                new String(Response.bytes(columns[4].strip()), UTF_8));
    }

    Response response() {
        return Response.of(statusCode, headers, body);
    }

    /** What a client knows about a response; each part is null or false if it does not know it. */
    record Knowledge(
            String answer,
            String code,
            String message,
            String requestId,
            boolean isThrottling,
            boolean isRetryable,
            Duration retryAfter) {

        /** Returns the parts of another client's knowledge that are not in this one. */
        List<String> lacks(Knowledge other) {
            Map<String, Object> parts = parts();
            return other.parts().entrySet().stream()
                    .filter(part -> !part.getValue().equals(parts.get(part.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private Map<String, Object> parts() {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("answer", answer != null && answer.startsWith("answer") ? answer : null);
            parts.put("code", UNKNOWN_ERROR.equals(code) ? null : cleaned(code));
            parts.put("message", message);
            parts.put("request id", requestId);
            parts.put("throttling", isThrottling);
            parts.put("retryable", isRetryable);
            parts.values().removeIf(value -> value == null || value.equals(false));
            return parts;
        }

        /** The SDK keeps the namespace of a code in a header. */
        private static String cleaned(String code) {
            return new ErrorDocument(Optional.ofNullable(code), Optional.empty(), Optional.empty())
                    .code()
                    .orElse(code);
        }

        @Override
        public String toString() {
            List<String> more = new ArrayList<>();
            if (requestId != null) {
                more.add("request id " + requestId);
            }
            if (isRetryable) {
                more.add(isThrottling ? "throttling" : "retryable");
            }
            if (retryAfter != null) {
                more.add("after " + retryAfter);
            }
            String text = message == null ? "" : message.isEmpty() ? ":" : ": " + message;
            String error = (code == null ? "no code" : code) + text;
            return (answer == null ? error : answer) + (more.isEmpty() ? "" : " " + more);
        }

        static Knowledge of(CreateStreamSessionConnectionResult result) {
            String requestId = result.requestId().orElse(null);
            if (result instanceof Success success) {
                return ofSuccess(success.output().signalResponse().orElse(null), requestId);
            }
            Failure failure = (Failure) result;
            return new Knowledge(
                    null,
                    failure.error().code(),
                    failure.error().message().orElse(null),
                    requestId,
                    failure.isThrottling(),
                    failure.isRetryable(),
                    failure.retryAfter().orElse(null));
        }

        static Knowledge ofSuccess(String signalResponse, String requestId) {
            String answer = signalResponse == null ? "no answer" : "answer " + signalResponse;
            return new Knowledge(answer, null, null, requestId, false, false, null);
        }
    }
}
