package io.awso.gameliftstreams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One instance of each codec serves all threads: its buffers and tables of names are never mixed up. */
final class ConcurrencyTest {
    private static final int THREADS = 64;
    private static final int ROUNDS = 100_000 / THREADS + 1;

    @Test
    void threadsGetTheirOwnValues() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                work.add(() -> right(number));
            }
            int right = 0;
            for (Future<Integer> each : threads.invokeAll(work)) {
                right += each.get();
            }
            assertThat(right).isEqualTo(THREADS * ROUNDS).isGreaterThanOrEqualTo(100_000);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int right(int thread) {
        int right = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = ("thread " + thread + "\r\n").repeat(round % 40) + "<\u00E9&\uD83C\uDFAE> round " + round;
            CreateStreamSessionConnectionOutput output = CreateStreamSessionConnectionOutput.builder()
                    .signalResponse(text)
                    .build();
            CreateStreamSessionConnectionError error = CreateStreamSessionConnectionError.of("Code" + thread, text);
            boolean same = true;
            for (CreateStreamSessionConnectionCodec codec : List.of(
                    CreateStreamSessionConnectionCodec.json(),
                    CreateStreamSessionConnectionCodec.xml(),
                    CreateStreamSessionConnectionCodec.query())) {
                same &= codec.decodeOutput(codec.encode(output)).equals(output);
                same &= codec.decodeError(codec.encode(error)).equals(error);
            }
            right += same ? 1 : 0;
        }
        return right;
    }
}
