package io.awso.gameliftstreams.example;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Reconnects a player with a service on this machine, whose first response is an error. */
final class FakeService {
    static final CreateStreamSessionConnectionOutput ANSWER = CreateStreamSessionConnectionOutput.builder()
            .signalResponse("{\"type\":\"answer\",\"sdp\":\"v=0\\r\\no=- 62 2 IN IP4 127.0.0.1\\r\\ns=-\\r\\n\"}")
            .build();

    public static void main(String[] args) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(response(CreateStreamSessionConnectionError.of("ThrottlingException", "Rate exceeded")));
            server.enqueue(response(ANSWER));
            server.start();
            SignedCall service = new SignedCall(
                    HttpClient.newHttpClient(),
                    server.url("/").uri(),
                    "us-west-2",
                    () -> AwsCredentialsIdentity.create("access key", "secret key"),
                    Duration.ofSeconds(10),
                    Clock.systemUTC());
            String offer = "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}";
            System.out.println(Reconnection.reconnect(service, "sg-1AB2C3De4", "ABC123def4567", offer));
            System.out.println(server.getRequestCount() + " requests");
        }
    }

    static MockResponse response(CreateStreamSessionConnectionOutput output) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(CreateStreamSessionConnectionCodec.json().encodeToString(output))
                .build();
    }

    static MockResponse response(CreateStreamSessionConnectionError error) {
        return new MockResponse.Builder()
                .code(error.httpStatusCode().orElse(400))
                .setHeader("Content-Type", "application/json")
                .setHeader("x-amzn-ErrorType", error.code())
                .body(CreateStreamSessionConnectionCodec.json().encodeToString(error))
                .build();
    }
}
