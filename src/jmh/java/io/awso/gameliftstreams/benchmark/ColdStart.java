package io.awso.gameliftstreams.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Measures first uses: starts fresh JVMs with default settings, one after the other, each for one kind of work. */
final class ColdStart {
    private static final int DEFAULT_ROUNDS = 15;
    private static final String OUTPUT_DECODE = "json-output-decode";
    private static final String JACKSON_CORE = "jackson-core";
    private static final String AWS_SDK = "aws-sdk";

    private ColdStart() {}

    /** Prints how long the first call takes, and how long the first 1 to 100,000 calls take together. */
    static void compare(List<String> args) throws IOException, InterruptedException {
        int rounds = args.isEmpty() ? DEFAULT_ROUNDS : Integer.parseInt(args.get(0));
        // As short as possible, because a long class path slows down the first use of every class.
        String small = classPath(FirstUse.class, CreateStreamSessionConnectionCodec.class, JsonFactory.class);
        String databind = classPath(FirstUse.class, JsonFactory.class, JsonMapper.class, JsonProperty.class);
        String whole = System.getProperty("java.class.path");

        Path inputs = Files.createTempDirectory("cold-start");
        Path answer = Files.write(inputs.resolve("answer"), Payloads.ANSWER.getBytes(UTF_8));
        Path json = Files.write(inputs.resolve("json"), Payloads.output(Format.JSON.codec));
        Path error = Files.write(inputs.resolve("error"), Payloads.error(Format.JSON.codec));
        Path xml = Files.write(inputs.resolve("xml"), Payloads.output(Format.XML.codec));
        Path query = Files.write(inputs.resolve("query"), Payloads.output(Format.QUERY.codec));
        List<FreshJvm> firstCalls = List.of(
                new FreshJvm(OUTPUT_DECODE, json, small, 1),
                new FreshJvm("json-error-decode", error, small, 1),
                new FreshJvm("json-failure-read", error, small, 1),
                new FreshJvm("query-output-decode", query, small, 1),
                new FreshJvm("xml-output-decode", xml, small, 1),
                new FreshJvm("json-output-encode", answer, small, 1),
                new FreshJvm("query-output-encode", answer, small, 1),
                new FreshJvm("xml-output-encode", answer, small, 1),
                new FreshJvm(JACKSON_CORE, json, small, 1),
                new FreshJvm("databind-record", json, databind, 1),
                new FreshJvm(AWS_SDK, json, whole, 1));
        List<FreshJvm> manyCalls = List.of(
                new FreshJvm(OUTPUT_DECODE, json, small, 100_000),
                new FreshJvm(JACKSON_CORE, json, small, 100_000),
                new FreshJvm(AWS_SDK, json, whole, 100_000));
        Map<String, List<Double>> first = medians(firstCalls, rounds);
        Map<String, List<Double>> many = medians(manyCalls, rounds);
        for (Path input : List.of(answer, json, error, xml, query, inputs)) {
            Files.delete(input);
        }

        double jacksonCore = first.get(JACKSON_CORE).get(0);
        System.out.printf("%n| first use, median of %d JVMs | ms | compared with jackson-core |%n", rounds);
        System.out.printf("| --- | ---: | ---: |%n");
        first.forEach((work, millis) ->
                System.out.printf("| %s | %.1f | %.2f |%n", work, millis.get(0), millis.get(0) / jacksonCore));

        System.out.printf(
                "%n| ms for the first calls, median of %d JVMs | 1 | 10 | 100 | 1,000 | 10,000 | 100,000", rounds);
        System.out.printf(" | longest after the first |%n| --- |%s%n", " ---: |".repeat(7));
        many.forEach((work, millis) -> System.out.printf(
                "| %s | %s |%n", work, millis.stream().map("%.1f"::formatted).collect(Collectors.joining(" | "))));
    }

    /** Returns, by work, the medians of what each JVM prints, in milliseconds. Starts the contestants in turn. */
    private static Map<String, List<Double>> medians(List<FreshJvm> jvms, int rounds)
            throws IOException, InterruptedException {
        Map<String, List<List<Double>>> columns = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (FreshJvm jvm : jvms) {
                List<Double> millis = jvm.millis();
                List<List<Double>> ofWork = columns.computeIfAbsent(jvm.work, work -> new ArrayList<>());
                for (int i = 0; i < millis.size(); i++) {
                    if (i == ofWork.size()) {
                        ofWork.add(new ArrayList<>());
                    }
                    ofWork.get(i).add(millis.get(i));
                }
            }
        }
        Map<String, List<Double>> medians = new LinkedHashMap<>();
        columns.forEach((work, ofWork) ->
                medians.put(work, ofWork.stream().map(Tables::median).toList()));
        return medians;
    }

    /** Returns the class path of the jars and folders that hold the given classes. */
    private static String classPath(Class<?>... classes) {
        return Stream.of(classes)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private record FreshJvm(String work, Path input, String classPath, int calls) {
        List<Double> millis() throws IOException, InterruptedException {
            Process jvm = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath,
                            FirstUse.class.getName(),
                            work,
                            input.toString(),
                            String.valueOf(calls))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<Double> millis = new String(jvm.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .map(nanos -> Long.parseLong(nanos) / 1e6)
                    .toList();
            if (jvm.waitFor() != 0) {
                throw new IllegalStateException(work + " failed");
            }
            return millis;
        }
    }
}
