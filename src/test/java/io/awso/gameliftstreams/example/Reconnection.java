package io.awso.gameliftstreams.example;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Reconnects a player, and tries again if that may help. */
final class Reconnection {
    private static final int MAX_ATTEMPTS = 4;
    private static final Duration LAST_ATTEMPT = Duration.ofSeconds(60);

    interface Call {
        CreateStreamSessionConnectionResult execute() throws IOException, InterruptedException;
    }

    /** Returns the answer. The token lets the service recognize a retry, so it is the same for all attempts. */
    static String reconnect(SignedCall service, String streamGroup, String session, String offer)
            throws IOException, InterruptedException {
        String clientToken = UUID.randomUUID().toString();
        return retrying(() -> service.send(streamGroup, session, clientToken, offer))
                .signalResponse()
                .orElseThrow(() -> new IOException("a response without an answer"));
    }

    /** Returns the output, or throws the last error. Starts no attempt after 60 seconds. */
    static CreateStreamSessionConnectionOutput retrying(Call call) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            CreateStreamSessionConnectionResult result = call.execute();
            if (!(result instanceof Failure failure) || !failure.isRetryable() || attempt == MAX_ATTEMPTS) {
                return result.orElseThrow();
            }
            Duration pause = pause(failure, attempt);
            if (pause.plusNanos(System.nanoTime() - start).compareTo(LAST_ATTEMPT) > 0) {
                return result.orElseThrow();
            }
            Thread.sleep(pause.toMillis());
        }
    }

    /** Returns what the response asks for, and a random time, so that clients do not retry in lockstep. */
    static Duration pause(Failure failure, int attempt) {
        long limit = (failure.isThrottling() ? 500L : 50L) << attempt;
        return failure.retryAfter()
                .orElse(Duration.ZERO)
                .plusMillis(ThreadLocalRandom.current().nextLong(limit));
    }
}
