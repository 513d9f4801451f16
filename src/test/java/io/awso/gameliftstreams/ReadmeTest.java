package io.awso.gameliftstreams;

import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.example.DocumentedCode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The README's code compiles and works, word for word, inside a class of a caller. */
final class ReadmeTest {
    private static final String README = "README.md";

    /** The imports and the body of the first sample, then those of the second. */
    private static final String CALLER = """
            %s
            %s
            import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
            import java.time.Duration;
            import java.util.*;

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

                void otherClients(int status, Map<String, List<String>> headers, byte[] body) {
                    %s
                }
            }
            """;

    @Test
    void theTwoMavenCommandsAreTheOnlyOnesInABlock() throws IOException {
        assertThat(DocumentedCode.blocks(README, "sh")).containsExactly("mvn -q test-compile exec:java\nmvn verify\n");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "the first sample is for Java 21 and later")
    void theSamplesCompileAndWork(@TempDir Path classes) throws Exception {
        List<String> samples = DocumentedCode.blocks(README, "java");
        assertThat(samples).hasSize(2);
        String first = samples.get(0);
        String second = samples.get(1);
        int method = first.indexOf("String reconnect");
        int statements = second.indexOf("var result");

        DocumentedCode.compile(
                "Caller.java",
                CALLER.formatted(
                        first.substring(0, method),
                        second.substring(0, statements).replaceAll("import .*ResponseReader;\n", ""),
                        first.substring(method),
                        second.substring(statements)),
                classes,
                "--release",
                "21");

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Class<?> caller = loader.loadClass("Caller");
            Method reconnect = caller.getMethod("reconnect", HttpClient.class, HttpRequest.class);
            Object instance = caller.getConstructor().newInstance();
            assertThat(reconnect(reconnect, instance, 200, "{\"SignalResponse\":\"v=0\"}"))
                    .isEqualTo("connect with v=0");
            assertThat(reconnect(reconnect, instance, 200, "{}")).isEqualTo("no answer");
            assertThat(reconnect(reconnect, instance, 409, "{\"__type\":\"ConflictException\"}"))
                    .isEqualTo("the session is busy");
            assertThat(reconnect(reconnect, instance, 429, "{\"__type\":\"ThrottlingException\"}"))
                    .isEqualTo("retry after PT2S");
            assertThat(reconnect(reconnect, instance, 502, "<html>")).isEqualTo("retry after PT2S");
            assertThat(reconnect(reconnect, instance, 418, "")).isEqualTo("report 418");
        }
    }

    private static Object reconnect(Method reconnect, Object caller, int statusCode, String body) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .code(statusCode)
                    .setHeader("Retry-After", "2")
                    .body(body)
                    .build());
            return reconnect.invoke(
                    caller,
                    HttpClient.newHttpClient(),
                    HttpRequest.newBuilder(server.url("/").uri()).build());
        }
    }
}
