package io.awso.gameliftstreams.example;

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
 * Shows what the library makes of responses as they come off the wire. Without arguments it takes
 * payloads that come with it, and calls a service on the loopback interface; with a file, it takes the
 * body that the file holds.
 */
public final class Example {
    private static final String USAGE = "usage: [--output | --error] [--from json | xml | query] [FILE]";

    private Example() {}

    public static void main(String[] args) throws Exception {
        int status = run(List.of(args), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs the example; gives the exit status, 2 where the arguments or the file are no good. */
    static int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
        List<String> rest = new ArrayList<>(args);
        boolean isError = rest.remove("--error");
        boolean isOutput = rest.remove("--output");
        String from = "json";
        int option = rest.indexOf("--from");
        if (option >= 0 && option + 1 < rest.size()) {
            from = rest.remove(option + 1);
            rest.remove(option);
        }
        if (args.isEmpty()) {
            showPayloads(out);
            showCalls(out);
            return 0;
        }
        CreateStreamSessionConnectionCodec codec = codec(from);
        if (codec == null || rest.size() != 1 || rest.get(0).startsWith("--") || isError && isOutput) {
            err.println(USAGE);
            return 2;
        }
        String file = rest.get(0);
        try {
            byte[] body = Files.readAllBytes(Path.of(file));
            Translation translation = new Translation(out);
            if (isError) {
                translation.showError(file, codec, body);
            } else {
                translation.showOutput(file, codec, body);
            }
            return 0;
        } catch (IOException | InvalidPathException e) {
            err.println(file + " cannot be read");
        } catch (CodecException e) {
            err.println(file + " cannot be decoded. " + e.getMessage());
        }
        return 2;
    }

    private static CreateStreamSessionConnectionCodec codec(String format) {
        return switch (format) {
            case "json" -> CreateStreamSessionConnectionCodec.json();
            case "xml" -> CreateStreamSessionConnectionCodec.xml();
            case "query" -> CreateStreamSessionConnectionCodec.query();
            default -> null;
        };
    }

    private static void showPayloads(PrintStream out) throws IOException {
        CreateStreamSessionConnectionCodec json = CreateStreamSessionConnectionCodec.json();
        CreateStreamSessionConnectionCodec xml = CreateStreamSessionConnectionCodec.xml();
        CreateStreamSessionConnectionCodec query = CreateStreamSessionConnectionCodec.query();
        Translation translation = new Translation(out);
        translation.showOutput("a response", json, response());
        translation.showError("a bare __type", json, """
                {"__type":"AccessDeniedException","Message":"No permission to use sg-1AB2C3De4"}""");
        translation.showError("a __type with a namespace", json, """
                {"__type":"com.amazonaws.gameliftstreams#ConflictException","Message":"The session is RECONNECTING"}""");
        translation.showError("a code with a URI", json, """
                {"code":"ThrottlingException:http://internal.amazon.com/coral/","message":"Rate exceeded"}""");
        translation.showError("no message", json, """
                {"__type":"InternalServerException","Message":null}""");
        translation.showError("restXml", xml, """
                <ErrorResponse>
                  <Error>
                    <Type>Sender</Type>
                    <Code>ResourceNotFoundException</Code>
                    <Message>No stream session ABC123def4567</Message>
                  </Error>
                  <RequestId>7f3c1a52-6a1e-4d0e-9a55-0c7f8f0e2d11</RequestId>
                </ErrorResponse>""");
        translation.showError("query form", query, "Code=ValidationException&Message=SignalRequest+is+too+short");
        translation.showError("a code that the model does not have", json, """
                {"__type":"ServiceQuotaExceededException","Message":"Too many sessions"}""");
    }

    private static void showCalls(PrintStream out) throws Exception {
        CreateStreamSessionConnectionOutput output =
                CreateStreamSessionConnectionCodec.json().decodeOutput(response());
        try (LoopbackService service = new LoopbackService(output);
                Calls calls = new Calls(service.uri(), out)) {
            out.println("Calls to " + service.uri());
            while (!service.isScriptDone()) {
                calls.call();
            }
        }
    }

    /** A response as the service sends it, around an answer that Chromium made. */
    static byte[] response() throws IOException {
        try (InputStream in = Example.class.getResourceAsStream("response.json")) {
            return Objects.requireNonNull(in, "response.json").readAllBytes();
        }
    }
}
