package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.RealAnswers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's main command, run as it is. */
final class ExampleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private int run(String... args) throws Exception {
        return Example.run(List.of(args), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    @Test
    void payloadsAreShownAsTypedValuesInEveryFormat() throws Exception {
        assertThat(run()).isZero();

        assertThat(out.toString(UTF_8)).contains("""
                a response, application/json
                  value   CreateStreamSessionConnectionOutput[signalResponse=(sensitive)]
                  written {"SignalResponse":"5840 characters"}  (6193 bytes)
                  written <CreateStreamSessionConnectionOutput><SignalResponse>5840 characters</SignalResponse></CreateStreamSessionConnectionOutput>  (5948 bytes)
                  written SignalResponse=5840%20characters  (8139 bytes)

                """).contains("""
                a code with a URI, application/json
                  value   ThrottlingException[message=Optional[Rate exceeded]]
                  advice  wait, then try again
                  written {"__type":"ThrottlingException","Message":"Rate exceeded"}
                  written <ErrorResponse><Error><Type>Sender</Type><Code>ThrottlingException</Code><Message>Rate exceeded</Message></Error></ErrorResponse>
                  written Code=ThrottlingException&Message=Rate%20exceeded

                """);
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void callsAreRetriedWhereThatMayHelp() throws Exception {
        run();

        assertThat(out.toString(UTF_8).lines().dropWhile(line -> !line.startsWith("Calls to http://127.0.0.1:")))
                .hasSize(12)
                .map(line -> line.replaceAll("  .*", "") + line.replaceAll(".*->", " ->"))
                .endsWith(
                        "429 -> try again after a pause",
                        "200 -> give the player the answer",
                        "403 -> put the request right first",
                        "409 -> put the request right first",
                        "404 -> put the request right first",
                        "400 -> put the request right first",
                        "402 -> look the code up; the model does not have it",
                        "500 -> try again after a pause",
                        "500 -> give up for now",
                        "502 -> try again after a pause",
                        "502 -> give up for now");
    }

    @Test
    void theAnswerIsNeverPrinted() throws Exception {
        run();

        assertThat(out.toString(UTF_8)).doesNotContain("ice-pwd").doesNotContain("v=0");
    }

    @Test
    void noThreadIsLeft() throws Exception {
        Set<Thread> before = httpThreads();
        run();

        for (int tries = 0; tries < 100 && !before.containsAll(httpThreads()); tries++) {
            System.gc(); // Before JDK 21, the thread of an HTTP client ends when the client is collected.
            Thread.sleep(50);
        }
        assertThat(before).containsAll(httpThreads());
    }

    private static Set<Thread> httpThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().toLowerCase(Locale.ROOT).startsWith("http"))
                .collect(Collectors.toSet());
    }

    @Test
    void aCapturedResponseIsShown() throws Exception {
        Path file = Files.write(directory.resolve("response.json"), Example.response());

        assertThat(run(file.toString())).isZero();

        assertThat(out.toString(UTF_8)).startsWith(file + ", application/json").contains("5840 characters");
        assertThat(Example.response()).asString(UTF_8).contains("{\\\"type\\\":\\\"answer\\\",");
        assertThat(RealAnswers.AUDIO_VIDEO.signalResponse()).hasSize(5840);
    }

    @Test
    void aCapturedErrorIsShown() throws Exception {
        Path file = Files.writeString(directory.resolve("error.xml"), "<Error><Code>ConflictException</Code></Error>");

        assertThat(run("--error", "--from", "xml", file.toString())).isZero();

        assertThat(out.toString(UTF_8)).contains("ConflictException[message=Optional.empty]");
    }

    static Stream<Arguments> badArguments() {
        return Stream.of(
                Arguments.of("usage: ", List.of("--error")),
                Arguments.of("usage: ", List.of("--from", "yaml", "file")),
                Arguments.of("usage: ", List.of("--from")),
                Arguments.of("usage: ", List.of("--output", "--error", "file")),
                Arguments.of("usage: ", List.of("--verbose", "file")),
                Arguments.of("usage: ", List.of("a", "b")),
                Arguments.of("none.json cannot be read", List.of("none.json")),
                Arguments.of("cannot be decoded. JSON: expected well-formed JSON", List.of("pom.xml")),
                Arguments.of(
                        "cannot be decoded. XML: expected an error code",
                        List.of("--error", "--from", "xml", "EMPTY")));
    }

    @ParameterizedTest
    @MethodSource("badArguments")
    void badArgumentsGetOneLineAndStatusTwo(String line, List<String> args) throws Exception {
        Path empty = Files.writeString(directory.resolve("empty.xml"), "<Error/>");

        assertThat(run(args.stream()
                        .map(arg -> arg.replace("EMPTY", empty.toString()))
                        .toArray(String[]::new)))
                .isEqualTo(2);

        assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains(line);
        assertThat(out.toString(UTF_8)).isEmpty();
    }
}
