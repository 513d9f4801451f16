package io.awso.gameliftstreams.example;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls the service with the JDK's HTTP client, again where that may help, and prints a line a call. */
final class Calls implements AutoCloseable {
    private static final int MOST_TRIES = 2;
    private static final long PAUSE_MILLIS = 100;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final PrintStream out;

    Calls(URI service, PrintStream out) {
        this.request = HttpRequest.newBuilder(
                        service.resolve("/streamgroups/sg-1AB2C3De4" + "/streamsessions/ABC123def4567/connections"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"SignalRequest\":\"...\"}"))
                .build();
        this.out = out;
    }

    void call() throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            HttpResponse<CreateStreamSessionConnectionResult> response =
                    client.send(request, CreateStreamSessionConnectionResponseReader.bodyHandler());
            CreateStreamSessionConnectionResult result = response.body();
            boolean again = result instanceof Failure failure && failure.isRetryable() && tries < MOST_TRIES;
            out.printf(
                    "%d  %s  %s  %s%n",
                    result.statusCode(),
                    result.requestId().orElse("(no request id)"),
                    value(result),
                    then(result, again));
            if (!again) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static String value(CreateStreamSessionConnectionResult result) {
        return result instanceof Success success
                ? success.output().toString()
                : ((Failure) result).error().toString();
    }

    private static String then(CreateStreamSessionConnectionResult result, boolean again) {
        if (again) {
            return "-> try again after a pause";
        }
        return result instanceof Failure failure
                ? "-> " + (failure.isRetryable() ? "give up for now" : Translation.advice(failure.error()))
                : "-> give the player the answer";
    }

    /** From JDK 21 on a client can be closed; before, its thread ends when the client is collected. */
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
