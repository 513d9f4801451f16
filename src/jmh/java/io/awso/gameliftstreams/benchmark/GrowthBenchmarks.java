package io.awso.gameliftstreams.benchmark;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A real answer, repeated up to each length: is the time proportional to the length? */
@State(Scope.Thread)
public class GrowthBenchmarks {
    @Param
    public Format format;

    @Param({"1024", "65536", "1048576", "16777216"})
    public int bytes;

    private CreateStreamSessionConnectionOutput output;
    private byte[] payload;

    @Setup
    public void grow() {
        String answers = Payloads.ANSWER.repeat(bytes / Payloads.ANSWER.length() + 1);
        int fits = 0;
        for (int step = Integer.highestOneBit(answers.length()); step > 0; step /= 2) {
            int longer = fits + step;
            if (longer <= answers.length() && encoded(answers.substring(0, longer)).length <= bytes) {
                fits = longer;
            }
        }
        output = Payloads.output(answers.substring(0, fits));
        payload = format.codec.encode(output);
    }

    private byte[] encoded(String answer) {
        return format.codec.encode(Payloads.output(answer));
    }

    @Benchmark
    public Object decode() {
        return format.codec.decodeOutput(payload);
    }

    @Benchmark
    public Object encode() {
        return format.codec.encode(output);
    }
}
