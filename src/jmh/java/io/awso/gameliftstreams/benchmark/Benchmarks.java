package io.awso.gameliftstreams.benchmark;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints them row by row, each contestant beside the library. Arguments:
 * nothing for all, {@code short} for a look that takes minutes, {@code cold-start} and a number of
 * rounds for {@link ColdStart}, or those of JMH.
 */
public final class Benchmarks {
    private static final String LIBRARY = "library";

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        List<String> arguments = List.of(args);
        if (arguments.indexOf("cold-start") == 0) {
            ColdStart.compare(arguments.subList(1, arguments.size()));
        } else if (arguments.indexOf("short") == 0) {
            print(run("-f", "1", "-wi", "2", "-w", "500ms", "-i", "3", "-r", "500ms", "-p", "chars=1024,1048576"));
        } else {
            print(run(args));
        }
    }

    private static Collection<RunResult> run(String... args) throws Exception {
        CommandLineOptions given = new CommandLineOptions(args);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(given)
                .forks(given.getForkCount().orElse(3))
                .warmupIterations(given.getWarmupIterations().orElse(5))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)))
                .measurementIterations(given.getMeasurementIterations().orElse(5))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)))
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");
        return new Runner(options.build()).run();
    }

    /** The median of the forks: one that the machine disturbed counts no more than any other. */
    private static double median(RunResult result, ToDoubleFunction<BenchmarkResult> score) {
        return median(
                result.getBenchmarkResults().stream().map(score::applyAsDouble).toList());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Double> libraryNanos = new LinkedHashMap<>();
        Map<String, Double> libraryBytes = new LinkedHashMap<>();
        for (RunResult result : results) {
            if (name(result).endsWith("." + LIBRARY)) {
                libraryNanos.put(row(result), nanos(result));
                libraryBytes.put(row(result), bytes(result));
            }
        }
        System.out.printf("%n| work | ns | bytes | library's share of the time | of the bytes |%n");
        System.out.printf("| --- | ---: | ---: | ---: | ---: |%n");
        for (RunResult result : results) {
            Double rowNanos = libraryNanos.get(row(result));
            Double rowBytes = libraryBytes.get(row(result));
            String chars = result.getParams().getParam("chars");
            String last = rowNanos != null && rowBytes != null
                    ? "%.2f | %.2f".formatted(rowNanos / nanos(result), rowBytes / bytes(result))
                    : chars != null ? "%.2f ns a char | ".formatted(nanos(result) / Integer.parseInt(chars)) : " | ";
            String codec = result.getParams().getParam("codec");
            System.out.printf(
                    "| %s | %.0f | %.0f | %s |%n",
                    name(result) + (codec == null ? "" : " " + codec + " " + chars),
                    nanos(result),
                    bytes(result),
                    last);
        }
    }

    private static double nanos(RunResult result) {
        return median(result, fork -> fork.getPrimaryResult().getScore());
    }

    private static double bytes(RunResult result) {
        return median(
                result,
                fork -> fork.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }

    /** Such as {@code JsonBenchmarks.OutputDecode.library}. */
    private static String name(RunResult result) {
        return result.getParams()
                .getBenchmark()
                .substring(Benchmarks.class.getPackageName().length() + 1);
    }

    private static String row(RunResult result) {
        String name = name(result);
        return name.substring(0, name.lastIndexOf('.'));
    }
}
