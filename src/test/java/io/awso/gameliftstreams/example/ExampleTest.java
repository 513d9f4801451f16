package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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
import org.junit.jupiter.params.provider.ValueSource;

/** The example that the README's first command runs. */
final class ExampleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private int run(String... args) throws Exception {
        return Example.run(List.of(args), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private String out() {
        return out.toString(UTF_8);
    }

    /** Writes a file and runs the example on it, with options before its name. */
    private int runOn(String content, String... options) throws Exception {
        Path file = Files.writeString(directory.resolve("file"), content);
        return run(Stream.concat(Stream.of(options), Stream.of(file.toString())).toArray(String[]::new));
    }

    @Test
    void payloadsAreShownAsReadAndInEveryFormat() throws Exception {
        assertThat(run()).isZero();

        assertThat(out()).startsWith("""
                What the codecs make of a body
                ==============================

                An output
                  read        {"SignalResponse": "<5,840 characters>"}
                  value       an output with the signal response <5,840 characters>
                  as JSON     {"SignalResponse":"<5,840 characters>"} (6,193 bytes)
                  as XML      <CreateStreamSessionConnectionOutput><SignalResponse><5,840 characters>
                              </SignalResponse></CreateStreamSessionConnectionOutput> (5,948 bytes)
                  as query    SignalResponse=<5,840 characters> (8,139 bytes)

                """).contains("""
                A code with a namespace
                  read        {"__type":"com.amazonaws.gameliftstreams#ConflictException",
                              "Message":"The session is RECONNECTING"}
                  value       ConflictException: The session is RECONNECTING
                  advice      Wait until the session is PENDING_CLIENT_RECONNECTION or ACTIVE, then try again.
                  as JSON     {"__type":"ConflictException","Message":"The session is RECONNECTING"}
                  as XML      <ErrorResponse><Error><Type>Sender</Type><Code>ConflictException</Code>
                              <Message>The session is RECONNECTING</Message></Error></ErrorResponse>
                  as query    Code=ConflictException&Message=The%20session%20is%20RECONNECTING

                """);
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void callsAreRetriedIfThatMayHelp() throws Exception {
        run();

        assertThat(out())
                .contains("\nCalls to a local server at http://127.0.0.1:")
                .endsWith("""
                  429 id-1    ThrottlingException: Rate exceeded
                              -> Try again after 200 ms, as the response asks.
                  200 id-2    an output with the signal response <5,840 characters>
                              -> Give the answer to the player.

                  403 id-3    AccessDeniedException: No permission to use sg-1AB2C3De4
                              -> Correct the caller's permissions.

                  409 id-4    ConflictException: The session is RECONNECTING
                              -> Wait until the session is PENDING_CLIENT_RECONNECTION or ACTIVE, then try again.

                  404 id-5    ResourceNotFoundException: No stream session ABC123def4567
                              -> Check both ids. The session may have ended.

                  400 id-6    ValidationException: SignalRequest is too short
                              -> Correct the request.

                  402 id-7    ServiceQuotaExceededException: Too many sessions
                              -> Look the code up in AWS's documentation. The service model does not have it.

                  500 id-8    InternalServerException
                              -> Try again after 50 ms.
                  200 id-9    an output with the signal response <5,840 characters>
                              -> Give the answer to the player.

                  403 id-10   AccessDeniedException: Unable to sign you in
                              -> Correct the caller's permissions.

                  502 id-11   UnknownError: <html><h1>502 Bad Gateway</h1></html>
                              -> Try again after 50 ms.
                  502 id-12   UnknownError: <html><h1>502 Bad Gateway</h1></html>
                              -> Give up after two attempts.

                """);
    }

    @Test
    void noLineIsLongerThan100ColumnsAndNoAnswerIsPrinted() throws Exception {
        run();
        runOn("x".repeat(5_000) + "&Code=ConflictException&Message=" + "m".repeat(5_000), "--error", "--from", "query");

        assertThat(out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(out()).doesNotContain("ice-pwd", "v=0", "Optional");
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
    void aBodyInAFileIsShown() throws Exception {
        assertThat(runOn(new String(Example.response(), UTF_8))).isZero();

        assertThat(out())
                .contains("  read        6,194 bytes\n")
                .contains("  value       an output with the signal response <5,840 characters>\n")
                .doesNotContain("v=0");
        assertThat(RealAnswers.AUDIO_VIDEO.signalResponse()).hasSize(5_840);
    }

    @Test
    void anErrorInAFileIsShown() throws Exception {
        assertThat(runOn("<Error><Code>ConflictException</Code></Error>", "--error", "--from", "xml"))
                .isZero();

        assertThat(out()).contains("  value       ConflictException\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aWholeResponseInAFileIsReadWithItsHeaders(String lineEnd) throws Exception {
        String response = """
                HTTP/1.1 100 Continue

                HTTP/2 429\s
                content-type: application/json
                X-Amzn-ErrorType: ThrottlingException
                x-amzn-requestid: 7f3c
                retry-after: 2

                {"message":"Rate exceeded"}""";

        assertThat(runOn(response.replace("\n", lineEnd))).isZero();

        assertThat(out()).contains("""
                  status      429
                  request id  7f3c
                  value       ThrottlingException: Rate exceeded
                  retry after 2000 ms
                  advice      Slow down: wait, then try again.
                  as JSON     {"__type":"ThrottlingException","Message":"Rate exceeded"}
                """);
    }

    @Test
    void aWholeResponseMayBeASuccessOrHaveNoBody() throws Exception {
        assertThat(runOn("HTTP/1.1 200 OK\n\n{\"SignalResponse\":\"v=0\"}")).isZero();
        assertThat(runOn("HTTP/1.1 503 Service Unavailable")).isZero();

        assertThat(out())
                .contains("  value       an output with the signal response <3 characters>\n")
                .contains("  value       UnknownError\n")
                .contains("  advice      Try again. Something between the caller and the service failed.\n");
    }

    @Test
    void helpIsNoError() throws Exception {
        assertThat(run("--help")).isZero();

        assertThat(out()).startsWith("usage: [--output | --error] [--from json | xml | query] [FILE]\n");
    }

    static Stream<Arguments> badArguments() {
        String usage = "usage: [--output | --error] [--from json | xml | query] [FILE]; see --help";
        return Stream.of(
                Arguments.of(usage, List.of("--error")),
                Arguments.of(usage, List.of("--from")),
                Arguments.of(usage, List.of("--output", "--error", "file")),
                Arguments.of(usage, List.of("--verbose", "file")),
                Arguments.of(usage, List.of("a", "b")),
                Arguments.of("yaml is not a format: use json, xml or query", List.of("--from", "yaml", "file")),
                Arguments.of("none.json does not exist", List.of("none.json")),
                Arguments.of("src is a directory", List.of("src")),
                Arguments.of("the file's name is not valid", List.of("a\0b")));
    }

    @ParameterizedTest
    @MethodSource("badArguments")
    void badArgumentsGetOneLineAndStatusTwo(String line, List<String> args) throws Exception {
        assertThat(run(args.toArray(String[]::new))).isEqualTo(2);

        assertOnlyError(line);
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of("is empty", "", List.of()),
                Arguments.of("It looks like JSON: try --from json", "{}", List.of("--from", "xml")),
                Arguments.of("It looks like XML: try --from xml", "<a/>", List.of()),
                Arguments.of("It looks like an error: try --error", "{\"code\":\"X\"}", List.of()),
                Arguments.of("is not an output. JSON: ", "[]", List.of()),
                Arguments.of("is not an error. JSON: ", "{}", List.of("--error")),
                Arguments.of("leave out --output, --error and --from", "HTTP/1.1 200 OK\n\n", List.of("--error")),
                Arguments.of("begins like a response, but has a malformed status line", "HTTP/1.1 OK\n\n", List.of()),
                Arguments.of("begins like a response, but has a malformed header", "HTTP/2 200\nx\n\n", List.of()));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void badFilesGetOneLineAndStatusTwo(String part, String content, List<String> options) throws Exception {
        assertThat(runOn(content, options.toArray(String[]::new))).isEqualTo(2);

        assertOnlyError(part);
    }

    @Test
    void aFileThatMayNotBeReadGetsOneLine() throws Exception {
        Path file = Files.writeString(directory.resolve("secret"), "{}");
        assertThat(file.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(file), "this user may read every file");

        assertThat(run(file.toString())).isEqualTo(2);

        assertOnlyError("cannot be read: permission denied");
    }

    private void assertOnlyError(String part) {
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains(part);
        assertThat(out()).isEmpty();
    }
}
