package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.gameliftstreams.GameLiftStreamsClient;
import software.amazon.awssdk.services.gameliftstreams.model.GameLiftStreamsException;

/**
 * The same raw responses for the AWS SDK for Java and for this library with the JDK's client. The
 * table is the one of {@code docs/http.md}, both columns: it cannot say what is not so.
 */
final class ClientComparisonTest {
    private static LoopbackServer server;
    private static GameLiftStreamsClient sdk;
    private static HttpClient jdk;
    private static String documented;

    @BeforeAll
    static void start() throws IOException {
        server = new LoopbackServer();
        sdk = AwsSdk.client(server.uri());
        jdk = HttpClient.newHttpClient();
        documented = Files.readString(Path.of("docs", "http.md"));
    }

    @AfterAll
    static void stop() {
        sdk.close();
        server.close();
    }

    @ParameterizedTest(name = "{0}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            200 |                                  | {"SignalResponse":"v=0"}                              | answer v=0
            200 |                                  | {}                                                    | no answer
            200 |                                  |                                                       | no answer
            200 |                                  | {"SignalResponse":null}                               | no answer
            200 |                                  | {"signalResponse":"v=0"}                              | no answer
            200 |                                  | {"SignalResponse":42}                                 | refused
            200 |                                  | {"SignalResponse":"v=0"} and more                     | refused
            200 |                                  | {"SignalResponse":"v=0","SignalResponse":"v=1"}       | refused
            200 |                                  | {"SignalResponse":"v=0                                | refused
            200 |                                  | ["v=0"]                                               | refused
            200 |                                  | <html>Sign in</html>                                  | refused
            429 | x-amzn-ErrorType: ThrottlingException | {"message":"Slow down"}                          | ThrottlingException: Slow down
            429 | x-amzn-ErrorType: ThrottlingException |                                                  | ThrottlingException
            429 | x-amzn-ErrorType: a#ThrottlingException:http://b/ |                                      | ThrottlingException
            429 |                                  | {"__type":"ThrottlingException","Message":"Slow down"} | ThrottlingException: Slow down
            429 |                                  | {"__type":"a.b#ThrottlingException","Message":"Slow"} | ThrottlingException: Slow
            429 |                                  | {"code":"ThrottlingException","message":"Slow down"}  | ThrottlingException: Slow down
            429 |                                  | {"code":"a.b#ThrottlingException:http://b/"}          | ThrottlingException
            409 |                                  | {"__type":"ConflictException","errorMessage":"Busy"}  | ConflictException: Busy
            400 | x-amzn-error-message: Too short  | {"__type":"ValidationException"}                      | ValidationException: Too short
            402 |                                  | {"__type":"ServiceQuotaExceededException"}            | ServiceQuotaExceededException
            500 |                                  | {"message":null}                                      | UnknownError
            500 |                                  | {"message":"Oops"}                                    | UnknownError: Oops
            500 |                                  |                                                       | UnknownError
            500 |                                  | ["Oops"]                                              | UnknownError: ["Oops"]
            500 |                                  | {"__type":"InternalServerException","Mess             | UnknownError: {"__type":"InternalServerException","Mess
            500 |                                  | {"__type":"InternalServerException"} and more         | UnknownError: {"__type":"InternalServerException"} and more
            502 |                                  | <html>Bad Gateway</html>                              | UnknownError: <html>Bad Gateway</html>
            """)
    void oursIsExactAndBothAreAsDocumented(int statusCode, String header, String body, String ours)
            throws IOException, InterruptedException {
        server.answer(
                statusCode,
                header == null ? Map.of() : Map.of(header.split(": ")[0], header.split(": ", 2)[1]),
                body == null ? new byte[0] : body.getBytes(UTF_8));

        assertThat(ours()).isEqualTo(ours);
        assertThat(documented)
                .contains("| %d | %s | %s | %s | %s |"
                        .formatted(statusCode, code(header), code(body), ours.replace("|", "\\|"), theirs()));
    }

    private static String code(String text) {
        return text == null ? "" : "`" + text + "`";
    }

    private static String ours() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try {
            CreateStreamSessionConnectionResult result = jdk.send(
                            request, CreateStreamSessionConnectionResponseReader.bodyHandler())
                    .body();
            if (result instanceof Success success) {
                return answer(success.output().signalResponse());
            }
            Failure failure = (Failure) result;
            return error(failure.error().code(), failure.error().message());
        } catch (IOException e) {
            assertThat(e).hasCauseExactlyInstanceOf(CodecException.class);
            return "refused";
        }
    }

    private static String theirs() {
        try {
            return answer(Optional.ofNullable(AwsSdk.call(sdk).signalResponse()));
        } catch (GameLiftStreamsException e) {
            AwsErrorDetails details = e.awsErrorDetails();
            String code = details.errorCode() == null ? "no code" : details.errorCode();
            return error(code, Optional.ofNullable(details.errorMessage()));
        } catch (SdkException e) {
            return "refused";
        }
    }

    private static String answer(Optional<String> signalResponse) {
        return signalResponse.map(answer -> "answer " + answer).orElse("no answer");
    }

    private static String error(String code, Optional<String> message) {
        return code + message.map(text -> ": " + text).orElse("");
    }
}
