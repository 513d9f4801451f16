package io.awso.gameliftstreams.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints the results as tables. Arguments: {@code cold-start} and the number of rounds, for
 * {@link ColdStart}; or JMH's own. {@code short} before JMH's own runs one short fork of each.
 */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        List<String> arguments = List.of(args);
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        switch (first) {
            case "cold-start" -> ColdStart.compare(rest);
            case "short" -> run(rest, 1, 3, TimeValue.milliseconds(500));
            default -> run(arguments, 3, 5, TimeValue.seconds(1));
        }
    }

    private static void run(List<String> arguments, int forks, int iterations, TimeValue time) throws Exception {
        CommandLineOptions given = new CommandLineOptions(arguments.toArray(String[]::new));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(given)
                .forks(given.getForkCount().orElse(forks))
                .warmupIterations(given.getWarmupIterations().orElse(iterations))
                .warmupTime(given.getWarmupTime().orElse(time))
                .measurementIterations(given.getMeasurementIterations().orElse(iterations))
                .measurementTime(given.getMeasurementTime().orElse(time))
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");
        Tables.print(new Runner(options.build()).run());
    }
}
