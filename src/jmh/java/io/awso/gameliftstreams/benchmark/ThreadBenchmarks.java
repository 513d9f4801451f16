package io.awso.gameliftstreams.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** One codec, used by one thread and by two: does one thread slow the other down? */
@State(Scope.Benchmark)
public class ThreadBenchmarks {
    @Param
    public Format format;

    private byte[] payload;

    @Setup
    public void encodeOnce() {
        payload = Payloads.output(format.codec);
    }

    @Benchmark
    @Threads(1)
    public Object decodeByOne() {
        return format.codec.decodeOutput(payload);
    }

    @Benchmark
    @Threads(2)
    public Object decodeByTwo() {
        return format.codec.decodeOutput(payload);
    }

    @Benchmark
    @Threads(1)
    public Object encodeByOne() {
        return format.codec.encode(Payloads.OUTPUT);
    }

    @Benchmark
    @Threads(2)
    public Object encodeByTwo() {
        return format.codec.encode(Payloads.OUTPUT);
    }
}
