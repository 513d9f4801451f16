package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service with the JDK's HTTP client and AWS's signer. */
record SignedCall(HttpClient client, URI endpoint, String region, AwsCredentialsIdentity credentials, Clock clock) {

    CreateStreamSessionConnectionResult send(String streamGroup, String session, String clientToken, String offer)
            throws IOException, InterruptedException {
        URI uri = endpoint.resolve(
                "/streamgroups/" + encode(streamGroup) + "/streamsessions/" + encode(session) + "/connections");
        byte[] body = JsonMapper.shared().writeValueAsBytes(Map.of("ClientToken", clientToken, "SignalRequest", offer));
        SdkHttpRequest signed = sign(
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(uri)
                        .putHeader("Content-Type", "application/json")
                        .build(),
                body);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        signed.forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) { // The JDK's client sets this one itself.
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), CreateStreamSessionConnectionResponseReader.bodyHandler())
                .body();
    }

    SdkHttpRequest sign(SdkHttpRequest request, byte[] body) {
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.request(request)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .identity(credentials)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "gameliftstreams")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock))
                .request();
    }

    private static String encode(String identifier) {
        return URLEncoder.encode(identifier, UTF_8).replace("+", "%20");
    }
}
