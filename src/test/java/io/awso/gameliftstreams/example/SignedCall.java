package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Calls the service with the JDK's HTTP client and AWS's signer. */
record SignedCall(
        HttpClient client,
        URI endpoint,
        String region,
        Supplier<AwsCredentialsIdentity> credentials,
        Duration timeout,
        Clock clock) {

    private static final Pattern JSON_ESCAPED = Pattern.compile("[\\x00-\\x1f\"\\\\]");

    /** Sends the call once, and waits for the response. Throws an IOException if there is none in time. */
    CreateStreamSessionConnectionResult send(String streamGroup, String session, String clientToken, String offer)
            throws IOException, InterruptedException {
        try {
            return sendAsync(streamGroup, session, clientToken, offer).get();
        } catch (ExecutionException e) {
            throw new IOException("no complete response", e.getCause());
        }
    }

    /** Sends the call once. */
    CompletableFuture<CreateStreamSessionConnectionResult> sendAsync(
            String streamGroup, String session, String clientToken, String offer) {
        URI uri = endpoint.resolve(
                "/streamgroups/" + encode(streamGroup) + "/streamsessions/" + encode(session) + "/connections");
        byte[] body =
                ("{\"ClientToken\":" + quote(clientToken) + ",\"SignalRequest\":" + quote(offer) + "}").getBytes(UTF_8);
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(uri)
                .putHeader("Content-Type", "application/json")
                .build();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        sign(unsigned, body).forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) { // The JDK's client sets this one itself.
                values.forEach(value -> request.header(name, value));
            }
        });
        CompletableFuture<HttpResponse<CreateStreamSessionConnectionResult>> exchange =
                client.sendAsync(request.build(), CreateStreamSessionConnectionResponseReader.bodyHandler());
        return exchange.thenApply(HttpResponse::body)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((result, failure) -> exchange.cancel(true)); // Ends an exchange that timed out.
    }

    SdkHttpRequest sign(SdkHttpRequest request, byte[] body) {
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.request(request)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .identity(credentials.get())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "gameliftstreams")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock))
                .request();
    }

    private static String encode(String identifier) {
        return URLEncoder.encode(identifier, UTF_8).replace("+", "%20");
    }

    /** Quotes a text for JSON, with an escape for each character that may not be in a string as it is. */
    private static String quote(String text) {
        HexFormat hex = HexFormat.of();
        String escaped = JSON_ESCAPED
                .matcher(text)
                .replaceAll(c -> "\\\\u" + hex.toHexDigits(c.group().charAt(0)));
        return '"' + escaped + '"';
    }
}
