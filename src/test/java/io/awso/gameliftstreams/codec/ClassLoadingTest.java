package io.awso.gameliftstreams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first use in a fresh JVM loads only this library and the JDK, and no class that is known to load slowly. */
@Tag("slow")
final class ClassLoadingTest {
    /** What an empty program loads. */
    private static Set<String> baseline;

    @BeforeAll
    static void measureAnEmptyProgram() throws Exception {
        baseline = classesLoadedBy("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "query", "xml", "http-success", "http-failure"})
    void nothingButThisLibraryAndTheJdkIsLoaded(String work) throws Exception {
        Set<String> loaded = classesLoadedBy(work);
        loaded.removeAll(baseline);

        assertThat(loaded)
                .anyMatch(name -> name.startsWith("io.awso.gameliftstreams.codec."))
                .allMatch(ClassLoadingTest::isOfThisLibraryOrTheJdk)
                .noneMatch(
                        name -> name.matches(
                                ".*(Lambda|StringConcatFactory).*"
                                        + "|(java\\.util\\.regex|java\\.lang\\.invoke|javax\\.xml|com\\.sun\\.org\\.apache\\.xerces)\\..*"));
    }

    private static boolean isOfThisLibraryOrTheJdk(String name) {
        return name.matches("(io\\.awso\\.gameliftstreams|javax?|jdk|sun|com\\.sun|org\\.w3c|org\\.xml)\\..*");
    }

    /** Runs {@link FirstUse} and returns the names of the classes that its JVM loads. */
    private static Set<String> classesLoadedBy(String work) throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Xlog:class+load:stdout:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstUse.class.getName(),
                        work)
                .redirectErrorStream(true)
                .start();
        Set<String> classes = new TreeSet<>();
        try (var lines = jvm.inputReader()) {
            // A line is a class and where it comes from: "io.awso.Name source: file:/..."
            lines.lines().map(line -> line.split("[ /]", 2)[0]).forEach(classes::add);
        }
        assertThat(jvm.waitFor()).isZero();
        return classes;
    }
}
