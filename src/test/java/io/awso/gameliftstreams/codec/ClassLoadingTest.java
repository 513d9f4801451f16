package io.awso.gameliftstreams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a JVM loads for a format: the first answer after a start should not wait for other formats' classes. */
final class ClassLoadingTest {
    private static final String[] BINDING = {"tools.jackson.databind.", "tools.jackson.dataformat."};
    private static final String[] XML = {"com.ctc.wstx.", "javax.xml.stream."};

    /** Encodes and decodes an output and an error, in a JVM that did nothing before. */
    static final class Codecs {
        public static void main(String[] args) {
            CreateStreamSessionConnectionCodec codec = switch (args[0]) {
                case "json" -> CreateStreamSessionConnectionCodec.json();
                case "query" -> CreateStreamSessionConnectionCodec.query();
                default -> CreateStreamSessionConnectionCodec.xml();
            };
            codec.decodeOutput(codec.encode(CreateStreamSessionConnectionOutput.builder()
                    .signalResponse("answer\r\n")
                    .build()));
            codec.decodeError(codec.encode(CreateStreamSessionConnectionError.of("ConflictException", "busy")));
        }
    }

    @Test
    void jsonLoadsNeitherDataBindingNorXml() throws Exception {
        assertThat(classesLoadedBy("json"))
                .anyMatch(name -> name.startsWith("tools.jackson.core."))
                .noneMatch(name -> startsWithAny(name, BINDING))
                .noneMatch(name -> startsWithAny(name, XML));
    }

    @Test
    void queryLoadsNeitherDataBindingNorXml() throws Exception {
        assertThat(classesLoadedBy("query"))
                .anyMatch(name -> name.equals(CreateStreamSessionConnectionQueryCodec.class.getName()))
                .noneMatch(name -> startsWithAny(name, BINDING))
                .noneMatch(name -> startsWithAny(name, XML));
    }

    @Test
    void xmlLoadsNoDataBinding() throws Exception {
        assertThat(classesLoadedBy("xml"))
                .anyMatch(name -> name.startsWith("com.ctc.wstx."))
                .noneMatch(name -> startsWithAny(name, BINDING));
    }

    private static boolean startsWithAny(String name, String... prefixes) {
        return List.of(prefixes).stream().anyMatch(name::startsWith);
    }

    private static List<String> classesLoadedBy(String format) throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Codecs.class.getName(),
                        format)
                .redirectErrorStream(true)
                .start();
        List<String> classes = new ArrayList<>();
        try (var lines = jvm.inputReader()) {
            // A line is a class and where it comes from: "io.awso.Name source: file:/..."
            lines.lines().map(line -> line.split(" ", 2)[0]).forEach(classes::add);
        }
        assertThat(jvm.waitFor()).isZero();
        return classes;
    }
}
