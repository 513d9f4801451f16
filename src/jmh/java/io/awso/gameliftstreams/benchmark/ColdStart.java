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
    private static final String JACKSON_CORE = "jackson-core";

    private ColdStart() {}

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
        List<FreshJvm> jvms = List.of(
                new FreshJvm("json-output-decode", json, small),
                new FreshJvm("json-error-decode", error, small),
                new FreshJvm("json-failure-read", error, small),
                new FreshJvm("query-output-decode", query, small),
                new FreshJvm("xml-output-decode", xml, small),
                new FreshJvm("json-output-encode", answer, small),
                new FreshJvm("query-output-encode", answer, small),
                new FreshJvm("xml-output-encode", answer, small),
                new FreshJvm(JACKSON_CORE, json, small),
                new FreshJvm("databind-record", json, databind),
                new FreshJvm("aws-sdk", json, whole));

        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (FreshJvm jvm : jvms) {
                millis.computeIfAbsent(jvm.work, work -> new ArrayList<>()).add(jvm.millis());
            }
        }
        for (Path input : List.of(answer, json, error, xml, query, inputs)) {
            Files.delete(input);
        }
        double jacksonCore = Tables.median(millis.get(JACKSON_CORE));
        System.out.printf("%n| first use, median of %d JVMs | ms | compared with jackson-core |%n", rounds);
        System.out.printf("| --- | ---: | ---: |%n");
        millis.forEach((work, times) -> System.out.printf(
                "| %s | %.1f | %.2f |%n", work, Tables.median(times), Tables.median(times) / jacksonCore));
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

    private record FreshJvm(String work, Path input, String classPath) {
        double millis() throws IOException, InterruptedException {
            Process jvm = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath,
                            FirstUse.class.getName(),
                            work,
                            input.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String nanos = new String(jvm.getInputStream().readAllBytes(), UTF_8).strip();
            if (jvm.waitFor() != 0) {
                throw new IllegalStateException(work + " failed");
            }
            return Long.parseLong(nanos) / 1e6;
        }
    }
}
