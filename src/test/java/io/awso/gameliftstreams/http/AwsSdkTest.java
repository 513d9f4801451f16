package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionJsonCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.gameliftstreams.GameLiftStreamsClient;
import software.amazon.awssdk.services.gameliftstreams.model.GameLiftStreamsException;

/** A real client of the service, the AWS SDK for Java, reads what the JSON codec writes. */
final class AwsSdkTest {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();

    private static LoopbackServer server;
    private static GameLiftStreamsClient sdk;

    @BeforeAll
    static void start() throws IOException {
        server = new LoopbackServer();
        sdk = AwsSdk.client(server.uri());
    }

    @AfterAll
    static void stop() throws IOException {
        sdk.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(RealAnswers.class)
    void realAnswersArriveEqual(RealAnswers answer) {
        server.answer(response(200, JSON.encode(output(answer.signalResponse()))));

        assertThat(AwsSdk.call(sdk).signalResponse()).isEqualTo(answer.signalResponse());
    }

    @Test
    void absentAnswerArrivesAsNull() {
        server.answer(response(200, JSON.encode(output(null))));

        assertThat(AwsSdk.call(sdk).signalResponse()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccessDeniedException",
                "ConflictException",
                "InternalServerException",
                "ResourceNotFoundException",
                "ThrottlingException",
                "ValidationException",
            })
    void modelledErrorsArriveAsTheExceptionOfTheirName(String code) {
        CreateStreamSessionConnectionError error = CreateStreamSessionConnectionError.of(code, "Räte \"exceeded\"\r\n");

        GameLiftStreamsException exception =
                receive(error, error.httpStatusCode().orElseThrow());

        assertThat(exception.getClass().getSimpleName()).isEqualTo(code);
    }

    @Test
    void unmodelledErrorsArriveWithTheirCode() {
        receive(CreateStreamSessionConnectionError.of("ServiceQuotaExceededException", "Too many"), 402);
    }

    private static Response response(int statusCode, byte[] body) {
        return new Response(
                statusCode,
                List.of(Map.entry("Content-Type", JSON.contentType()), Map.entry("x-amzn-RequestId", "7f3c1a52")),
                body);
    }

    private static GameLiftStreamsException receive(CreateStreamSessionConnectionError error, int statusCode) {
        server.answer(response(statusCode, JSON.encode(error)));

        GameLiftStreamsException exception =
                catchThrowableOfType(GameLiftStreamsException.class, () -> AwsSdk.call(sdk));

        assertThat(exception.awsErrorDetails().errorCode()).isEqualTo(error.code());
        assertThat(exception.awsErrorDetails().errorMessage())
                .isEqualTo(error.message().orElseThrow());
        assertThat(exception.statusCode()).isEqualTo(statusCode);
        assertThat(exception.requestId()).isEqualTo("7f3c1a52");
        return exception;
    }
}
