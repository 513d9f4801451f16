package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Shows what the library makes of responses. Without arguments, it decodes bundled payloads and calls a local server.
 * With a file, it reads the body or the whole response in it.
 */
public final class Example {
    private static final String USAGE = """
            usage: [--output | --error] [--from json | xml | query] [FILE]

            Without arguments, shows bundled payloads and calls to a local server.

              FILE       a body, or a whole response as "curl -i" prints it
              --output   the body is an output (the default)
              --error    the body is an error
              --from     the format of the body (default: json)
              --help     show this text
            """;

    /** An argument or file that cannot be used; the message is for the user. */
    private static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    private Example() {}

    public static void main(String[] args) throws Exception {
        int status = run(List.of(args), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs the example, and returns the exit status: 2 if the arguments or the file cannot be used. */
    static int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
        Layout layout = new Layout(out);
        try {
            if (args.contains("--help") || args.contains("-h")) {
                out.print(USAGE);
            } else if (args.isEmpty()) {
                showPayloads(layout);
                showCalls(layout);
            } else {
                showFile(new ArrayList<>(args), layout);
            }
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static void showFile(List<String> args, Layout layout) throws UsageException {
        boolean isError = args.remove("--error");
        boolean isOutput = args.remove("--output");
        String format = null;
        int from = args.indexOf("--from");
        if (from >= 0 && from + 1 < args.size()) {
            format = args.remove(from + 1);
            args.remove(from);
        }
        if (args.size() != 1 || args.get(0).startsWith("--") || isError && isOutput) {
            throw new UsageException(USAGE.lines().findFirst().orElseThrow() + "; see --help");
        }
        CreateStreamSessionConnectionCodec codec = codec(format == null ? "json" : format);
        String file = args.get(0);
        byte[] content = read(file);
        String size = Layout.number(content.length) + " bytes";
        Translation translation = new Translation(layout);
        if (ResponseFile.isResponse(content)) {
            if (isError || isOutput || format != null) {
                throw new UsageException(file + " is a whole response: leave out --output, --error and --from");
            }
            try {
                translation.showResult(file, size, ResponseFile.read(content));
            } catch (IllegalArgumentException e) {
                throw new UsageException(file + " begins like a response, but " + e.getMessage());
            }
            return;
        }
        try {
            if (isError) {
                translation.showError(file, codec, size, content);
            } else {
                translation.showOutput(file, codec, size, content);
            }
        } catch (CodecException e) {
            throw new UsageException(file + " is not an " + (isError ? "error" : "output") + ". " + e.getMessage()
                    + hint(codec, isError, content));
        }
    }

    private static CreateStreamSessionConnectionCodec codec(String format) throws UsageException {
        return switch (format) {
            case "json" -> CreateStreamSessionConnectionCodec.json();
            case "xml" -> CreateStreamSessionConnectionCodec.xml();
            case "query" -> CreateStreamSessionConnectionCodec.query();
            default -> throw new UsageException(format + " is not a format: use json, xml or query");
        };
    }

    private static byte[] read(String file) throws UsageException {
        try {
            Path path = Path.of(file);
            if (Files.notExists(path)) {
                throw new UsageException(file + " does not exist");
            }
            if (Files.isDirectory(path)) {
                throw new UsageException(file + " is a directory");
            }
            if (!Files.isReadable(path)) {
                throw new UsageException(file + " cannot be read: permission denied");
            }
            byte[] content = Files.readAllBytes(path);
            if (content.length == 0) {
                throw new UsageException(file + " is empty");
            }
            return content;
        } catch (InvalidPathException e) {
            throw new UsageException("the file's name is not valid");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: input/output error");
        }
    }

    /** Returns a hint if the body looks like another format, or like an error instead of an output. */
    private static String hint(CreateStreamSessionConnectionCodec codec, boolean isError, byte[] body) {
        String start = new String(body, UTF_8).strip();
        boolean isXml = codec.equals(CreateStreamSessionConnectionCodec.xml());
        if (start.startsWith("{") && !codec.equals(CreateStreamSessionConnectionCodec.json())) {
            return ". It looks like JSON: try --from json";
        }
        if (start.startsWith("<") && !isXml) {
            return ". It looks like XML: try --from xml";
        }
        if (!isError && codec.readErrorDocument(body).code().isPresent()) {
            return ". It looks like an error: try --error";
        }
        return "";
    }

    private static void showPayloads(Layout layout) throws IOException {
        CreateStreamSessionConnectionCodec json = CreateStreamSessionConnectionCodec.json();
        CreateStreamSessionConnectionCodec xml = CreateStreamSessionConnectionCodec.xml();
        CreateStreamSessionConnectionCodec query = CreateStreamSessionConnectionCodec.query();
        Translation translation = new Translation(layout);
        layout.heading("What the codecs make of a body");
        translation.showOutput("An output", json, redactedResponse(), response());
        translation.showError("An error", json, """
                {"__type":"AccessDeniedException","Message":"No permission to use sg-1AB2C3De4"}""");
        translation.showError("A code with a namespace", json, """
                {"__type":"com.amazonaws.gameliftstreams#ConflictException","Message":"The session is RECONNECTING"}""");
        translation.showError("A code with a URI", json, """
                {"code":"ThrottlingException:http://internal.amazon.com/coral/","message":"Rate exceeded"}""");
        translation.showError("An error without a message", json, """
                {"__type":"InternalServerException","Message":null}""");
        translation.showError("An error from AWS's front end", json, """
                {"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}""");
        translation.showError("An error in XML", xml, """
                <ErrorResponse><Error><Type>Sender</Type><Code>ResourceNotFoundException</Code>\
                <Message>No stream session ABC123def4567</Message></Error></ErrorResponse>""");
        translation.showError(
                "An error in query form", query, "Code=ValidationException&Message=SignalRequest+is+too+short");
        translation.showError("A code that is not in the service model", json, """
                {"__type":"ServiceQuotaExceededException","Message":"Too many sessions"}""");
    }

    private static void showCalls(Layout layout) throws Exception {
        CreateStreamSessionConnectionOutput output =
                CreateStreamSessionConnectionCodec.json().decodeOutput(response());
        try (LoopbackService service = new LoopbackService(output);
                Calls calls = new Calls(service.uri(), layout)) {
            layout.heading("Calls to a local server at " + service.uri());
            while (!service.isScriptDone()) {
                calls.call();
                layout.end();
            }
        }
    }

    /** Returns a response as the service sends it, with an answer that Chromium made. */
    static byte[] response() throws IOException {
        try (InputStream in = Example.class.getResourceAsStream("response.json")) {
            return Objects.requireNonNull(in, "response.json").readAllBytes();
        }
    }

    private static String redactedResponse() throws IOException {
        byte[] response = response();
        String secret = CreateStreamSessionConnectionCodec.json()
                .decodeOutput(response)
                .signalResponse()
                .orElseThrow();
        return new String(response, UTF_8)
                .replaceFirst("(\"SignalResponse\": )\".*\"", "$1\"" + Layout.redacted(secret) + "\"");
    }
}
