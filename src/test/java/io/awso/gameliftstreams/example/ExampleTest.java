package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
    void theFirst25LinesShowAnAnswerARetryAConflictAndAFailedProxy() throws Exception {
        assertThat(run()).isZero();

        assertThat(out()).startsWith("""
                Responses to CreateStreamSessionConnection, and what this library makes of them.
                An answer is a secret, so only its length is shown.

                  response    200, {"SignalResponse": "<5,840 characters>"}
                  value       an output with the signal response <5,840 characters>
                  advice      Give the answer to the player's browser, unchanged.

                  response    429, retry-after: 2, {"__type":"ThrottlingException","Message":"Rate exceeded"}
                  value       ThrottlingException: Rate exceeded
                  advice      Slow down. Try again after 2000 ms, as the response asks.

                  response    200, {"SignalResponse": "<5,840 characters>"}
                  value       an output with the signal response <5,840 characters>
                  advice      Give the answer to the player's browser, unchanged.

                  response    409, {"__type":"ConflictException","Message":"The session is RECONNECTING"}
                  value       ConflictException: The session is RECONNECTING
                  advice      Wait until the session is PENDING_CLIENT_RECONNECTION or ACTIVE, then try again.

                  response    502, <html><h1>502 Bad Gateway</h1></html>
                  value       UnknownError: <html><h1>502 Bad Gateway</h1></html>
                  advice      Try again after a pause. It has no code, so it is probably not from the service.

                The answer in each format:
                  as JSON     {"SignalResponse":"<5,840 characters>"} (6,193 bytes)
                  as XML      <CreateStreamSessionConnectionOutput><SignalResponse><5,840 characters>
                              </SignalResponse></CreateStreamSessionConnectionOutput> (5,948 bytes)
                  as query    SignalResponse=<5,840 characters> (8,139 bytes)

                """);
        assertThat(out().lines()).hasSize(30);
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void moreResponsesAndTheirFormatsAreShownIfAskedFor() throws Exception {
        assertThat(run("--more", "--formats")).isZero();

        assertThat(out()).startsWith("Responses to").contains("""
                  response    404, {"__type":"com.amazonaws.gameliftstreams#ResourceNotFoundException",
                              "Message":"No such session"}
                  value       ResourceNotFoundException: No such session
                  advice      Check both ids. The session may have ended.
                  as JSON     {"__type":"ResourceNotFoundException","Message":"No such session"}
                  as XML      <ErrorResponse><Error><Type>Sender</Type><Code>ResourceNotFoundException</Code>
                              <Message>No such session</Message></Error></ErrorResponse>
                  as query    Code=ResourceNotFoundException&Message=No%20such%20session
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--more", "--more --formats"})
    void noLineIsLongerThan100ColumnsAndNoAnswerIsPrinted(String options) throws Exception {
        run(options.split(" "));
        runOn(
                "HTTP/1.1 409\n\n{\"code\":\"ConflictException\",\"message\":\"" + "m".repeat(5_000) + "\"}",
                "--formats");

        assertThat(out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(out()).doesNotContain("ice-pwd", "v=0", "Optional");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | {"SignalResponse":"v=0"}      | Give the answer to the player's browser, unchanged.
            200 | {}                            | It has no answer, so it is probably not from the service: look at its headers and body.
            202 | ``                            | It has no answer, so it is probably not from the service: look at its headers and body.
            200 | <html>                        | It has no code, so it is probably not from the service: look at its headers and body.
            400 | {"code":"ValidationException"} | Correct the request.
            403 | {"code":"AccessDeniedException"} | Correct the caller's permissions.
            403 | <html>                        | It has no code, so it is probably not from the service: look at its headers and body.
            402 | {"code":"ServiceQuotaExceededException"} | Look the code up in AWS's documentation. The service model does not have it.
            404 | {"code":"ResourceNotFoundException"} | Check both ids. The session may have ended.
            409 | {"code":"ConflictException"}  | Wait until the session is PENDING_CLIENT_RECONNECTION or ACTIVE, then try again.
            429 | slow                          | Slow down. Try again after a pause.
            400 | {"code":"SlowDown"}           | Slow down. Try again after a pause.
            500 | {"code":"InternalServerException"} | Try again after a pause.
            503 | ``                            | Try again after a pause. It has no code, so it is probably not from the service.
            """)
    void adviceDependsOnTheWholeResponse(int status, String body, String advice) {
        assertThat(Advice.about(
                        CreateStreamSessionConnectionResponseReader.read(status, Map.of(), body.getBytes(UTF_8))))
                .isEqualTo(advice);
    }

    @Test
    void aBodyInAFileIsShownWithoutItsFormats() throws Exception {
        assertThat(runOn(new String(Example.response(), UTF_8))).isZero();

        assertThat(out()).endsWith("""
                /file, 6,194 bytes
                  status      200, assumed, because the file is only a body
                  request id  (none)
                  value       an output with the signal response <5,840 characters>
                  advice      Give the answer to the player's browser, unchanged.

                """);
        assertThat(RealAnswers.AUDIO_VIDEO.signalResponse()).hasSize(5_840);
    }

    @Test
    void aBodyMayBeInXml() throws Exception {
        runOn(" <CreateStreamSessionConnectionOutput><SignalResponse>v=0</SignalResponse>"
                + "</CreateStreamSessionConnectionOutput>");

        assertThat(out()).contains("  value       an output with the signal response <3 characters>\n");
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

        assertThat(runOn(response.replace("\n", lineEnd), "--formats")).isZero();

        assertThat(out()).contains("""
                  status      429
                  request id  7f3c
                  value       ThrottlingException: Rate exceeded
                  advice      Slow down. Try again after 2000 ms, as the response asks.
                  as JSON     {"__type":"ThrottlingException","Message":"Rate exceeded"}
                """);
    }

    @Test
    void aWholeResponseMayHaveNoBody() throws Exception {
        assertThat(runOn("HTTP/1.1 503 Service Unavailable")).isZero();

        assertThat(out()).contains("  value       UnknownError\n");
    }

    @Test
    void helpIsNoError() throws Exception {
        assertThat(run("--help")).isZero();

        assertThat(out()).startsWith("usage: [--more] [--formats] [FILE]\n");
    }

    static Stream<Arguments> badArguments() {
        return Stream.of(
                Arguments.of("--verbose is not an option; see --help", List.of("--verbose", "file")),
                Arguments.of(
                        "one file only; quote a name with spaces, as in -Dexec.args=\"'my response.txt'\"",
                        List.of("my", "response.txt")),
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            is empty                                               | ``
            is not text                                            | 89504e470d0a1a0a
            begins like a response, but has a malformed status line | 485454502f312e31204f4b0a0a
            begins like a response, but has a malformed header     | 485454502f32203230300a780a0a
            """)
    void badFilesGetOneLineAndStatusTwo(String problem, String content) throws Exception {
        Path file = Files.write(directory.resolve("my file"), HexFormat.of().parseHex(content));

        assertThat(run(file.toString())).isEqualTo(2);

        assertOnlyError(file + " " + problem);
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
