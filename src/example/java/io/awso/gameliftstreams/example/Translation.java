package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;

/** Decodes payloads and prints what each became: the typed value, and the value in every format. */
final class Translation {
    private static final int WIDTH = 160;

    private final PrintStream out;

    Translation(PrintStream out) {
        this.out = out;
    }

    void showOutput(String title, CreateStreamSessionConnectionCodec codec, byte[] body) {
        CreateStreamSessionConnectionOutput output = codec.decodeOutput(body);
        out.println(title + ", " + codec.contentType());
        out.println("  value   " + output);
        // The answer is a secret: what is printed has its length in its place.
        CreateStreamSessionConnectionOutput shown = output.toBuilder()
                .signalResponse(output.signalResponse()
                        .map(answer -> answer.length() + " characters")
                        .orElse(null))
                .build();
        showFormats(each -> each.encodeToString(shown) + "  (" + each.encode(output).length + " bytes)");
    }

    void showError(String title, CreateStreamSessionConnectionCodec codec, String body) {
        showError(title, codec, body.getBytes(UTF_8));
    }

    void showError(String title, CreateStreamSessionConnectionCodec codec, byte[] body) {
        CreateStreamSessionConnectionError error = codec.decodeError(body);
        out.println(title + ", " + codec.contentType());
        out.println("  value   " + cut(error.toString()));
        out.println("  advice  " + advice(error));
        showFormats(each -> each.encodeToString(error));
    }

    private void showFormats(Function<CreateStreamSessionConnectionCodec, String> encode) {
        for (CreateStreamSessionConnectionCodec codec : List.of(
                CreateStreamSessionConnectionCodec.json(),
                CreateStreamSessionConnectionCodec.xml(),
                CreateStreamSessionConnectionCodec.query())) {
            String text;
            try {
                text = encode.apply(codec);
            } catch (CodecException e) {
                text = e.getMessage();
            }
            out.println("  written " + cut(text));
        }
        out.println();
    }

    /** What a caller should do, which the error itself knows. */
    static String advice(CreateStreamSessionConnectionError error) {
        if (error.isThrottling()) {
            return "wait, then try again";
        }
        if (error.isRetryable()) {
            return "try again";
        }
        return switch (error.fault()) {
            case CLIENT -> "put the request right first";
            case SERVER -> "report it";
            case UNKNOWN -> "look the code up; the model does not have it";
        };
    }

    private static String cut(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "... (" + text.length() + " characters)";
    }
}
