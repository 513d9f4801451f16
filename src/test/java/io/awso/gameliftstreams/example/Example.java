package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
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
import java.util.function.Function;

/** Shows what the library makes of responses: of bundled ones, or of one in a file. */
public final class Example {
    private static final String USAGE = """
            usage: [--more] [--formats] [FILE]

            Shows what the library makes of a response to CreateStreamSessionConnection.
            Without FILE, shows bundled responses.

              FILE       a whole response, as "curl -i" prints it, or only its body
              --more     show more bundled responses
              --formats  show the answers and errors in JSON, XML and query form, too
              --help     show this text
            """;

    /** An argument or file that cannot be used; the message is for the user. */
    private static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    private final Layout layout;
    private final boolean hasFormats;

    private Example(Layout layout, boolean hasFormats) {
        this.layout = layout;
        this.hasFormats = hasFormats;
    }

    public static void main(String[] args) throws Exception {
        int status = run(List.of(args), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs the example, and returns the exit status: 2 if the arguments or the file cannot be used. */
    static int run(List<String> args, PrintStream out, PrintStream err) throws IOException {
        List<String> files = new ArrayList<>(args);
        if (files.remove("--help") || files.remove("-h")) {
            out.print(USAGE);
            return 0;
        }
        boolean hasFormats = files.remove("--formats");
        boolean isMore = files.remove("--more");
        Example example = new Example(new Layout(out), hasFormats);
        try {
            for (String file : files) {
                if (file.startsWith("--")) {
                    throw new UsageException(file + " is not an option; see --help");
                }
            }
            if (files.size() > 1) {
                throw new UsageException(
                        "one file only; quote a name with spaces, as in -Dexec.args=\"'my response.txt'\"");
            }
            if (files.isEmpty()) {
                example.showBundled(isMore);
            } else {
                example.showFile(files.get(0));
            }
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private void showBundled(boolean isMore) throws IOException {
        byte[] body = response();
        CreateStreamSessionConnectionOutput output =
                CreateStreamSessionConnectionCodec.json().decodeOutput(body);
        String secret = output.signalResponse().orElseThrow();
        layout.title("Responses to CreateStreamSessionConnection, and what this library makes of them.");
        layout.title("An answer is a secret, so only its length is shown.");
        layout.end();
        for (String response : Responses.first(new String(body, UTF_8).strip())) {
            String shown =
                    response.replaceFirst("(\"SignalResponse\": )\".*\"", "$1\"" + Layout.redacted(secret) + "\"");
            showBundled(shown, response);
        }
        layout.title("The answer in each format:");
        showFormats(output);
        layout.end();
        if (isMore) {
            Responses.MORE.forEach(response -> showBundled(response, response));
        } else {
            layout.title("For more responses, add -Dexec.args=--more to the command. For one of your own, see --help.");
        }
    }

    private void showBundled(String shown, String response) {
        layout.line("response", shown.replaceFirst("HTTP/1.1 ", "").strip().replaceAll("\n+", ", "));
        show(ResponseFile.read(response.getBytes(UTF_8)));
    }

    private void showFile(String file) throws UsageException {
        byte[] content = read(file);
        boolean isResponse = ResponseFile.isResponse(content);
        CreateStreamSessionConnectionResult result;
        try {
            result = isResponse ? ResponseFile.read(content) : ResponseFile.readBody(content);
        } catch (IllegalArgumentException e) {
            throw new UsageException(file + " " + e.getMessage());
        }
        layout.title(file + ", " + Layout.number(content.length) + " bytes");
        layout.line("status", result.statusCode() + (isResponse ? "" : ", assumed, because the file is only a body"));
        layout.line("request id", result.requestId().orElse("(none)"));
        show(result);
    }

    private void show(CreateStreamSessionConnectionResult result) {
        if (result instanceof Failure failure) {
            layout.line("value", failure.error().toException().getMessage());
        } else {
            layout.line(
                    "value",
                    result.orElseThrow()
                            .signalResponse()
                            .map(secret -> "an output with the signal response " + Layout.redacted(secret))
                            .orElse("an output without a signal response"));
        }
        layout.line("advice", Advice.about(result));
        if (hasFormats) {
            if (result instanceof Failure failure) {
                showFormats(codec -> codec.encodeToString(failure.error()));
            } else {
                showFormats(result.orElseThrow());
            }
        }
        layout.end();
    }

    private void showFormats(CreateStreamSessionConnectionOutput output) {
        CreateStreamSessionConnectionOutput marked = output.toBuilder()
                .signalResponse(output.signalResponse().map(secret -> "SECRET").orElse(null))
                .build();
        String shown = output.signalResponse().map(Layout::redacted).orElse("");
        showFormats(codec -> {
            int length = codec.encode(output).length;
            return codec.encodeToString(marked).replace("SECRET", shown) + " (" + Layout.number(length) + " bytes)";
        });
    }

    private void showFormats(Function<CreateStreamSessionConnectionCodec, String> encode) {
        showFormat("as JSON", encode, CreateStreamSessionConnectionCodec.json());
        showFormat("as XML", encode, CreateStreamSessionConnectionCodec.xml());
        showFormat("as query", encode, CreateStreamSessionConnectionCodec.query());
    }

    private void showFormat(
            String label,
            Function<CreateStreamSessionConnectionCodec, String> encode,
            CreateStreamSessionConnectionCodec codec) {
        String text;
        try {
            text = encode.apply(codec);
        } catch (CodecException e) {
            text = "cannot be written. " + e.getMessage();
        }
        layout.line(label, text);
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

    /** Returns the body of a response as the service sends it, with an answer that Chromium made. */
    static byte[] response() throws IOException {
        try (InputStream in = Example.class.getResourceAsStream("response.json")) {
            return Objects.requireNonNull(in, "response.json").readAllBytes();
        }
    }
}
