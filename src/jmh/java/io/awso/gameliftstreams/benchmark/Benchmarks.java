package io.awso.gameliftstreams.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints the results as tables. Without arguments: ten forks of each contestant, one fork of each
 * of the others, and {@link ColdStart}. Arguments: {@code cold-start} or {@code signed-call} and the number of rounds, for
 * {@link ColdStart} or {@link SignedCallStart}; {@code peers} for the contestants alone; or JMH's own.
 */
public final class Benchmarks {
    private static final String PEERS = "(Json|Xml|Query|Http)Benchmarks";
    private static final String OTHERS = "(Growth|Hostile|Thread)Benchmarks";

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        List<String> arguments = List.of(args);
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        switch (first) {
            case "" -> {
                Tables.print(run(10, PEERS));
                Tables.print(run(1, OTHERS));
                ColdStart.compare(rest);
            }
            case "cold-start" -> ColdStart.compare(rest);
            case "signed-call" -> SignedCallStart.main(rest.toArray(String[]::new));
            case "peers" -> Tables.print(run(10, PEERS));
            default -> Tables.print(run(1, args));
        }
    }

    /** Runs forks that warm up for a second and measure for a second, unless the arguments say otherwise. */
    private static Collection<RunResult> run(int forks, String... arguments) throws Exception {
        CommandLineOptions given = new CommandLineOptions(arguments);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(given)
                .forks(given.getForkCount().orElse(forks))
                .warmupIterations(given.getWarmupIterations().orElse(10))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.milliseconds(100)))
                .measurementIterations(given.getMeasurementIterations().orElse(10))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.milliseconds(100)))
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");
        return new Runner(options.build()).run();
    }
}
