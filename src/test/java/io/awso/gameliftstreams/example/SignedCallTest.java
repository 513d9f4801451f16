package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.gameliftstreams.GameLiftStreamsClient;
import software.amazon.awssdk.services.gameliftstreams.auth.scheme.GameLiftStreamsAuthSchemeProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The guide's call is the AWS SDK's call: the same server, clock and credentials, and both requests compared. */
final class SignedCallTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final AwsCredentials CREDENTIALS = AwsSessionCredentials.create("AKID", "secret", "session/token==");
    private static final String STREAM_GROUP =
            "arn:aws:gameliftstreams:us-west-2:123456789012:streamgroup/sg-1AB2C3De4";
    private static final String SESSION = "arn:aws:gameliftstreams:us-west-2:123456789012:streamsession/sg-1/ABC 1+2";
    private static final String TOKEN = "2d0c8a5e-9d0e-4f0b-8a3a-6a53a6d3f0d1";
    private static final String OFFER = allButSurrogates();

    private static String allButSurrogates() {
        return IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(c -> !Character.isSurrogate((char) c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}", "\ud83c\udfae"));
    }

    @AutoClose
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
        for (int i = 0; i < 2; i++) {
            server.enqueue(FakeService.response(FakeService.ANSWER));
        }
    }

    private URI endpoint() {
        return server.url("/").uri();
    }

    private static SignedCall guide(URI endpoint, Duration timeout) {
        return new SignedCall(HttpClient.newHttpClient(), endpoint, "us-west-2", () -> CREDENTIALS, timeout, CLOCK);
    }

    private SignedCall guide() {
        return guide(endpoint(), Duration.ofSeconds(30));
    }

    private RecordedRequest sentByTheGuide() throws Exception {
        assertThat(guide().send(STREAM_GROUP, SESSION, TOKEN, OFFER)).isInstanceOf(Success.class);
        return server.takeRequest();
    }

    private RecordedRequest sentByTheSdk() throws Exception {
        GameLiftStreamsAuthSchemeProvider schemes = GameLiftStreamsAuthSchemeProvider.defaultProvider();
        try (GameLiftStreamsClient sdk = GameLiftStreamsClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
                .httpClient(Apache5HttpClient.create())
                .authSchemeProvider(parameters -> schemes.resolveAuthScheme(parameters).stream()
                        .map(scheme -> scheme.toBuilder()
                                .putSignerProperty(AwsV4HttpSigner.SIGNING_CLOCK, CLOCK)
                                .build())
                        .toList())
                .build()) {
            sdk.createStreamSessionConnection(request -> request.identifier(STREAM_GROUP)
                    .streamSessionIdentifier(SESSION)
                    .clientToken(TOKEN)
                    .signalRequest(OFFER));
        }
        return server.takeRequest();
    }

    @Test
    void theRequestIsTheSdks() throws Exception {
        RecordedRequest guide = sentByTheGuide();
        RecordedRequest sdk = sentByTheSdk();

        assertThat(guide.getMethod()).isEqualTo(sdk.getMethod()).isEqualTo("POST");
        assertThat(guide.getTarget())
                .isEqualTo(sdk.getTarget())
                .startsWith("/streamgroups/arn%3Aaws%3Agameliftstreams%3A")
                .endsWith("ABC%201%2B2/connections");
        assertThat(members(guide))
                .isEqualTo(members(sdk))
                .isEqualTo(JsonMapper.shared()
                        .createObjectNode()
                        .put("ClientToken", TOKEN)
                        .put("SignalRequest", OFFER));
        for (String header : List.of("Content-Type", "Host", "X-Amz-Date", "X-Amz-Security-Token")) {
            assertThat(guide.getHeaders().get(header))
                    .as(header)
                    .isEqualTo(sdk.getHeaders().get(header));
        }
    }

    @Test
    void theSameHeadersGetTheSdksSignature() throws Exception {
        RecordedRequest sdk = sentByTheSdk();

        assertThat(authorization(sdk)).isEqualTo(sdk.getHeaders().get("Authorization"));
    }

    @Test
    void theSignatureIsOfTheRequestThatIsSent() throws Exception {
        RecordedRequest guide = sentByTheGuide();

        assertThat(authorization(guide)).isEqualTo(guide.getHeaders().get("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"SignalResponse\""})
    void aResponseThatStallsEndsTheCallAndTheConnection(String start) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FutureTask<Integer> stalling = new FutureTask<>(() -> {
                try (Socket connection = listener.accept()) {
                    connection.getOutputStream().write(start.getBytes(UTF_8));
                    return connection.getInputStream().readAllBytes().length; // Returns when the client closes.
                }
            });
            new Thread(stalling).start();
            URI endpoint = URI.create("http://127.0.0.1:" + listener.getLocalPort());

            assertThatThrownBy(() -> guide(endpoint, Duration.ofMillis(500)).send(STREAM_GROUP, SESSION, TOKEN, OFFER))
                    .isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(TimeoutException.class);

            assertThat(stalling.get(30, TimeUnit.SECONDS)).isPositive();
        }
    }

    private static JsonNode members(RecordedRequest request) {
        return JsonMapper.shared().readTree(request.getBody().utf8());
    }

    /** Returns the Authorization header that the guide's code makes from the headers that the sender signed. */
    private String authorization(RecordedRequest received) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(received.getMethod()))
                .uri(endpoint().resolve(received.getTarget()));
        Matcher signedHeaders = Pattern.compile("SignedHeaders=([^,]+),")
                .matcher(received.getHeaders().get("Authorization"));
        assertThat(signedHeaders.find()).isTrue();
        for (String name : signedHeaders.group(1).split(";")) {
            request.putHeader(name, received.getHeaders().values(name));
        }
        return guide().sign(request.build(), received.getBody().toByteArray())
                .firstMatchingHeader("Authorization")
                .orElseThrow();
    }
}
