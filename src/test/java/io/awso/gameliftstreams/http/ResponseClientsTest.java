package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.ResponseRow.Knowledge;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
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

/** Every response in {@code responses.txt}, read by this library's handler for the JDK's client and by the AWS SDK for Java. */
final class ResponseClientsTest {
    private static final HttpClient JDK =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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

    @ParameterizedTest
    @MethodSource("io.awso.gameliftstreams.http.ResponseRow#corpus")
    void jdkClientReadsTheSameAsTheLibraryAlone(ResponseRow row) throws IOException, InterruptedException {
        SERVER.answer(row.response());
        HttpRequest request = HttpRequest.newBuilder(SERVER.uri())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(JDK.send(request, CreateStreamSessionConnectionResponseReader.bodyHandler())
                        .body())
                .isEqualTo(row.response().read());
    }

    @ParameterizedTest
    @MethodSource("io.awso.gameliftstreams.http.ResponseRow#corpus")
    void awsSdkReadsWhatTheRowSaysAndKnowsNoMore(ResponseRow row) {
        Knowledge theirs = theirs(row.response());

        assertThat(theirs).hasToString(row.sdk());
        assertThat(Knowledge.of(row.response().read()).lacks(theirs).isEmpty()).isNotEqualTo(row.sdkDiffers());
    }

    @ParameterizedTest
    @EnumSource
    void awsSdkReadsRealAnswersAsTheLibraryWritesThem(RealAnswers answer) {
        String signalResponse = answer.signalResponse();
        byte[] body = CreateStreamSessionConnectionCodec.json().encode(output(signalResponse));

        assertThat(theirs(new Response(200, List.of(), body)).answer()).isEqualTo("answer " + signalResponse);
    }

    @Test
    void theDocsSayHowMuchMoreTheLibraryKnows() throws IOException {
        List<String> more = ResponseRow.corpus()
                .flatMap(row ->
                        theirs(row.response()).lacks(Knowledge.of(row.response().read())).stream())
                .toList();

        assertThat(String.join(" ", Files.readAllLines(Path.of("docs", "http.md"))))
                .contains(
                        "Of %d responses, the library knows the code of %d, the message of %d and the request id of %d that the SDK does not know."
                                .formatted(
                                        ResponseRow.corpus().count(),
                                        Collections.frequency(more, "code"),
                                        Collections.frequency(more, "message"),
                                        Collections.frequency(more, "request id")));
    }

    private static Knowledge theirs(Response response) {
        SERVER.answer(response);
        try {
            CreateStreamSessionConnectionResponse answer =
                    SDK.createStreamSessionConnection(request -> request.identifier("sg-1AB2C3De4")
                            .streamSessionIdentifier("ABC123def4567")
                            .signalRequest("offer"));
            String requestId = answer.responseMetadata().requestId();
            return Knowledge.ofSuccess(answer.signalResponse(), requestId.equals("UNKNOWN") ? null : requestId);
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
