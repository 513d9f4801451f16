package io.awso.gameliftstreams.benchmark;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** Prints results as Markdown. A figure is the median of all forks, disturbed ones included, unless it is the slowest. */
final class Tables {
    private static final String LIBRARY = "library";

    private Tables() {}

    static void print(Collection<RunResult> results) {
        printPeers(of(results, JsonBenchmarks.class, XmlBenchmarks.class, QueryBenchmarks.class, HttpBenchmarks.class));
        printGrowth(of(results, GrowthBenchmarks.class));
        printGrowth(of(results, HostileBenchmarks.class));
        printThreads(of(results, ThreadBenchmarks.class));
    }

    private static List<RunResult> of(Collection<RunResult> results, Class<?>... benchmarks) {
        List<String> names =
                List.of(benchmarks).stream().map(Class::getSimpleName).toList();
        return results.stream()
                .filter(result -> names.contains(name(result).split("\\.")[0]))
                .toList();
    }

    /** One row per peer. The last ratio compares the library's slowest fork with the peer's median one. */
    private static void printPeers(List<RunResult> results) {
        if (results.isEmpty()) {
            return;
        }
        Map<String, RunResult> library = results.stream()
                .filter(result -> name(result).endsWith("." + LIBRARY))
                .collect(Collectors.toMap(Tables::work, result -> result));
        List<RunResult> peers = results.stream()
                .filter(result -> !name(result).endsWith("." + LIBRARY))
                .filter(result -> library.containsKey(work(result)))
                .toList();
        System.out.printf(
                "%n| work and peer | library, ns | slowest | peer, ns | slowest | ratio | slowest to peer |%n");
        System.out.printf("| --- | ---: | ---: | ---: | ---: | ---: | ---: |%n");
        for (RunResult peer : peers) {
            RunResult own = library.get(work(peer));
            System.out.printf(
                    "| %s | %,.0f | %,.0f | %,.0f | %,.0f | %.2f | %.2f |%n",
                    name(peer),
                    nanos(own),
                    slowest(own),
                    nanos(peer),
                    slowest(peer),
                    nanos(own) / nanos(peer),
                    slowest(own) / nanos(peer));
        }
        System.out.printf("%n| work and peer | library, bytes | peer, bytes |%n");
        System.out.printf("| --- | ---: | ---: |%n");
        for (RunResult peer : peers) {
            System.out.printf("| %s | %,.0f | %,.0f |%n", name(peer), bytes(library.get(work(peer))), bytes(peer));
        }
    }

    /** One row per kind of payload: nanoseconds per byte at each length, and how much these differ. */
    private static void printGrowth(List<RunResult> results) {
        if (results.isEmpty()) {
            return;
        }
        Map<String, Map<Integer, Double>> rows = new LinkedHashMap<>();
        for (RunResult result : results) {
            int length = Integer.parseInt(result.getParams().getParam("bytes"));
            rows.computeIfAbsent(withParameter(result), row -> new LinkedHashMap<>())
                    .put(length, nanos(result) / length);
        }
        String lengths = results.stream()
                .map(result -> result.getParams().getParam("bytes"))
                .distinct()
                .collect(Collectors.joining(", "));
        System.out.printf("%n| work | ns per byte at %s bytes | highest / lowest | last / first |%n", lengths);
        System.out.printf("| --- | --- | ---: | ---: |%n");
        rows.forEach((row, byLength) -> {
            List<Double> costs = List.copyOf(byLength.values());
            List<Double> sorted = costs.stream().sorted().toList();
            System.out.printf(
                    "| %s | %s | %.2f | %.2f |%n",
                    row,
                    costs.stream().map("%.3f"::formatted).collect(Collectors.joining(", ")),
                    sorted.get(sorted.size() - 1) / sorted.get(0),
                    costs.get(costs.size() - 1) / costs.get(0));
        });
    }

    private static void printThreads(List<RunResult> results) {
        if (results.isEmpty()) {
            return;
        }
        Map<String, Double> perMilli = new LinkedHashMap<>();
        for (RunResult result : results) {
            perMilli.put(withParameter(result), result.getParams().getThreads() * 1e6 / nanos(result));
        }
        System.out.printf("%n| work | per ms, 1 thread | per ms, 2 threads | ratio |%n");
        System.out.printf("| --- | ---: | ---: | ---: |%n");
        perMilli.forEach((row, one) -> {
            Double two = perMilli.get(row.replace("ByOne", "ByTwo"));
            if (row.contains("ByOne") && two != null) {
                System.out.printf("| %s | %.0f | %.0f | %.2f |%n", row.replace("ByOne", ""), one, two, two / one);
            }
        });
    }

    private static double nanos(RunResult result) {
        return median(result, fork -> fork.getPrimaryResult().getScore());
    }

    private static double slowest(RunResult result) {
        return result.getBenchmarkResults().stream()
                .mapToDouble(fork -> fork.getPrimaryResult().getScore())
                .max()
                .orElseThrow();
    }

    private static double bytes(RunResult result) {
        return median(
                result,
                fork -> fork.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }

    private static double median(RunResult result, ToDoubleFunction<BenchmarkResult> score) {
        return median(
                result.getBenchmarkResults().stream().map(score::applyAsDouble).toList());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    /** Returns a name such as {@code JsonBenchmarks.OutputDecode.library}. */
    private static String name(RunResult result) {
        return result.getParams()
                .getBenchmark()
                .substring(Tables.class.getPackageName().length() + 1);
    }

    private static String work(RunResult result) {
        String name = name(result);
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Returns the name, and the parameter other than the length. */
    private static String withParameter(RunResult result) {
        String name = name(result);
        return result.getParams().getParamsKeys().stream()
                        .filter(key -> !key.equals("bytes"))
                        .map(key -> result.getParams().getParam(key) + " ")
                        .collect(Collectors.joining())
                + name.substring(name.lastIndexOf('.') + 1);
    }
}
