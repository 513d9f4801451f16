package io.awso.gameliftstreams.benchmark;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Real answers, one behind the other, up to a length: does the work grow as the payload does? */
@State(Scope.Thread)
public class GrowthBenchmarks {
    public enum Codec {
        JSON(CreateStreamSessionConnectionCodec.json()),
        XML(CreateStreamSessionConnectionCodec.xml()),
        QUERY(CreateStreamSessionConnectionCodec.query());

        private final CreateStreamSessionConnectionCodec codec;

        Codec(CreateStreamSessionConnectionCodec codec) {
            this.codec = codec;
        }
    }

    @Param
    public Codec codec;

    @Param({"1024", "65536", "1048576", "16777216"})
    public int chars;

    private CreateStreamSessionConnectionOutput output;
    private byte[] payload;

    @Setup
    public void grow() {
        String answers = Payloads.ANSWER.repeat(chars / Payloads.ANSWER.length() + 1);
        output = Payloads.output(answers.substring(0, chars));
        payload = codec.codec.encode(output);
    }

    @Benchmark
    public Object decode() {
        return codec.codec.decodeOutput(payload);
    }

    @Benchmark
    public Object encode() {
        return codec.codec.encode(output);
    }
}
