package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionJsonCodec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.gameliftstreams.GameLiftStreamsClient;
import software.amazon.awssdk.services.gameliftstreams.model.GameLiftStreamsException;

/** A real client of the service, the AWS SDK for Java, reads what the JSON codec writes. */
final class AwsSdkTest {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();

    @AutoClose
    private static final LoopbackServer SERVER = new LoopbackServer();

    @AutoClose
    private static final GameLiftStreamsClient SDK = AwsSdk.client(SERVER.uri());

    @ParameterizedTest
    @EnumSource(RealAnswers.class)
    void realAnswersArriveEqual(RealAnswers answer) {
        SERVER.answer(response(200, JSON.encode(output(answer.signalResponse()))));

        assertThat(AwsSdk.call(SDK).signalResponse()).isEqualTo(answer.signalResponse());
    }

    @Test
    void absentSignalResponseArrivesAsNull() {
        SERVER.answer(response(200, JSON.encode(output(null))));

        assertThat(AwsSdk.call(SDK).signalResponse()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDeniedException, 403",
        "ConflictException, 409",
        "InternalServerException, 500",
        "ResourceNotFoundException, 404",
        "ThrottlingException, 429",
        "ValidationException, 400",
        "ServiceQuotaExceededException, 402",
    })
    void errorsArriveWithCodeMessageStatusAndRequestId(String code, int statusCode) {
        String message = "Räte \"exceeded\"\r\n";
        SERVER.answer(response(statusCode, JSON.encode(error(code, message))));

        GameLiftStreamsException exception =
                catchThrowableOfType(GameLiftStreamsException.class, () -> AwsSdk.call(SDK));

        assertThat(exception.getClass().getSimpleName()).isEqualTo(code);
        assertThat(exception.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(exception.awsErrorDetails().errorMessage()).isEqualTo(message);
        assertThat(exception.statusCode()).isEqualTo(statusCode);
        assertThat(exception.requestId()).isEqualTo("7f3c1a52");
    }

    private static Response response(int statusCode, byte[] body) {
        return new Response(
                statusCode,
                List.of(Map.entry("Content-Type", JSON.contentType()), Map.entry("x-amzn-RequestId", "7f3c1a52")),
                body);
    }
}
