package io.awso.gameliftstreams.http;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.gameliftstreams.GameLiftStreamsClient;
import software.amazon.awssdk.services.gameliftstreams.model.CreateStreamSessionConnectionResponse;

/** The AWS SDK for Java as a client of a server under test: the operation, once, without retries. */
final class AwsSdk {
    private AwsSdk() {}

    static GameLiftStreamsClient client(URI endpoint) {
        return GameLiftStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
                .httpClient(Apache5HttpClient.create())
                .overrideConfiguration(configuration -> configuration.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    static CreateStreamSessionConnectionResponse call(GameLiftStreamsClient client) {
        return client.createStreamSessionConnection(request -> request.identifier("sg-1AB2C3De4")
                .streamSessionIdentifier("ABC123def4567")
                .signalRequest("offer"));
    }
}
