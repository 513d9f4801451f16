package io.awso.gameliftstreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The README's code compiles, word for word, around what a caller brings along. */
final class ReadmeTest {
    private static final String CALLER = """
            import io.awso.gameliftstreams.codec.*;
            import io.awso.gameliftstreams.http.*;
            import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.*;
            import io.awso.gameliftstreams.jackson.*;
            import io.awso.gameliftstreams.model.*;
            import java.net.http.*;
            import java.util.*;
            import tools.jackson.databind.json.JsonMapper;

            abstract class Caller {
                abstract String retryAfterAPause(Failure failure);
                abstract String retry(Failure failure);
                abstract String endSession(String reason);
                abstract String alarm(String code, Optional<String> requestId);

                String first(HttpClient client, HttpRequest request) throws Exception {
                    %s
                }

                void second(int status, Map<String, List<String>> headers, byte[] body) {
                    %s
                }
            }
            """;

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "the code is for Java 21, as the README says")
    void theCodeCompiles(@TempDir Path classes) throws IOException {
        List<String> code = Pattern.compile("^```java\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        JavaFileObject caller =
                new SimpleJavaFileObject(URI.create("string:///Caller.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return CALLER.formatted(code.toArray());
                    }
                };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();

        compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of(
                                "--release",
                                "21",
                                "-d",
                                classes.toString(),
                                "-cp",
                                System.getProperty("java.class.path")),
                        null,
                        List.of(caller))
                .call();

        assertThat(code).hasSize(2);
        assertThat(messages.toString()).isEmpty();
        assertThat(classes.resolve("Caller.class")).exists();
    }
}
