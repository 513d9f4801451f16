package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.List;
import java.util.function.Function;

/** Decodes payloads and prints what each became: the value, and the value in every format. */
final class Translation {
    private final Layout layout;

    Translation(Layout layout) {
        this.layout = layout;
    }

    /** Decodes and prints an output. The signal response is a secret, so its length is shown in its place. */
    void showOutput(String title, CreateStreamSessionConnectionCodec codec, String read, byte[] body) {
        CreateStreamSessionConnectionOutput output = codec.decodeOutput(body);
        layout.title(title);
        layout.line("read", read);
        layout.line("value", value(output));
        showFormats(output);
        layout.end();
    }

    void showError(String title, CreateStreamSessionConnectionCodec codec, String body) {
        showError(title, codec, body, body.getBytes(UTF_8));
    }

    void showError(String title, CreateStreamSessionConnectionCodec codec, String read, byte[] body) {
        CreateStreamSessionConnectionError error = codec.decodeError(body);
        layout.title(title);
        layout.line("read", read);
        layout.line("value", value(error));
        layout.line("advice", Advice.about(error));
        showFormats(each -> each.encodeToString(error));
        layout.end();
    }

    void showResult(String title, String read, CreateStreamSessionConnectionResult result) {
        layout.title(title);
        layout.line("read", read);
        layout.line("status", Integer.toString(result.statusCode()));
        layout.line("request id", result.requestId().orElse("(none)"));
        if (result instanceof Failure failure) {
            layout.line("value", value(failure.error()));
            failure.retryAfter().ifPresent(time -> layout.line("retry after", time.toMillis() + " ms"));
            layout.line("advice", Advice.about(failure));
            showFormats(each -> each.encodeToString(failure.error()));
        } else {
            layout.line("value", value(result.orElseThrow()));
            showFormats(result.orElseThrow());
        }
        layout.end();
    }

    private void showFormats(CreateStreamSessionConnectionOutput output) {
        CreateStreamSessionConnectionOutput marked = output.toBuilder()
                .signalResponse(output.signalResponse().map(secret -> "SECRET").orElse(null))
                .build();
        String shown = output.signalResponse().map(Layout::redacted).orElse("");
        showFormats(each -> {
            int length = each.encode(output).length;
            return each.encodeToString(marked).replace("SECRET", shown) + " (" + Layout.number(length) + " bytes)";
        });
    }

    private void showFormats(Function<CreateStreamSessionConnectionCodec, String> encode) {
        List<String> labels = List.of("as JSON", "as XML", "as query");
        List<CreateStreamSessionConnectionCodec> codecs = List.of(
                CreateStreamSessionConnectionCodec.json(),
                CreateStreamSessionConnectionCodec.xml(),
                CreateStreamSessionConnectionCodec.query());
        for (int i = 0; i < codecs.size(); i++) {
            String text;
            try {
                text = encode.apply(codecs.get(i));
            } catch (CodecException e) {
                text = "cannot be written. " + e.getMessage();
            }
            layout.line(labels.get(i), text);
        }
    }

    static String value(CreateStreamSessionConnectionOutput output) {
        return output.signalResponse()
                .map(secret -> "an output with the signal response " + Layout.redacted(secret))
                .orElse("an output without a signal response");
    }

    static String value(CreateStreamSessionConnectionError error) {
        return error.toException().getMessage();
    }
}
