package io.awso.gameliftstreams.benchmark;

import io.awso.gameliftstreams.HostileKind;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Input that is meant to be slow, of each of the tests' kinds: is the time proportional to the length? */
@State(Scope.Thread)
public class HostileBenchmarks {
    @Param
    public HostileKind kind;

    @Param({"1048576", "4194304", "16777216"})
    public int bytes;

    private Supplier<Object> reading;

    @Setup
    public void make() {
        reading = kind.reading(bytes);
    }

    @Benchmark
    public Object read() {
        return reading.get();
    }
}
