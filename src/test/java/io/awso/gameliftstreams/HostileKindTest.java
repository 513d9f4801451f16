package io.awso.gameliftstreams;

import static io.awso.gameliftstreams.Fixtures.allocatedBy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.HostileKind.Reader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile input costs time and memory in proportion to its length, needs little stack, and leaves nothing in memory. */
@Tag("slow")
final class HostileKindTest {
    private static final int KIBI = 1 << 10;
    private static final int MEBI = 1 << 20;
    private static final int SMALL_STACK = 160 * KIBI;

    @ParameterizedTest
    @EnumSource
    void allocatesInProportionToTheLength(HostileKind kind) {
        kind.reading(64 * KIBI).get(); // The first use loads classes.
        long quarter = allocatedBy(kind.reading(MEBI / 4)::get);
        long half = allocatedBy(kind.reading(MEBI / 2)::get);
        long whole = allocatedBy(kind.reading(MEBI)::get);

        // Buffers that double may be twice as long as needed at one length and just long enough at another.
        long constant = 64 * KIBI;
        assertThat(half).isLessThan(3 * (quarter + constant));
        assertThat(whole).isLessThan(3 * (half + constant)).isLessThan(6 * (quarter + constant));
        assertThat(whole).isLessThan(200L * MEBI);
    }

    @ParameterizedTest
    @EnumSource
    void needsLittleStack(HostileKind kind) throws InterruptedException {
        String expected = describe(kind);
        List<String> described = new ArrayList<>();
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(null, () -> described.add(describe(kind)), "small stack", SMALL_STACK);
        thread.setUncaughtExceptionHandler((t, e) -> thrown.add(e));
        thread.start();
        thread.join();

        assertThat(thrown).isEmpty();
        assertThat(described).containsExactly(expected);
    }

    /** The JVM has no module but java.base. Each setting would make the JDK's XML parser fail or read something else. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "many"})
    void settingsOfTheJvmChangeNothingAndNothingIsPrinted(String limit) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base",
                "-Djdk.xml.dtd.support=ignore",
                "-Djavax.xml.accessExternalDTD=all",
                "-Djavax.xml.stream.XMLInputFactory=com.example.NoSuchFactory",
                "-Dfile.encoding=ISO-8859-1",
                "-Duser.language=tr"));
        for (String name : """
                maxXMLNameLimit elementAttributeLimit totalEntitySizeLimit maxGeneralEntitySizeLimit
                maxParameterEntitySizeLimit entityExpansionLimit entityReplacementLimit maxElementDepth maxOccurLimit
                cdataChunkSize""".split("\\s+")) {
            command.add("-Djdk.xml." + name + "=" + limit);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Descriptions.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed.lines().toList())
                .isEqualTo(Arrays.stream(HostileKind.values())
                        .map(HostileKindTest::describe)
                        .toList());
    }

    /** Prints what is read of each kind; run in a JVM of its own. */
    static final class Descriptions {
        private Descriptions() {}

        public static void main(String[] args) {
            for (HostileKind kind : HostileKind.values()) {
                System.out.println(describe(kind));
            }
        }
    }

    private static String describe(HostileKind kind) {
        Object result = kind.reading(64 * KIBI).get();
        return kind + " " + result.hashCode();
    }

    /** Documents that are complete, cut off or malformed at the end, with a long text in the middle. */
    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of(Reader.JSON, "{\"SignalResponse\":\"", "\"}"),
                Arguments.of(Reader.JSON, "{\"code\":\"A\",\"message\":\"", "\"}"),
                Arguments.of(Reader.JSON, "{\"SignalResponse\":\"\\n", ""),
                Arguments.of(Reader.JSON, "{\"SignalResponse\":\"\\n", "\\u00"),
                Arguments.of(Reader.XML, "<R><SignalResponse>", "</SignalResponse></R>"),
                Arguments.of(Reader.XML, "<Error><Code>A</Code><Message>", "</Message></Error>"),
                Arguments.of(Reader.XML, "<R><SignalResponse>", ""),
                Arguments.of(Reader.XML, "<R><SignalResponse>", "</R>"),
                Arguments.of(Reader.QUERY, "SignalResponse=", ""),
                Arguments.of(Reader.QUERY, "SignalResponse=", "%4"),
                Arguments.of(Reader.HTTP, "{\"SignalResponse\":\"", "\"}"),
                Arguments.of(Reader.HTTP, "{\"SignalResponse\":\"", ""),
                Arguments.of(Reader.HTTP, "<R><SignalResponse>", "</SignalResponse>"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nothingOfAPayloadIsKept(Reader reader, String start, String end) {
        long before = usedAfterCollection();
        reader.read((start + "a".repeat(32 * MEBI) + end).getBytes(UTF_8));

        assertThat(usedAfterCollection()).isLessThan(before + 4L * MEBI);
    }

    private static long usedAfterCollection() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
