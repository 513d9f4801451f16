package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
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
    private static final String OFFER = "v=0\r\na=ice-ufrag:\"\u00e4\"\r\n";

    /** A request as the server received it. */
    private record Received(String method, String path, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return headers.get(name).get(0);
        }

        JsonNode members() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private final BlockingQueue<Received> requests = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            requests.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    headers,
                    exchange.getRequestBody().readAllBytes()));
            byte[] body = "{\"SignalResponse\":\"v=0\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private SignedCall guide() {
        return new SignedCall(HttpClient.newHttpClient(), endpoint(), "us-west-2", CREDENTIALS, CLOCK);
    }

    private Received sentByTheGuide() throws Exception {
        assertThat(guide().send(STREAM_GROUP, SESSION, TOKEN, OFFER)).isInstanceOf(Success.class);
        return requests.remove();
    }

    private Received sentByTheSdk() {
        GameLiftStreamsAuthSchemeProvider schemes = GameLiftStreamsAuthSchemeProvider.defaultProvider();
        try (GameLiftStreamsClient sdk = GameLiftStreamsClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
                .httpClient(UrlConnectionHttpClient.create())
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
        return requests.remove();
    }

    @Test
    void theRequestIsTheSdks() throws Exception {
        Received guide = sentByTheGuide();
        Received sdk = sentByTheSdk();

        assertThat(guide.method()).isEqualTo(sdk.method()).isEqualTo("POST");
        assertThat(guide.path())
                .isEqualTo(sdk.path())
                .startsWith("/streamgroups/arn%3Aaws%3Agameliftstreams%3A")
                .endsWith("ABC%201%2B2/connections");
        assertThat(guide.members())
                .isEqualTo(sdk.members())
                .isEqualTo(JsonMapper.shared()
                        .createObjectNode()
                        .put("ClientToken", TOKEN)
                        .put("SignalRequest", OFFER));
        for (String header : List.of("Content-Type", "Host", "X-Amz-Date", "X-Amz-Security-Token")) {
            assertThat(guide.header(header)).as(header).isEqualTo(sdk.header(header));
        }
    }

    @Test
    void theSameHeadersGetTheSdksSignature() {
        Received sdk = sentByTheSdk();

        assertThat(authorization(sdk)).isEqualTo(sdk.header("Authorization"));
    }

    @Test
    void theSignatureIsOfTheRequestThatIsSent() throws Exception {
        Received guide = sentByTheGuide();

        assertThat(authorization(guide)).isEqualTo(guide.header("Authorization"));
    }

    /** Returns what the guide's code signs a received request with, given the headers that the sender signed. */
    private String authorization(Received received) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(received.method()))
                .uri(endpoint().resolve(received.path()));
        Matcher signedHeaders = Pattern.compile("SignedHeaders=([^,]+),").matcher(received.header("Authorization"));
        assertThat(signedHeaders.find()).isTrue();
        for (String name : signedHeaders.group(1).split(";")) {
            request.putHeader(name, received.headers().get(name));
        }
        return guide().sign(request.build(), received.body())
                .firstMatchingHeader("Authorization")
                .orElseThrow();
    }
}
