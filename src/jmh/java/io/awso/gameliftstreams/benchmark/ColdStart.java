package io.awso.gameliftstreams.benchmark;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The first decode of a JVM's life: fresh JVMs with default settings, one contestant each, in turn. */
final class ColdStart {
    private static final int DEFAULT_ROUNDS = 15;

    enum Contestant {
        LIBRARY_JSON {
            @Override
            Object decode(byte[] body) {
                return CreateStreamSessionConnectionCodec.json().decodeOutput(body);
            }
        },
        JACKSON_CORE {
            @Override
            Object decode(byte[] body) {
                return BareJson.signalResponse(body);
            }
        },
        DATABIND_RECORD {
            @Override
            Object decode(byte[] body) {
                return new JsonMapper().readValue(body, Records.Output.class);
            }
        },
        AWS_SDK {
            @Override
            Object decode(byte[] body) throws Exception {
                return new SdkUnmarshaller(200, body).output();
            }
        },
        LIBRARY_XML {
            @Override
            Object decode(byte[] body) {
                return CreateStreamSessionConnectionCodec.xml().decodeOutput(body);
            }
        },
        LIBRARY_QUERY {
            @Override
            Object decode(byte[] body) {
                return CreateStreamSessionConnectionCodec.query().decodeOutput(body);
            }
        };

        abstract Object decode(byte[] body) throws Exception;
    }

    private ColdStart() {}

    /** A fresh JVM: decodes a file's bytes, and prints how many nanoseconds that took. */
    public static void main(String[] args) throws Exception {
        Contestant contestant = Contestant.valueOf(args[0]);
        byte[] body = Files.readAllBytes(Path.of(args[1]));
        long start = System.nanoTime();
        Object value = contestant.decode(body);
        long nanos = System.nanoTime() - start;
        if (value == null) {
            throw new IllegalStateException("nothing decoded");
        }
        System.out.println(nanos);
    }

    static void compare(List<String> args) throws IOException, InterruptedException {
        int rounds = args.isEmpty() ? DEFAULT_ROUNDS : Integer.parseInt(args.get(0));
        Map<Contestant, List<Double>> millis = new EnumMap<>(Contestant.class);
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : Contestant.values()) {
                millis.computeIfAbsent(contestant, c -> new ArrayList<>()).add(run(contestant));
            }
        }
        System.out.printf("| first decode, median of %d JVMs | ms |%n| --- | ---: |%n", rounds);
        millis.forEach(
                (contestant, times) -> System.out.printf("| %s | %.0f |%n", contestant, Benchmarks.median(times)));
    }

    private static double run(Contestant contestant) throws IOException, InterruptedException {
        Path body = Files.createTempFile("body", null);
        try {
            Files.write(
                    body,
                    Payloads.output(
                            switch (contestant) {
                                case LIBRARY_XML -> CreateStreamSessionConnectionCodec.xml();
                                case LIBRARY_QUERY -> CreateStreamSessionConnectionCodec.query();
                                default -> CreateStreamSessionConnectionCodec.json();
                            }));
            Process jvm = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ColdStart.class.getName(),
                            contestant.name(),
                            body.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String nanos = new String(jvm.getInputStream().readAllBytes()).strip();
            if (jvm.waitFor() != 0) {
                throw new IllegalStateException(contestant + " failed");
            }
            return Long.parseLong(nanos) / 1e6;
        } finally {
            Files.delete(body);
        }
    }
}
