package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.CODECS;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** One instance of each codec serves all threads: no value ends up in another thread's. */
final class ConcurrencyTest {
    private static final int TRANSLATIONS = 1_000_000;
    private static final int TRANSLATIONS_PER_ROUND = 4 * CODECS.size();

    @Tag("slow")
    @Test
    void platformThreadsGetTheirOwnValues() throws Throwable {
        requireOwnValues(Executors.newFixedThreadPool(64), 64);
    }

    @Tag("slow")
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads are new in Java 21")
    void virtualThreadsGetTheirOwnValues() throws Throwable {
        // The code is compiled for 17, which does not have this method.
        ExecutorService threads = (ExecutorService) MethodHandles.publicLookup()
                .findStatic(
                        Executors.class,
                        "newVirtualThreadPerTaskExecutor",
                        MethodType.methodType(ExecutorService.class))
                .invoke();

        requireOwnValues(threads, 10_000);
    }

    private static void requireOwnValues(ExecutorService threads, int count) throws Throwable {
        int rounds = TRANSLATIONS / TRANSLATIONS_PER_ROUND / count + 1;
        try {
            List<Callable<Integer>> work = IntStream.range(0, count)
                    .<Callable<Integer>>mapToObj(thread -> () -> rightRounds(thread, rounds))
                    .toList();
            int right = 0;
            for (Future<Integer> each : threads.invokeAll(work)) {
                right += each.get();
            }
            assertThat(right).isEqualTo(count * rounds);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int rightRounds(int thread, int rounds) {
        int right = 0;
        for (int round = 0; round < rounds; round++) {
            String text = ("thread " + thread + "\r\n").repeat(round % 20) + "<\u00E9&\uD83C\uDFAE> round " + round;
            CreateStreamSessionConnectionOutput output = output(text);
            CreateStreamSessionConnectionError error = error("Code" + thread, text);
            boolean same = true;
            for (CreateStreamSessionConnectionCodec codec : CODECS) {
                byte[] encodedOutput = codec.encode(output);
                byte[] encodedError = codec.encode(error);
                same &= codec.decodeOutput(encodedOutput).equals(output);
                same &= codec.decodeError(encodedError).equals(error);
            }
            right += same ? 1 : 0;
        }
        return right;
    }
}
