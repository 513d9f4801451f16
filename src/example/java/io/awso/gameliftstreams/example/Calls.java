package io.awso.gameliftstreams.example;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Calls a service with the JDK's HTTP client, retries a retryable failure once, and prints each attempt. */
final class Calls implements AutoCloseable {
    private static final int MAX_ATTEMPTS = 2;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final Layout layout;

    Calls(URI service, Layout layout) {
        this.request = HttpRequest.newBuilder(
                        service.resolve("/streamgroups/sg-1AB2C3De4/streamsessions/ABC123def4567/connections"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"SignalRequest\":\"...\"}"))
                .build();
        this.layout = layout;
    }

    void call() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            CreateStreamSessionConnectionResult result = client.send(
                            request, CreateStreamSessionConnectionResponseReader.bodyHandler())
                    .body();
            String label = result.statusCode() + " " + result.requestId().orElse("-");
            if (!(result instanceof Failure failure)) {
                layout.line(label, Translation.value(result.orElseThrow()));
                layout.line("", "-> Give the answer to the player.");
                return;
            }
            layout.line(label, Translation.value(failure.error()));
            if (!failure.isRetryable() || attempt == MAX_ATTEMPTS) {
                layout.line(
                        "", "-> " + (failure.isRetryable() ? "Give up after two attempts." : Advice.about(failure)));
                return;
            }
            Duration pause = failure.retryAfter().orElse(PAUSE);
            layout.line(
                    "",
                    "-> Try again after " + pause.toMillis() + " ms"
                            + (failure.retryAfter().isPresent() ? ", as the response asks." : "."));
            Thread.sleep(pause.toMillis());
        }
    }

    /** Closes the client. Before JDK 21 it cannot be closed: its thread ends when the client is garbage-collected. */
    @Override
    public void close() {
        if (client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
