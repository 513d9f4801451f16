package io.awso.gameliftstreams;

import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.example.DocumentedCode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's code compiles and works, word for word, in a class of a caller. Links in the docs lead somewhere. */
final class ReadmeTest {
    private static final String README = "README.md";
    /** A link to a file, to a heading, or to a heading in a file. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");

    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Loop|Benchmarks))[`#]");

    /** The imports, and a method. */
    private static final String CALLER = """
            %s
            import java.time.Duration;
            import java.util.Optional;

            public class Caller {
                String connect(String answer) {
                    return "connect with " + answer;
                }

                String retryLater(Optional<Duration> pause) {
                    return "retry after " + pause.orElse(Duration.ZERO);
                }

                String report(CreateStreamSessionConnectionResult result) {
                    return "report " + result.statusCode();
                }

                public %s
            }
            """;

    /** Responses, and what the sample makes of them. */
    private static final String RESPONSES = """
            200 | {"SignalResponse":"v=0"}         | connect with v=0
            200 | {}                               | report 200
            409 | {"__type":"ConflictException"}   | %s
            429 | {"__type":"ThrottlingException"} | retry after PT2S
            502 | <html>                           | retry after PT2S
            400 | {"__type":"ValidationException"} | report 400
            418 |                                  | report 418
            """;

    @Test
    void theTwoMavenCommandsAreTheOnlyOnesInABlock() throws IOException {
        assertThat(DocumentedCode.blocks(README, "sh")).containsExactly("mvn -q test-compile exec:java\nmvn verify\n");
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of(README)), docs.sorted()).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndItsHeading(Path page) throws IOException {
        for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
            Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(HEADING.matcher(Files.readString(target))
                                .results()
                                .map(heading -> heading.group(1)
                                        .replaceAll("[^A-Za-z0-9 -]", "")
                                        .replace(' ', '-'))
                                .toList())
                        .as("headings of " + target)
                        .anyMatch(link.group(2)::equalsIgnoreCase);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTestThatIsNamedExists(Path page) throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            classes = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(TEST.matcher(Files.readString(page)).results().map(test -> test.group(1)))
                .isSubsetOf(classes);
    }

    @Test
    void itIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of(README))).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "the first sample is for Java 21 and later")
    void theSampleForJava21CompilesAndWorks(@TempDir Path classes) throws Exception {
        assertSample(0, "21", "the session is busy", classes);
    }

    @Test
    void theSampleForJava17CompilesAndWorks(@TempDir Path classes) throws Exception {
        assertSample(1, "17", "report 409", classes);
    }

    private static void assertSample(int index, String release, String conflict, Path classes) throws Exception {
        List<String> samples = DocumentedCode.blocks(README, "java");
        assertThat(samples).hasSize(2);
        int method = samples.get(0).indexOf("String reconnect");
        String imports = samples.get(0).substring(0, method);
        String sample = index == 0 ? samples.get(0).substring(method) : samples.get(index);
        DocumentedCode.compile("Caller.java", CALLER.formatted(imports, sample), classes, "--release", release);

        try (MockWebServer server = new MockWebServer();
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            server.start();
            HttpRequest request = HttpRequest.newBuilder(server.url("/").uri()).build();
            Class<?> caller = loader.loadClass("Caller");
            Method reconnect = caller.getMethod("reconnect", HttpClient.class, HttpRequest.class);
            for (String response : RESPONSES.formatted(conflict).split("\n")) {
                String[] columns = response.split(" *\\| *");
                server.enqueue(new MockResponse.Builder()
                        .code(Integer.parseInt(columns[0]))
                        .setHeader("Retry-After", "2")
                        .body(columns[1])
                        .build());
                assertThat(reconnect.invoke(caller.getConstructor().newInstance(), HttpClient.newHttpClient(), request))
                        .isEqualTo(columns[2]);
            }
        }
    }
}
