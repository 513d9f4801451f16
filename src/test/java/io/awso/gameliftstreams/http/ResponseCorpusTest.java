package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.Fixtures;
import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
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

    /** A part of the answers in the corpus that no message may show. */
    private static final String MARKER = "s3cr3t";

    @AutoClose
    private static final LoopbackServer SERVER = new LoopbackServer();

    @AutoClose
    private static final GameLiftStreamsClient SDK = GameLiftStreamsClient.builder()
            .endpointOverride(SERVER.uri())
            .region(Region.US_WEST_2)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
            .httpClient(Apache5HttpClient.create())
            .overrideConfiguration(configuration -> configuration.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();

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
    }

    static Stream<Row> corpus() {
        return Fixtures.lines(ResponseCorpusTest.class, "responses.txt").map(Row::parse);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void libraryReadsWhatTheRowSays(Row row) throws IOException, InterruptedException {
        CreateStreamSessionConnectionResult result = row.response().read();

        assertThat(ours(result)).hasToString(row.expected());
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

    @ParameterizedTest
    @EnumSource
    void awsSdkReadsRealAnswersAsTheLibraryWritesThem(RealAnswers answer) {
        String signalResponse = answer.signalResponse();
        byte[] body = CreateStreamSessionConnectionCodec.json().encode(output(signalResponse));

        assertThat(theirs(new Response(200, List.of(), body)).answer()).isEqualTo("answer " + signalResponse);
    }

    static Stream<Row> answers() {
        return corpus().filter(
                        row -> row.body().contains(MARKER) && !row.expected().contains(MARKER));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersAreShownNowhereWhereverTheyAreCutOff(Row row) {
        String text = new String(row.response().body(), UTF_8);
        for (byte[] body : List.of(row.response().body(), text.getBytes(UTF_16), text.getBytes(UTF_16LE))) {
            for (int length = 0; length <= body.length; length++) {
                byte[] cutOff = Arrays.copyOf(body, length);
                for (Response response : List.of(
                        new Response(502, List.of(), cutOff),
                        new Response(200, List.of(), cutOff),
                        new Response(200, List.of(Map.entry("content-type", "text/xml")), cutOff))) {
                    CreateStreamSessionConnectionResult result = response.read();
                    // AssertJ's own check for every one of these would take most of the time of this test.
                    if ((result + ours(result).message()).contains(MARKER)) {
                        throw new AssertionError("shown: " + result);
                    }
                }
            }
        }
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
        List<String> more = corpus().flatMap(
                        row -> theirs(row.response()).lacks(ours(row.response().read())).stream())
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
                failure.isRetryable(),
                failure.retryAfter().orElse(null));
    }

    private static Knowledge theirs(Response response) {
        SERVER.answer(response);
        try {
            CreateStreamSessionConnectionResponse answer =
                    SDK.createStreamSessionConnection(request -> request.identifier("sg-1AB2C3De4")
                            .streamSessionIdentifier("ABC123def4567")
                            .signalRequest("offer"));
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
                    isRetryable(e),
                    null);
        } catch (SdkClientException | IllegalArgumentException e) {
            // The latter is for Retry-After: -1.
            return new Knowledge("unreadable", null, null, null, false, false, null);
        }
    }

    private static Knowledge success(String signalResponse, String requestId) {
        String answer = signalResponse == null ? "no answer" : "answer " + signalResponse;
        return new Knowledge(answer, null, null, requestId, false, false, null);
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
