package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;
import software.amazon.awssdk.services.gameliftstreams.GameLiftStreamsClient;
import software.amazon.awssdk.services.gameliftstreams.model.CreateStreamSessionConnectionResponse;

/**
 * Every response in {@code responses.txt}, read by this library, by this library's handler for the JDK's client, and
 * by the AWS SDK for Java.
 */
final class ResponseCorpusTest {
    private static final HttpClient JDK =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The code that the library gives an error without one; it does not count as knowledge. */
    private static final String UNKNOWN_ERROR = "UnknownError";

    @AutoClose
    static final LoopbackServer SERVER = new LoopbackServer();

    @AutoClose
    private static final GameLiftStreamsClient SDK = AwsSdk.client(SERVER.uri());

    /** A line of the corpus. */
    record Row(boolean sdkDiffers, int statusCode, String headers, String body, String expected, String sdk) {
        static Row parse(String line) {
            boolean sdkDiffers = line.startsWith("! ");
            String[] columns = line.substring(sdkDiffers ? 2 : 0).split("(?<= )\\| ?", -1);
            assertThat(columns).as(line).hasSize(5);
            return new Row(
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
    }

    /** What a client knows about a response; each part is null or false if it does not know it. */
    record Knowledge(
            String answer, String code, String message, String requestId, boolean isThrottling, boolean isRetryable) {

        /** Returns the parts of another client's knowledge that are not in this one. */
        List<String> lacks(Knowledge other) {
            List<String> missing = new ArrayList<>();
            if (other.answer != null && other.answer.startsWith("answer") && !other.answer.equals(answer)) {
                missing.add("answer");
            }
            if (other.code != null && !cleaned(other.code).equals(code)) {
                missing.add("code");
            }
            if (other.message != null && !other.message.equals(message)) {
                missing.add("message");
            }
            if (other.requestId != null && !other.requestId.equals(requestId)) {
                missing.add("request id");
            }
            if (other.isThrottling && !isThrottling) {
                missing.add("throttling");
            }
            if (other.isRetryable && !isRetryable) {
                missing.add("retryable");
            }
            return missing;
        }

        /** The SDK keeps the namespace of a code in a header. */
        private static String cleaned(String code) {
            return new ErrorDocument(Optional.of(code), Optional.empty(), Optional.empty())
                    .code()
                    .orElse(code);
        }

        Knowledge withoutUnknownError() {
            boolean isUnknown = UNKNOWN_ERROR.equals(code);
            return new Knowledge(answer, isUnknown ? null : code, message, requestId, isThrottling, isRetryable);
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
            String text = message == null ? "" : message.isEmpty() ? ":" : ": " + message;
            String error = (code == null ? "no code" : code) + text;
            return (answer == null ? error : answer) + (more.isEmpty() ? "" : " " + more);
        }
    }

    static Stream<Row> corpus() {
        try (InputStream in = ResponseCorpusTest.class.getResourceAsStream("responses.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void libraryReadsWhatTheRowSays(Row row) throws IOException, InterruptedException {
        CreateStreamSessionConnectionResult result = row.response().read();

        assertThat(describe(result)).isEqualTo(row.expected());
        SERVER.answer(row.response());
        HttpRequest request = HttpRequest.newBuilder(SERVER.uri())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(JDK.send(request, CreateStreamSessionConnectionResponseReader.bodyHandler())
                        .body())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void awsSdkReadsWhatTheRowSaysAndKnowsNoMore(Row row) {
        Knowledge theirs = theirs(row.response());

        assertThat(theirs).hasToString(row.sdk());
        assertThat(ours(row.response().read()).lacks(theirs).isEmpty()).isNotEqualTo(row.sdkDiffers());
    }

    @Test
    void rowsOfTheTableInTheDocsAreRowsOfTheCorpus() throws IOException {
        List<String> rows = corpus().map(row -> "| %d | %s | %s | %s | %s |"
                        .formatted(
                                row.statusCode(),
                                code(row.headers()),
                                code(row.body()),
                                code(row.expected()),
                                code(row.sdk())))
                .toList();

        assertThat(documentation())
                .filteredOn(line -> line.matches("\\| [0-9]{3} \\|.*"))
                .hasSize(10)
                .isSubsetOf(rows);
    }

    @Test
    void theDocsSayHowMuchMoreTheLibraryKnows() throws IOException {
        List<String> more = corpus().flatMap(row ->
                        theirs(row.response()).lacks(ours(row.response().read()).withoutUnknownError()).stream())
                .toList();

        assertThat(String.join(" ", documentation()))
                .contains(
                        "Of %d responses, the library knows the code of %d, the message of %d and the request id of %d that the SDK does not know."
                                .formatted(
                                        corpus().count(),
                                        Collections.frequency(more, "code"),
                                        Collections.frequency(more, "message"),
                                        Collections.frequency(more, "request id")));
    }

    private static List<String> documentation() throws IOException {
        return Files.readAllLines(Path.of("docs", "http.md"));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    static String describe(CreateStreamSessionConnectionResult result) {
        String description = ours(result).toString();
        Optional<String> after = result instanceof Failure failure
                ? failure.retryAfter().map(wait -> "after " + wait)
                : Optional.empty();
        if (after.isEmpty()) {
            return description;
        }
        boolean hasMore = description.endsWith("]");
        return description.substring(0, description.length() - (hasMore ? 1 : 0)) + (hasMore ? ", " : " [")
                + after.get() + "]";
    }

    static Knowledge ours(CreateStreamSessionConnectionResult result) {
        String requestId = result.requestId().orElse(null);
        if (result instanceof Success success) {
            return success(success.output().signalResponse().orElse(null), requestId);
        }
        Failure failure = (Failure) result;
        return new Knowledge(
                null,
                failure.error().code(),
                failure.error().message().orElse(null),
                requestId,
                failure.isThrottling(),
                failure.isRetryable());
    }

    static Knowledge theirs(Response response) {
        SERVER.answer(response);
        try {
            CreateStreamSessionConnectionResponse answer = AwsSdk.call(SDK);
            String requestId = answer.responseMetadata().requestId();
            return success(answer.signalResponse(), requestId.equals("UNKNOWN") ? null : requestId);
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails().errorCode();
            return new Knowledge(
                    null,
                    code == null || code.isEmpty() ? null : code,
                    e.awsErrorDetails().errorMessage(),
                    e.requestId(),
                    e.isThrottlingException(),
                    isRetryable(e));
        } catch (SdkClientException | IllegalArgumentException e) {
            // The latter is for Retry-After: -1.
            return new Knowledge("unreadable", null, null, null, false, false);
        }
    }

    private static Knowledge success(String signalResponse, String requestId) {
        String answer = signalResponse == null ? "no answer" : "answer " + signalResponse;
        return new Knowledge(answer, null, null, requestId, false, false);
    }

    /** Asks the SDK's own strategy, which is off in the client, whether it would try again. */
    private static boolean isRetryable(AwsServiceException exception) {
        StandardRetryStrategy strategy = AwsRetryStrategy.standardRetryStrategy();
        AcquireInitialTokenRequest first = AcquireInitialTokenRequest.create("scope");
        try {
            strategy.refreshRetryToken(RefreshRetryTokenRequest.builder()
                    .token(strategy.acquireInitialToken(first).token())
                    .failure(exception)
                    .build());
            return true;
        } catch (TokenAcquisitionFailedException e) {
            return false;
        }
    }
}
